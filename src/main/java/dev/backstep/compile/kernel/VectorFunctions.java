package dev.backstep.compile.kernel;

import dev.backstep.graph.Op.Unary;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Element-wise functions of one operand, flat; whole vectors are written. One loop each, so that
/// the operator is a constant where C2 compiles it.
final class VectorFunctions {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final int L = S.length();

    private VectorFunctions() {}

    /// Computes `op` where it has a loop here; says whether it has.
    static boolean apply(Unary op, double[] x, int xo, double[] o, int oo, int n) {
        switch (op) {
            case TANH -> VectorExponentials.tanh(x, xo, o, oo, n);
            case SIGMOID -> VectorExponentials.sigmoid(x, xo, o, oo, n);
            case EXP -> VectorExponentials.exp(x, xo, o, oo, n);
            case LOG -> VectorLogarithms.log(x, xo, o, oo, n);
            case NEG -> neg(x, xo, o, oo, n);
            case SQUARE -> square(x, xo, o, oo, n);
            case SQRT -> sqrt(x, xo, o, oo, n);
            case SIN, COS, TAN, SOFTPLUS, GELU, SILU, NORMAL_CDF -> {
                return false;
            }
        }
        return true;
    }

    private static void neg(double[] x, int xo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector.fromArray(S, x, xo + k).neg().intoArray(o, oo + k);
        }
    }

    private static void square(double[] x, int xo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector v = DoubleVector.fromArray(S, x, xo + k);
            v.mul(v).intoArray(o, oo + k);
        }
    }

    private static void sqrt(double[] x, int xo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector.fromArray(S, x, xo + k).sqrt().intoArray(o, oo + k);
        }
    }

    static void relu(double[] x, int xo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector.fromArray(S, x, xo + k).max(0).intoArray(o, oo + k);
        }
    }
}
