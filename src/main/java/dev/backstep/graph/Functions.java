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

    /// weight · t, and 0 where the weight is 0 and t infinite: 0·log 0 = 0, its limit. NaN stays.
    static double weighed(double weight, double t) {
        return weight == 0 && Double.isInfinite(t) ? 0 : weight * t;
    }

    /// −[y log p + (1 − y) log(1 − p)]; a term of weight 0 is 0. The second logarithm keeps the
    /// digits of a small p. The difference from 0 makes a right and sure answer cost 0, not −0.
    static double crossEntropy(double p, double y) {
        return 0 - (weighed(y, Math.log(p)) + weighed(1 - y, Math.log1p(-p)));
    }

    /// The same of p = σ(z), without overflow: max(z, 0) − z·y + log(1 + e^−|z|). Where z is
    /// infinite, p is 0 or 1, and only the weight of the other label counts.
    static double crossEntropyOfLogit(double z, double y) {
        if (Double.isInfinite(z)) {
            return weighed(z > 0 ? 1 - y : y, Double.POSITIVE_INFINITY);
        }
        return Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z)));
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
