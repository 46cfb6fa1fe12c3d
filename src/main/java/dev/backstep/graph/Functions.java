package dev.backstep.graph;

import dev.backstep.tensor.Tensor;
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

    /// z − log Σ eᶻ of each column, with the largest taken out first.
    static Tensor logSoftmax(Tensor z) {
        double[] shift = new double[z.cols()];
        for (int j = 0; j < z.cols(); j++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < z.rows(); i++) {
                max = Math.max(max, z.at(i, j));
            }
            double sum = 0;
            for (int i = 0; i < z.rows(); i++) {
                sum += Math.exp(z.at(i, j) - max);
            }
            shift[j] = max + Math.log(sum);
        }
        return Tensor.generate(z.shape(), k -> z.at(k) - shift[k % z.cols()]);
    }
}
