package dev.backstep.train;

import dev.backstep.graph.Op;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Upstream times local for the usual activations and losses, flat; whole vectors are written.
final class VectorSlopes {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
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

    static void step(View g, Op.Step step, View x, View out) {
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

    /// −(t/q − (1 − t)/(1 − q)) = (q − t)/(q(1 − q)): one division instead of two.
    static void bce(
            double[] g, int go, double[] p, int po, double[] y, int yo, double[] o, int oo, int n) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int k = 0; k < n; k += L) {
            DoubleVector q = DoubleVector.fromArray(S, p, po + k);
            DoubleVector t = DoubleVector.fromArray(S, y, yo + k);
            DoubleVector slope = q.sub(t).div(q.mul(one.sub(q)));
            DoubleVector.fromArray(S, g, go + k).mul(slope).intoArray(o, oo + k);
        }
    }

    static void bce(double g, double[] p, int po, double[] y, int yo, double[] o, int oo, int n) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        DoubleVector upstream = DoubleVector.broadcast(S, g);
        for (int k = 0; k < n; k += L) {
            DoubleVector q = DoubleVector.fromArray(S, p, po + k);
            DoubleVector t = DoubleVector.fromArray(S, y, yo + k);
            upstream.mul(q.sub(t).div(q.mul(one.sub(q)))).intoArray(o, oo + k);
        }
    }
}
