package dev.backstep.graph;

import dev.backstep.tensor.Tensor;
import java.util.Arrays;
import org.apache.commons.numbers.core.Norm;
import org.apache.commons.numbers.gamma.Erfc;

/// Functions that need care to stay exact at the ends of their range.
final class Functions {

    private Functions() {}

    /// 1/(1 + e⁻ᵗ), without overflow on either side.
    static double sigmoid(double t) {
        if (t >= 0) {
            return 1 / (1 + Math.exp(-t));
        }
        double e = Math.exp(t);
        return e / (1 + e);
    }

    /// log(1 + eᵗ), without overflow.
    static double softplus(double t) {
        return Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
    }

    /// Φ(t), through erfc so that the lower tail keeps its digits.
    static double normalCdf(double t) {
        return 0.5 * Erfc.value(-t / Math.sqrt(2));
    }

    /// √Σx², without overflow of the squares.
    static double norm(Tensor x) {
        return Norm.L2.of(x.toArray());
    }

    /// eᶻ/Σeᶻ of each column, with the largest taken out first.
    static Tensor softmax(Tensor z) {
        double[] max = columnMax(z);
        double[] sum = columnSums(z, max);
        return Tensor.generate(
                z.shape(), k -> Math.exp(z.at(k) - max[k % z.cols()]) / sum[k % z.cols()]);
    }

    /// z − log Σ eᶻ of each column. The largest is taken out first, and by itself: added to the
    /// logarithm it would eat its digits where z is large.
    static Tensor logSoftmax(Tensor z) {
        double[] max = columnMax(z);
        double[] sum = columnSums(z, max);
        return Tensor.generate(
                z.shape(), k -> z.at(k) - max[k % z.cols()] - Math.log(sum[k % z.cols()]));
    }

    private static double[] columnMax(Tensor z) {
        double[] max = new double[z.cols()];
        Arrays.fill(max, Double.NEGATIVE_INFINITY);
        for (int k = 0; k < z.size(); k++) {
            max[k % max.length] = Math.max(max[k % max.length], z.at(k));
        }
        return max;
    }

    private static double[] columnSums(Tensor z, double[] max) {
        double[] sum = new double[z.cols()];
        for (int k = 0; k < z.size(); k++) {
            sum[k % sum.length] += Math.exp(z.at(k) - max[k % sum.length]);
        }
        return sum;
    }
}
