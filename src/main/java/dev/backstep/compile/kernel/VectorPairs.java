package dev.backstep.compile.kernel;

import dev.backstep.graph.Op.Binary;
import dev.backstep.tensor.Strided;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Element-wise functions of two operands, row-wise; whole vectors are written, row after row.
final class VectorPairs {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final int L = S.length();

    private VectorPairs() {}

    /// Computes `op` where it has a loop here for operands laid out so; says whether it has.
    static boolean combine(Binary op, Strided x, Strided y, Strided out, double[] scratch) {
        if (op == Binary.POW || op == Binary.MAX || op == Binary.MIN) {
            return false;
        }
        if (op == Binary.BCE || op == Binary.BCE_LOGITS) {
            return x.isFlat() && y.isFlat() && loss(op, x, y, out, scratch);
        }
        if (op == Binary.SAFE_DIV) {
            return x.isFlat() && y.isFlat() && safeDiv(x, y, out);
        }
        if (x.isFlat() && y.isFlat()) {
            both(op, x.data(), x.at(), y.data(), y.at(), out.data(), out.at(), out.size());
            return true;
        }
        boolean xs = x.across() == 0;
        boolean ys = y.across() == 0;
        if (out.cols() == 1 || xs && ys) {
            return false;
        }
        for (int i = 0; i < out.rows(); i++) {
            int xo = x.at() + i * x.down();
            int yo = y.at() + i * y.down();
            int oo = out.at() + i * out.cols();
            if (ys) {
                right(op, x.data(), xo, y.data()[yo], out.data(), oo, out.cols());
            } else if (xs) {
                left(op, x.data()[xo], y.data(), yo, out.data(), oo, out.cols());
            } else {
                both(op, x.data(), xo, y.data(), yo, out.data(), oo, out.cols());
            }
        }
        return true;
    }

    private static boolean loss(Binary op, Strided x, Strided y, Strided out, double[] scratch) {
        if (op == Binary.BCE_LOGITS) {
            return VectorLosses.bceLogits(x, y, out, scratch);
        }
        VectorLosses.bce(x, y, out, scratch);
        return true;
    }

    /// Always true.
    private static boolean safeDiv(Strided x, Strided y, Strided out) {
        int n = out.size();
        for (int k = 0; k < n; k += L) {
            DoubleVector a = DoubleVector.fromArray(S, x.data(), x.at() + k);
            DoubleVector b = DoubleVector.fromArray(S, y.data(), y.at() + k);
            VectorMask<Double> none =
                    a.compare(VectorOperators.EQ, 0).and(b.compare(VectorOperators.EQ, 0));
            a.div(b).blend(0, none).intoArray(out.data(), out.at() + k);
        }
        return true;
    }

    private static void both(
            Binary op, double[] x, int xo, double[] y, int yo, double[] o, int oo, int n) {
        switch (op) {
            case ADD -> add(x, xo, y, yo, o, oo, n);
            case SUB -> sub(x, xo, y, yo, o, oo, n);
            case MUL -> mul(x, xo, y, yo, o, oo, n);
            case DIV -> div(x, xo, y, yo, o, oo, n);
            case SE -> squaredError(x, xo, y, yo, o, oo, n);
            case SAFE_DIV, BCE, BCE_LOGITS, POW, MAX, MIN ->
                    throw new IllegalArgumentException("no loop for " + op);
        }
    }

    private static void right(Binary op, double[] x, int xo, double s, double[] o, int oo, int n) {
        switch (op) {
            case ADD -> add(x, xo, s, o, oo, n);
            case SUB -> add(x, xo, -s, o, oo, n);
            case MUL -> mul(x, xo, s, o, oo, n);
            case DIV -> div(x, xo, s, o, oo, n);
            case SE -> squaredError(x, xo, s, o, oo, n);
            case SAFE_DIV, BCE, BCE_LOGITS, POW, MAX, MIN ->
                    throw new IllegalArgumentException("no loop for " + op);
        }
    }

    private static void left(Binary op, double s, double[] y, int yo, double[] o, int oo, int n) {
        switch (op) {
            case ADD -> add(y, yo, s, o, oo, n);
            case SUB -> subFrom(s, y, yo, o, oo, n);
            case MUL -> mul(y, yo, s, o, oo, n);
            case DIV -> divInto(s, y, yo, o, oo, n);
            case SE -> squaredError(y, yo, s, o, oo, n);
            case SAFE_DIV, BCE, BCE_LOGITS, POW, MAX, MIN ->
                    throw new IllegalArgumentException("no loop for " + op);
        }
    }

    private static void add(double[] x, int xo, double[] y, int yo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector.fromArray(S, x, xo + k)
                    .add(DoubleVector.fromArray(S, y, yo + k))
                    .intoArray(o, oo + k);
        }
    }

    private static void sub(double[] x, int xo, double[] y, int yo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector.fromArray(S, x, xo + k)
                    .sub(DoubleVector.fromArray(S, y, yo + k))
                    .intoArray(o, oo + k);
        }
    }

    private static void mul(double[] x, int xo, double[] y, int yo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector.fromArray(S, x, xo + k)
                    .mul(DoubleVector.fromArray(S, y, yo + k))
                    .intoArray(o, oo + k);
        }
    }

    private static void div(double[] x, int xo, double[] y, int yo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector.fromArray(S, x, xo + k)
                    .div(DoubleVector.fromArray(S, y, yo + k))
                    .intoArray(o, oo + k);
        }
    }

    private static void squaredError(
            double[] x, int xo, double[] y, int yo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector d =
                    DoubleVector.fromArray(S, x, xo + k).sub(DoubleVector.fromArray(S, y, yo + k));
            d.mul(d).intoArray(o, oo + k);
        }
    }

    private static void add(double[] x, int xo, double s, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector.fromArray(S, x, xo + k).add(s).intoArray(o, oo + k);
        }
    }

    private static void mul(double[] x, int xo, double s, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector.fromArray(S, x, xo + k).mul(s).intoArray(o, oo + k);
        }
    }

    private static void div(double[] x, int xo, double s, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector.fromArray(S, x, xo + k).div(s).intoArray(o, oo + k);
        }
    }

    private static void squaredError(double[] x, int xo, double s, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector d = DoubleVector.fromArray(S, x, xo + k).sub(s);
            d.mul(d).intoArray(o, oo + k);
        }
    }

    private static void subFrom(double s, double[] y, int yo, double[] o, int oo, int n) {
        DoubleVector first = DoubleVector.broadcast(S, s);
        for (int k = 0; k < n; k += L) {
            first.sub(DoubleVector.fromArray(S, y, yo + k)).intoArray(o, oo + k);
        }
    }

    private static void divInto(double s, double[] y, int yo, double[] o, int oo, int n) {
        DoubleVector first = DoubleVector.broadcast(S, s);
        for (int k = 0; k < n; k += L) {
            first.div(DoubleVector.fromArray(S, y, yo + k)).intoArray(o, oo + k);
        }
    }
}
