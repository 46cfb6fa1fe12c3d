package dev.backstep.train;

import dev.backstep.graph.Op.Binary;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Element-wise functions of two operands, row-wise; whole vectors are written, row after row.
final class VectorPairs {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private VectorPairs() {}

    /// Computes `op` where it has a loop here for operands laid out so; says whether it has.
    static boolean combine(Binary op, View x, View y, View out, double[] scratch) {
        if (op == Binary.POW || op == Binary.MAX || op == Binary.MIN) {
            return false;
        }
        if (op == Binary.BCE || op == Binary.BCE_LOGITS) {
            return x.isFlat() && y.isFlat() && loss(op, x, y, out, scratch);
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

    private static boolean loss(Binary op, View x, View y, View out, double[] scratch) {
        if (op == Binary.BCE) {
            bce(x, y, out, scratch);
        } else {
            bceLogits(x, y, out, scratch);
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
            case BCE, BCE_LOGITS, POW, MAX, MIN ->
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
            case BCE, BCE_LOGITS, POW, MAX, MIN ->
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
            case BCE, BCE_LOGITS, POW, MAX, MIN ->
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

    private static void bce(View p, View y, View out, double[] scratch) {
        int n = out.size();
        if (ofLabels(p, y, scratch, n)) {
            VectorLogarithms.log(scratch, 0, -1, out.data(), out.at(), n);
            return;
        }
        DoubleVector one = DoubleVector.broadcast(S, 1);
        int miss = n + View.SLACK;
        for (int k = 0; k < n; k += L) {
            one.sub(DoubleVector.fromArray(S, p.data(), p.at() + k)).intoArray(scratch, miss + k);
        }
        VectorLogarithms.log(scratch, miss, scratch, miss, n);
        VectorLogarithms.log(p.data(), p.at(), scratch, 0, n);
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, y.data(), y.at() + k);
            DoubleVector missed = one.sub(t).mul(DoubleVector.fromArray(S, scratch, miss + k));
            DoubleVector hit = t.mul(DoubleVector.fromArray(S, scratch, k));
            hit.add(missed).neg().intoArray(out.data(), out.at() + k);
        }
    }

    /// Where all labels are 0 or 1, the probability given to each, whose logarithm is enough: that
    /// of the other class is multiplied by 0, which gives a number unless it is that of 0. Says
    /// whether they are; if not, what it has written means nothing.
    private static boolean ofLabels(View p, View y, double[] o, int n) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int k = 0; k < n; k += L) {
            DoubleVector q = DoubleVector.fromArray(S, p.data(), p.at() + k);
            DoubleVector t = DoubleVector.fromArray(S, y.data(), y.at() + k);
            VectorMask<Double> hit = t.compare(VectorOperators.EQ, 1);
            VectorMask<Double> hard = hit.or(t.compare(VectorOperators.EQ, 0));
            if (!hard.or(S.indexInRange(k, n).not()).allTrue()) {
                return false;
            }
            DoubleVector miss = one.sub(q);
            VectorMask<Double> sure = q.blend(miss, hit).compare(VectorOperators.LE, 0);
            miss.blend(q, hit).blend(Double.NaN, sure).intoArray(o, k);
        }
        return true;
    }

    private static void bceLogits(View z, View y, View out, double[] scratch) {
        int n = out.size();
        for (int k = 0; k < n; k += L) {
            DoubleVector.fromArray(S, z.data(), z.at() + k).abs().neg().intoArray(scratch, k);
        }
        VectorExponentials.exp(scratch, 0, scratch, 0, n);
        VectorLogarithms.log1p(scratch, 0, scratch, 0, n);
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, z.data(), z.at() + k);
            DoubleVector linear =
                    t.max(0).sub(t.mul(DoubleVector.fromArray(S, y.data(), y.at() + k)));
            linear.add(DoubleVector.fromArray(S, scratch, k)).intoArray(out.data(), out.at() + k);
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
