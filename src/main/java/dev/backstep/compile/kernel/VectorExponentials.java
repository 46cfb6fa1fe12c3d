package dev.backstep.compile.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// eᵗ and what is made of it, flat; whole vectors are written.
///
/// Written out in additions and products instead of `VectorOperators.EXP` and `TANH`: those give
/// other last digits once C2 has compiled them than before, and then no run could be repeated bit
/// for bit. It is faster, too, as no call empties the registers.
///
/// t = n·log 2 + r with |r| ≤ log 2 / 2 (Cody and Waite, *Software Manual for the Elementary
/// Functions*, 1980), then the Taylor series of eʳ − 1 to r¹³, whose rest is below 2⁻⁵⁵; odd and
/// even terms apart, so that fewer wait for one another. Within 2 units in the last place.
final class VectorExponentials {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final int L = S.length();

    /// Added to a number below 2⁵¹, it leaves the nearest whole number in the last bits.
    private static final double ROUND = 0x1.8p52;

    private static final double LOG2_E = 1 / Math.log(2);

    /// log 2 with its last 27 bits gone, and the rest: n times the first is exact.
    private static final double LOG2_HIGH =
            Double.longBitsToDouble(Double.doubleToLongBits(Math.log(2)) & -1L << 27);

    /// log 2 = 0.693147180559945309417232121458…, of which `Math.log(2)` holds all but
    /// 2.319046813846299558e−17.
    private static final double LOG2_LOW = Math.log(2) - LOG2_HIGH + 2.319046813846299558e-17;

    private static final long ONE = Double.doubleToLongBits(1);

    private VectorExponentials() {}

    static void exp(double[] x, int xo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, x, xo + k);
            t =
                    t.blend(710, t.compare(VectorOperators.GT, 710))
                            .blend(-750, t.compare(VectorOperators.LT, -750));
            DoubleVector rounded =
                    t.fma(DoubleVector.broadcast(S, LOG2_E), DoubleVector.broadcast(S, ROUND));
            DoubleVector whole = rounded.sub(ROUND);
            DoubleVector r = whole.fma(DoubleVector.broadcast(S, -LOG2_HIGH), t);
            r = whole.fma(DoubleVector.broadcast(S, -LOG2_LOW), r);
            DoubleVector square = r.mul(r);
            DoubleVector odd = DoubleVector.broadcast(S, 1 / 6227020800.0);
            odd = odd.fma(square, DoubleVector.broadcast(S, 1 / 39916800.0));
            odd = odd.fma(square, DoubleVector.broadcast(S, 1 / 362880.0));
            odd = odd.fma(square, DoubleVector.broadcast(S, 1 / 5040.0));
            odd = odd.fma(square, DoubleVector.broadcast(S, 1 / 120.0));
            odd = odd.fma(square, DoubleVector.broadcast(S, 1 / 6.0));
            DoubleVector even = DoubleVector.broadcast(S, 1 / 479001600.0);
            even = even.fma(square, DoubleVector.broadcast(S, 1 / 3628800.0));
            even = even.fma(square, DoubleVector.broadcast(S, 1 / 40320.0));
            even = even.fma(square, DoubleVector.broadcast(S, 1 / 720.0));
            even = even.fma(square, DoubleVector.broadcast(S, 1 / 24.0));
            even = even.fma(square, DoubleVector.broadcast(S, 0.5));
            DoubleVector p = odd.fma(r, even);
            DoubleVector e = square.fma(p, r).add(1);
            // 2ⁿ in two factors, since n goes down to −1082: half of n, then the rest
            LongVector bits = rounded.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 32);
            LongVector power = bits.lanewise(VectorOperators.ASHR, 32);
            LongVector half = power.lanewise(VectorOperators.ASHR, 1);
            DoubleVector first =
                    half.lanewise(VectorOperators.LSHL, 52).add(ONE).reinterpretAsDoubles();
            DoubleVector second =
                    power.sub(half)
                            .lanewise(VectorOperators.LSHL, 52)
                            .add(ONE)
                            .reinterpretAsDoubles();
            e.mul(first).mul(second).intoArray(o, oo + k);
        }
    }

    /// With q = e^(−2|t|) − 1, found without cancellation, tanh |t| = −q/(q + 2).
    static void tanh(double[] x, int xo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, x, xo + k);
            DoubleVector y = t.abs().mul(-2);
            y = y.blend(-44, y.compare(VectorOperators.LT, -44));
            DoubleVector rounded =
                    y.fma(DoubleVector.broadcast(S, LOG2_E), DoubleVector.broadcast(S, ROUND));
            DoubleVector whole = rounded.sub(ROUND);
            DoubleVector r = whole.fma(DoubleVector.broadcast(S, -LOG2_HIGH), y);
            r = whole.fma(DoubleVector.broadcast(S, -LOG2_LOW), r);
            DoubleVector square = r.mul(r);
            DoubleVector odd = DoubleVector.broadcast(S, 1 / 6227020800.0);
            odd = odd.fma(square, DoubleVector.broadcast(S, 1 / 39916800.0));
            odd = odd.fma(square, DoubleVector.broadcast(S, 1 / 362880.0));
            odd = odd.fma(square, DoubleVector.broadcast(S, 1 / 5040.0));
            odd = odd.fma(square, DoubleVector.broadcast(S, 1 / 120.0));
            odd = odd.fma(square, DoubleVector.broadcast(S, 1 / 6.0));
            DoubleVector even = DoubleVector.broadcast(S, 1 / 479001600.0);
            even = even.fma(square, DoubleVector.broadcast(S, 1 / 3628800.0));
            even = even.fma(square, DoubleVector.broadcast(S, 1 / 40320.0));
            even = even.fma(square, DoubleVector.broadcast(S, 1 / 720.0));
            even = even.fma(square, DoubleVector.broadcast(S, 1 / 24.0));
            even = even.fma(square, DoubleVector.broadcast(S, 0.5));
            DoubleVector p = odd.fma(r, even);
            DoubleVector q = square.fma(p, r);
            LongVector power = rounded.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
            DoubleVector scale = power.add(ONE).reinterpretAsDoubles();
            q = q.fma(scale, scale.sub(1));
            DoubleVector size = q.neg().div(q.add(2));
            size.blend(size.neg(), t.compare(VectorOperators.LT, 0)).intoArray(o, oo + k);
        }
    }

    /// 1/(1 + e) for t ≥ 0, e/(1 + e) below, with e = e^(−|t|): no overflow on either side.
    static void sigmoid(double[] x, int xo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector.fromArray(S, x, xo + k).abs().neg().intoArray(o, oo + k);
        }
        exp(o, oo, o, oo, n);
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, x, xo + k);
            DoubleVector e = DoubleVector.fromArray(S, o, oo + k);
            e.blend(one, t.compare(VectorOperators.GE, 0)).div(e.add(one)).intoArray(o, oo + k);
        }
    }
}
