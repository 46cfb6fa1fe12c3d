package dev.backstep.compile.kernel;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.optim.Optimiser;
import dev.backstep.tensor.Strided;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// The loops in plain Java: what is left where the Vector API is not there, and what it would not
/// make faster.
public final class PlainKernels implements Kernels {

    private final CorePair cores = new CorePair();
    private final PlainProduct product = new PlainProduct(cores);
    private final PlainExponentials exponentials = new PlainExponentials();

    @Override
    public CorePair cores() {
        return cores;
    }

    @Override
    public PlainKernels another() {
        return new PlainKernels();
    }

    @Override
    public void product(Strided a, Strided b, @Nullable Strided bias, Strided out) {
        product.product(a, b, bias, out);
    }

    @Override
    public void layerGradients(Strided g, Strided x, Strided weights, Strided bias) {
        product(g, x, null, weights);
        sum(g, 1, bias);
    }

    @Override
    public void apply(Unary op, DoubleUnaryOperator f, Strided x, Strided out) {
        switch (op) {
            case TANH -> exponentials.tanh(x.data(), x.at(), out.data(), out.at(), out.size());
            case SIGMOID ->
                    exponentials.sigmoid(x.data(), x.at(), out.data(), out.at(), out.size());
            default -> map(f, x, out);
        }
    }

    @Override
    public void map(DoubleUnaryOperator f, Strided x, Strided out) {
        for (int k = 0; k < out.size(); k++) {
            out.data()[out.at() + k] = f.applyAsDouble(x.data()[x.at() + k]);
        }
    }

    @Override
    public void relu(Strided x, Strided out) {
        for (int k = 0; k < out.size(); k++) {
            out.data()[out.at() + k] = Math.max(0.0, x.data()[x.at() + k]);
        }
    }

    @Override
    public void combine(Binary op, DoubleBinaryOperator f, Strided x, Strided y, Strided out) {
        for (int i = 0; i < out.rows(); i++) {
            for (int j = 0; j < out.cols(); j++) {
                out.set(i, j, f.applyAsDouble(x.get(i, j), y.get(i, j)));
            }
        }
    }

    @Override
    public void tanhSlope(Strided g, Strided a, Strided out) {
        if (g.isFlat()) {
            double[] u = g.data();
            double[] v = a.data();
            double[] w = out.data();
            for (int k = 0; k < out.size(); k++) {
                double t = v[a.at() + k];
                w[out.at() + k] = u[g.at() + k] * (1 - t * t);
            }
            return;
        }
        for (int i = 0; i < out.rows(); i++) {
            for (int j = 0; j < out.cols(); j++) {
                double t = a.get(i, j);
                out.set(i, j, g.get(i, j) * (1 - t * t));
            }
        }
    }

    @Override
    public void sigmoidSlope(Strided g, Strided a, Strided out) {
        for (int i = 0; i < out.rows(); i++) {
            for (int j = 0; j < out.cols(); j++) {
                double s = a.get(i, j);
                out.set(i, j, g.get(i, j) * (s * (1 - s)));
            }
        }
    }

    @Override
    public void stepSlope(Strided g, Op.StepFunction step, Strided x, Strided out) {
        for (int i = 0; i < out.rows(); i++) {
            for (int j = 0; j < out.cols(); j++) {
                double t = x.get(i, j);
                double slope =
                        t > 0
                                ? step.above()
                                : t < 0 ? step.below() : t == 0 ? step.at() : Double.NaN;
                out.set(i, j, g.get(i, j) * slope);
            }
        }
    }

    @Override
    public void bceSlope(Strided g, Strided p, Strided y, Strided out) {
        for (int i = 0; i < out.rows(); i++) {
            for (int j = 0; j < out.cols(); j++) {
                double q = p.get(i, j);
                double t = y.get(i, j);
                out.set(i, j, g.get(i, j) * -(ratio(t, q) - ratio(1 - t, 1 - q)));
            }
        }
    }

    /// x/y, where 0/0 is 0.
    private static double ratio(double x, double y) {
        return x == 0 && y == 0 ? 0 : x / y;
    }

    @Override
    public void sigmoidBceSlope(Strided g, Strided p, Strided y, Strided out) {
        for (int i = 0; i < out.rows(); i++) {
            for (int j = 0; j < out.cols(); j++) {
                double q = p.get(i, j);
                double miss = q - y.get(i, j);
                double slope = q * (1 - q);
                boolean whole = slope >= Double.MIN_NORMAL || miss == 0;
                out.set(i, j, g.get(i, j) * (whole ? miss : miss / slope * slope));
            }
        }
    }

    @Override
    public void sum(Strided x, double factor, Strided out) {
        int down = out.rows() == 1 ? 0 : out.down();
        int across = out.cols() == 1 ? 0 : out.across();
        double[] o = out.data();
        if (across == 0) {
            sumOfRows(x, factor, out);
            return;
        }
        Arrays.fill(o, out.at(), out.at() + out.size(), 0);
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.cols(); j++) {
                o[out.at() + i * down + j * across] += x.get(i, j);
            }
        }
        for (int k = out.at(); k < out.at() + out.size(); k++) {
            o[k] *= factor;
        }
    }

    /// Each row by itself, m×n → m×1, or all of them one after the other, m×n → 1×1.
    private static void sumOfRows(Strided x, double factor, Strided out) {
        double[] v = x.data();
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            sum = out.rows() == 1 ? sum : 0;
            int at = x.at() + i * x.down();
            for (int j = 0; j < x.cols(); j++) {
                sum += v[at];
                at += x.across();
            }
            out.data()[out.at() + (out.rows() == 1 ? 0 : i)] = sum * factor;
        }
    }

    @Override
    public void columns(Columnwise op, Strided x, Strided out) {
        for (int j = 0; j < x.cols(); j++) {
            double max = max(x, j);
            double sum = sumOfExponentials(x, j, max);
            double log = Math.log(sum);
            for (int i = 0; i < x.rows(); i++) {
                double z = x.get(i, j) - max;
                out.set(i, j, op == Columnwise.SOFTMAX ? Math.exp(z) / sum : z - log);
            }
        }
    }

    @Override
    public void crossEntropy(Columnwise op, Strided x, Strided y, Strided out) {
        boolean logits = op == Columnwise.CE_LOGITS;
        for (int j = 0; j < x.cols(); j++) {
            double max = logits ? max(x, j) : 0;
            double log = logits ? Math.log(sumOfExponentials(x, j, max)) : 0;
            double entropy = 0;
            for (int i = 0; i < x.rows(); i++) {
                double weight = y.get(i, j);
                double q = logits ? x.get(i, j) - max - log : Math.log(x.get(i, j));
                entropy -= weight == 0 && Double.isInfinite(q) ? 0 : weight * q;
            }
            out.set(0, j, entropy);
        }
    }

    @Override
    public void dot(Strided x, Strided y, Strided out) {
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.cols(); j++) {
                sum += x.get(i, j) * y.get(i, j);
            }
        }
        out.set(0, 0, sum);
    }

    /// Scaled by the largest element, so that no square overflows (Blue, *A Portable Fortran
    /// Program to Find the Euclidean Norm of a Vector*, 1978, in its simplest form).
    @Override
    public void norm(Strided x, Strided out) {
        double max = 0;
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.cols(); j++) {
                max = Math.max(max, Math.abs(x.get(i, j)));
            }
        }
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.cols(); j++) {
                double scaled = x.get(i, j) / max;
                sum += scaled * scaled;
            }
        }
        out.set(0, 0, max == 0 || Double.isInfinite(max) ? max : max * Math.sqrt(sum));
    }

    @Override
    public void copy(Strided x, Strided out) {
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.cols(); j++) {
                out.set(i, j, x.get(i, j));
            }
        }
    }

    @Override
    public void place(Strided x, Strided part, Strided out) {
        Arrays.fill(out.data(), out.at(), out.at() + out.size(), 0);
        copy(x, part);
    }

    @Override
    public void sgd(Optimiser.Sgd s, StepArrays state, int from, int to, double decay) {
        PlainSteps.sgd(s, state, from, to, decay);
    }

    @Override
    public void adam(Optimiser.Adam s, StepArrays state, int from, int to, double decay) {
        PlainSteps.adam(s, state, from, to, decay);
    }

    @Override
    public void rmsProp(Optimiser.RmsProp s, StepArrays state, int from, int to, double decay) {
        PlainSteps.rmsProp(s, state, from, to, decay);
    }

    private static double max(Strided x, int col) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.rows(); i++) {
            max = Math.max(max, x.get(i, col));
        }
        return max;
    }

    private static double sumOfExponentials(Strided x, int col, double max) {
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            sum += Math.exp(x.get(i, col) - max);
        }
        return sum;
    }
}
