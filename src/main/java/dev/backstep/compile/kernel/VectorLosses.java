package dev.backstep.compile.kernel;

import dev.backstep.tensor.Strided;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Binary cross-entropies, flat; whole vectors are written. A term whose label weight is 0 is 0.
final class VectorLosses {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final int L = S.length();

    private VectorLosses() {}

    static void bce(Strided p, Strided y, Strided out, double[] scratch) {
        int n = out.size();
        int lost = n + Strided.SLACK;
        if (ofLabels(p, y, scratch, lost, n)) {
            VectorLogarithms.log(scratch, 0, scratch, 0, n);
            DoubleVector zero = DoubleVector.zero(S);
            for (int k = 0; k < n; k += L) {
                DoubleVector log = DoubleVector.fromArray(S, scratch, k);
                zero.sub(log.add(DoubleVector.fromArray(S, scratch, lost + k)))
                        .intoArray(out.data(), out.at() + k);
            }
        } else {
            ofWeights(p, y, out, scratch);
        }
    }

    /// Where all labels are 0 or 1, the probability given to each, whose logarithm is enough: that
    /// of the other class has weight 0 and only must be a number; and what the logarithm lacks, see
    /// [#log1p]. Says whether they are; if not, what it has written means nothing.
    private static boolean ofLabels(Strided p, Strided y, double[] o, int lost, int n) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        DoubleVector zero = DoubleVector.zero(S);
        for (int k = 0; k < n; k += L) {
            DoubleVector q = DoubleVector.fromArray(S, p.data(), p.at() + k);
            DoubleVector t = DoubleVector.fromArray(S, y.data(), y.at() + k);
            VectorMask<Double> hit = t.compare(VectorOperators.EQ, 1);
            VectorMask<Double> hard = hit.or(t.compare(VectorOperators.EQ, 0));
            if (!hard.or(S.indexInRange(k, n).not()).allTrue()) {
                return false;
            }
            DoubleVector miss = one.sub(q);
            DoubleVector rest = one.sub(miss).sub(q);
            VectorMask<Double> rounded = rest.abs().compare(VectorOperators.GT, 0);
            zero.blend(rest.div(miss), rounded.andNot(hit)).intoArray(o, lost + k);
            VectorMask<Double> outside = q.blend(miss, hit).compare(VectorOperators.LT, 0);
            miss.blend(q, hit).blend(Double.NaN, outside).intoArray(o, k);
        }
        return true;
    }

    /// y·log p and (1 − y)·log(1 − p) with any weights.
    private static void ofWeights(Strided p, Strided y, Strided out, double[] scratch) {
        int n = out.size();
        int miss = n + Strided.SLACK;
        log1p(p, scratch, miss, n);
        VectorLogarithms.log(p.data(), p.at(), scratch, 0, n);
        DoubleVector one = DoubleVector.broadcast(S, 1);
        DoubleVector zero = DoubleVector.zero(S);
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, y.data(), y.at() + k);
            DoubleVector rest = one.sub(t);
            DoubleVector log = DoubleVector.fromArray(S, scratch, k);
            DoubleVector logMiss = DoubleVector.fromArray(S, scratch, miss + k);
            VectorMask<Double> never = log.compare(VectorOperators.EQ, Double.NEGATIVE_INFINITY);
            VectorMask<Double> sure = logMiss.compare(VectorOperators.EQ, Double.NEGATIVE_INFINITY);
            DoubleVector hit = t.mul(log).blend(0, never.and(t.compare(VectorOperators.EQ, 0)));
            DoubleVector missed =
                    rest.mul(logMiss).blend(0, sure.and(rest.compare(VectorOperators.EQ, 0)));
            zero.sub(hit.add(missed)).intoArray(out.data(), out.at() + k);
        }
    }

    /// log(1 − p): the logarithm of u = 1 − p, rounded, and what the rounding has lost, divided by
    /// u: the next term of the Taylor series (Goldberg, *What Every Computer Scientist Should Know
    /// About Floating-Point Arithmetic*, 1991, theorem 4, has the same in one quotient).
    private static void log1p(Strided p, double[] o, int oo, int n) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int k = 0; k < n; k += L) {
            one.sub(DoubleVector.fromArray(S, p.data(), p.at() + k)).intoArray(o, oo + k);
        }
        VectorLogarithms.log(o, oo, o, oo, n);
        DoubleVector zero = DoubleVector.zero(S);
        for (int k = 0; k < n; k += L) {
            DoubleVector q = DoubleVector.fromArray(S, p.data(), p.at() + k);
            DoubleVector u = one.sub(q);
            DoubleVector rest = one.sub(u).sub(q);
            VectorMask<Double> rounded = rest.abs().compare(VectorOperators.GT, 0);
            DoubleVector.fromArray(S, o, oo + k)
                    .add(zero.blend(rest.div(u), rounded))
                    .intoArray(o, oo + k);
        }
    }

    /// max(z, 0) − z·y + log(1 + e^−|z|), where all z are finite. Says whether they are; if not,
    /// nothing is written but to `scratch`.
    static boolean bceLogits(Strided z, Strided y, Strided out, double[] scratch) {
        int n = out.size();
        for (int k = 0; k < n; k += L) {
            DoubleVector size = DoubleVector.fromArray(S, z.data(), z.at() + k).abs();
            VectorMask<Double> infinite = size.compare(VectorOperators.GT, Double.MAX_VALUE);
            if (infinite.and(S.indexInRange(k, n)).anyTrue()) {
                return false;
            }
            size.neg().intoArray(scratch, k);
        }
        VectorExponentials.exp(scratch, 0, scratch, 0, n);
        VectorLogarithms.log1p(scratch, 0, scratch, 0, n);
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, z.data(), z.at() + k);
            DoubleVector linear =
                    t.max(0).sub(t.mul(DoubleVector.fromArray(S, y.data(), y.at() + k)));
            linear.add(DoubleVector.fromArray(S, scratch, k)).intoArray(out.data(), out.at() + k);
        }
        return true;
    }
}
