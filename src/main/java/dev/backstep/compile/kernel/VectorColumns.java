package dev.backstep.compile.kernel;

import dev.backstep.graph.Op.Columnwise;
import dev.backstep.tensor.Strided;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Softmax and cross-entropy, a lane a sample: each lane goes down its own column.
///
/// Rows are written from the first to the last, in whole vectors: what is written past the end of
/// one is written over by the next. So nothing is ever written where it is still to be read.
final class VectorColumns {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final int L = S.length();

    private double[] shifted = new double[0];
    private double[] exponentials = new double[0];
    private double[] largest = new double[0];
    private double[] sums = new double[0];

    void softmax(Columnwise op, Strided x, Strided out) {
        shift(x);
        int n = x.cols();
        if (op == Columnwise.SOFTMAX) {
            for (int i = 0; i < x.rows(); i++) {
                divide(exponentials, i * n, sums, out.data(), out.at() + i * n, n);
            }
        } else {
            VectorLogarithms.log(sums, 0, sums, 0, n);
            for (int i = 0; i < x.rows(); i++) {
                subtract(shifted, i * n, sums, out.data(), out.at() + i * n, n);
            }
        }
    }

    void crossEntropy(Columnwise op, Strided x, Strided y, Strided out) {
        int n = x.cols();
        if (op == Columnwise.CE) {
            require(x);
            for (int i = 0; i < x.rows(); i++) {
                VectorLogarithms.log(x.data(), x.at() + i * x.down(), exponentials, i * n, n);
            }
        } else {
            shift(x);
            VectorLogarithms.log(sums, 0, sums, 0, n);
            for (int i = 0; i < x.rows(); i++) {
                subtract(shifted, i * n, sums, exponentials, i * n, n);
            }
        }
        entropy(exponentials, y, out);
    }

    /// −Σ weight · log; a weight of 0 counts 0, also beside −∞.
    private static void entropy(double[] logs, Strided y, Strided out) {
        int n = y.cols();
        for (int j = 0; j < n; j += L) {
            DoubleVector entropy = DoubleVector.zero(S);
            for (int i = 0; i < y.rows(); i++) {
                DoubleVector t = DoubleVector.fromArray(S, y.data(), y.at() + j + i * y.down());
                DoubleVector log = DoubleVector.fromArray(S, logs, j + i * n);
                VectorMask<Double> none = t.compare(VectorOperators.EQ, 0);
                none = none.and(log.compare(VectorOperators.EQ, Double.NEGATIVE_INFINITY));
                entropy = entropy.sub(t.mul(log).blend(0, none));
            }
            entropy.intoArray(out.data(), out.at() + j);
        }
    }

    private void require(Strided x) {
        if (shifted.length < x.size() + Strided.SLACK) {
            shifted = new double[x.size() + Strided.SLACK];
            exponentials = new double[x.size() + Strided.SLACK];
        }
        if (sums.length < x.cols() + Strided.SLACK) {
            sums = new double[x.cols() + Strided.SLACK];
            largest = new double[x.cols() + Strided.SLACK];
        }
    }

    /// x less the largest of its column, so that no exponential overflows; the exponentials of
    /// that, and their sums.
    private void shift(Strided x) {
        require(x);
        int n = x.cols();
        largest(x, largest);
        for (int i = 0; i < x.rows(); i++) {
            subtract(x.data(), x.at() + i * x.down(), largest, shifted, i * n, n);
        }
        VectorExponentials.exp(shifted, 0, exponentials, 0, x.size());
        double[] from = exponentials;
        for (int j = 0; j < n; j += L) {
            DoubleVector sum = DoubleVector.zero(S);
            for (int i = 0; i < x.rows(); i++) {
                sum = sum.add(DoubleVector.fromArray(S, from, j + i * n));
            }
            sum.intoArray(sums, j);
        }
    }

    private static void largest(Strided x, double[] out) {
        for (int j = 0; j < x.cols(); j += L) {
            DoubleVector largest = DoubleVector.broadcast(S, Double.NEGATIVE_INFINITY);
            for (int i = 0; i < x.rows(); i++) {
                largest =
                        largest.max(DoubleVector.fromArray(S, x.data(), x.at() + j + i * x.down()));
            }
            largest.intoArray(out, j);
        }
    }

    private static void subtract(double[] x, int xo, double[] y, double[] o, int oo, int n) {
        for (int j = 0; j < n; j += L) {
            DoubleVector.fromArray(S, x, xo + j)
                    .sub(DoubleVector.fromArray(S, y, j))
                    .intoArray(o, oo + j);
        }
    }

    private static void divide(double[] x, int xo, double[] y, double[] o, int oo, int n) {
        for (int j = 0; j < n; j += L) {
            DoubleVector.fromArray(S, x, xo + j)
                    .div(DoubleVector.fromArray(S, y, j))
                    .intoArray(o, oo + j);
        }
    }
}
