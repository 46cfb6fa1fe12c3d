package dev.backstep.compile.kernel;

import dev.backstep.graph.Op;
import dev.backstep.tensor.Strided;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Upstream times local for the usual activations and losses, flat; whole vectors are written.
final class VectorSlopes {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final int L = S.length();

    private VectorSlopes() {}

    static void tanh(double[] g, int go, double[] a, int ao, double[] o, int oo, int n) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, a, ao + k);
            DoubleVector.fromArray(S, g, go + k).mul(one.sub(t.mul(t))).intoArray(o, oo + k);
        }
    }

    static void sigmoid(double[] g, int go, double[] a, int ao, double[] o, int oo, int n) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, a, ao + k);
            DoubleVector.fromArray(S, g, go + k).mul(t.mul(one.sub(t))).intoArray(o, oo + k);
        }
    }

    static void step(Strided g, Op.StepFunction step, Strided x, Strided out) {
        DoubleVector above = DoubleVector.broadcast(S, step.above());
        DoubleVector below = DoubleVector.broadcast(S, step.below());
        DoubleVector at = DoubleVector.broadcast(S, step.at());
        DoubleVector none = DoubleVector.broadcast(S, Double.NaN);
        int n = out.size();
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, x.data(), x.at() + k);
            VectorMask<Double> positive = t.compare(VectorOperators.GT, 0);
            VectorMask<Double> negative = t.compare(VectorOperators.LT, 0);
            VectorMask<Double> zero = t.compare(VectorOperators.EQ, 0);
            DoubleVector slope = none.blend(at, zero).blend(below, negative).blend(above, positive);
            DoubleVector.fromArray(S, g.data(), g.at() + k)
                    .mul(slope)
                    .intoArray(out.data(), out.at() + k);
        }
    }

    /// −(t/q − (1 − t)/(1 − q)) = (q − t)/(q(1 − q)): one division instead of two. At q = t = 0 it
    /// is 1 and at q = t = 1 it is −1: a term of weight 0 is 0.
    static void bce(Strided g, Strided p, Strided y, Strided out) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        int n = out.size();
        for (int k = 0; k < n; k += L) {
            DoubleVector q = DoubleVector.fromArray(S, p.data(), p.at() + k);
            DoubleVector t = DoubleVector.fromArray(S, y.data(), y.at() + k);
            VectorMask<Double> sure = q.compare(VectorOperators.EQ, t);
            DoubleVector spread = q.mul(one.sub(q));
            sure = sure.and(spread.compare(VectorOperators.EQ, 0));
            DoubleVector slope = q.sub(t).div(spread).blend(one.sub(q).sub(q), sure);
            DoubleVector.fromArray(S, g.data(), g.at() + k)
                    .mul(slope)
                    .intoArray(out.data(), out.at() + k);
        }
    }

    static void bce(double g, Strided p, Strided y, Strided out) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        int n = out.size();
        for (int k = 0; k < n; k += L) {
            DoubleVector q = DoubleVector.fromArray(S, p.data(), p.at() + k);
            DoubleVector t = DoubleVector.fromArray(S, y.data(), y.at() + k);
            VectorMask<Double> sure = q.compare(VectorOperators.EQ, t);
            DoubleVector spread = q.mul(one.sub(q));
            sure = sure.and(spread.compare(VectorOperators.EQ, 0));
            DoubleVector slope = q.sub(t).div(spread).blend(one.sub(q).sub(q), sure);
            slope.mul(g).intoArray(out.data(), out.at() + k);
        }
    }

    /// g·(q − t), where all q(1 − q) are normal numbers, by which to divide and multiply cancels.
    /// Says whether they are; if not, what it has written means nothing.
    static boolean sigmoidBce(double g, Strided p, Strided y, Strided out) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        int n = out.size();
        for (int k = 0; k < n; k += L) {
            DoubleVector q = DoubleVector.fromArray(S, p.data(), p.at() + k);
            DoubleVector t = DoubleVector.fromArray(S, y.data(), y.at() + k);
            VectorMask<Double> fits =
                    q.mul(one.sub(q)).compare(VectorOperators.GE, Double.MIN_NORMAL);
            if (!fits.or(S.indexInRange(k, n).not()).allTrue()) {
                return false;
            }
            q.sub(t).mul(g).intoArray(out.data(), out.at() + k);
        }
        return true;
    }
}
