package dev.backstep.compile.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
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
/// Functions*, 1980). For eᵗ then the Taylor series of eʳ − 1 to r¹³, whose rest is below 2⁻⁵⁵; odd
/// and even terms apart, so that fewer wait for one another: within 2 units in the last place. For
/// what is a quotient anyway, eʳ = (c + r)/(c − r) with c = r·coth(r/2): within 3 units.
final class VectorExponentials {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final VectorSpecies<Integer> INTS = S.withLanes(int.class);
    private static final VectorSpecies<Long> LONGS = S.withLanes(long.class);
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

    /// Negative from the start: C2 would take the sign of a constant off in every round.
    private static final double MINUS_HALF_LOG2 = -Math.log(2) / 2;

    private static final double MINUS_LOG2_HIGH = -LOG2_HIGH;
    private static final double MINUS_LOG2_LOW = -LOG2_LOW;

    /// r·coth(r/2) = 2 + C₁r² + C₂r⁴ + … for |r| ≤ log 2 / 2, with an error below 2⁻⁵⁹ (Ng,
    /// *fdlibm*, e_exp.c, 1993).
    private static final double C1 = 1.66666666666666019037e-01;

    private static final double C2 = -2.77777777770155933842e-03;
    private static final double C3 = 6.61375632143793436117e-05;
    private static final double C4 = -1.65339022054652515390e-06;
    private static final double C5 = 4.13813679705723846039e-08;

    private static final long ONE = Double.doubleToLongBits(1);

    /// All of a double but its sign and the last 32 bits: of two, the one with more is larger.
    private static final long SIZE = 0x7fff_ffffL << 32;

    private VectorExponentials() {}

    /// Whether no |t| is above `limit` by more than a millionth of it, nor NaN. One look at all of
    /// them costs less than two comparisons and two choices for each.
    private static boolean isWithin(double limit, double[] x, int xo, int n) {
        IntVector largest = IntVector.zero(INTS);
        LongVector size = LongVector.broadcast(LONGS, SIZE);
        for (int k = 0; k < n; k += L) {
            LongVector bits = DoubleVector.fromArray(S, x, xo + k).reinterpretAsLongs();
            largest = largest.max(bits.and(size).reinterpretAsInts());
        }
        int high = (int) (Double.doubleToLongBits(limit) >> 32);
        return !largest.compare(VectorOperators.GT, high).anyTrue();
    }

    private static void clamp(
            double low, double high, double[] x, int xo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, x, xo + k);
            t.blend(high, t.compare(VectorOperators.GT, high))
                    .blend(low, t.compare(VectorOperators.LT, low))
                    .intoArray(o, oo + k);
        }
    }

    static void exp(double[] x, int xo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, x, xo + k);
            t =
                    t.blend(710, t.compare(VectorOperators.GT, 710))
                            .blend(-750, t.compare(VectorOperators.LT, -750));
            DoubleVector rounded =
                    t.fma(DoubleVector.broadcast(S, LOG2_E), DoubleVector.broadcast(S, ROUND));
            DoubleVector whole = rounded.sub(ROUND);
            DoubleVector r = rest(t, whole);
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

    /// With eʳ = (c + r)/(c − r), see [#C1], and s = 2ⁿ, tanh t = (e²ᵗ − 1)/(e²ᵗ + 1) is ((s − 1)c
    /// + (s + 1)r)/((s + 1)c + (s − 1)r): one division, no cancellation near 0.
    static void tanh(double[] x, int xo, double[] o, int oo, int n) {
        if (isWithin(350, x, xo, n)) {
            tanhWithin(x, xo, o, oo, n);
        } else {
            clamp(-22, 22, x, xo, o, oo, n);
            tanhWithin(o, oo, o, oo, n);
        }
    }

    /// In halves, so that t need not be doubled: r/2 and c/2, whose coefficients are exact too.
    private static void tanhWithin(double[] x, int xo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, x, xo + k);
            DoubleVector rounded =
                    t.fma(DoubleVector.broadcast(S, 2 * LOG2_E), DoubleVector.broadcast(S, ROUND));
            DoubleVector r = rounded.sub(ROUND).fma(DoubleVector.broadcast(S, MINUS_HALF_LOG2), t);
            DoubleVector square = r.mul(r);
            DoubleVector c = DoubleVector.broadcast(S, 512 * C5);
            c = c.fma(square, DoubleVector.broadcast(S, 128 * C4));
            c = c.fma(square, DoubleVector.broadcast(S, 32 * C3));
            c = c.fma(square, DoubleVector.broadcast(S, 8 * C2));
            c = c.fma(square, DoubleVector.broadcast(S, 2 * C1));
            c = c.fma(square, DoubleVector.broadcast(S, 1));
            LongVector power = rounded.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
            DoubleVector s = power.add(ONE).reinterpretAsDoubles();
            DoubleVector less = s.sub(1);
            DoubleVector more = s.add(1);
            less.fma(c, more.mul(r)).div(more.fma(c, less.mul(r))).intoArray(o, oo + k);
        }
    }

    /// With eᵗ = s(c + r)/(c − r) as for [#tanh], and with q = c − 2, of which all digits are
    /// there, 1/(1 + e⁻ᵗ) is s(q + r + 2)/(s(q + r + 2) + (q − r + 2)): no overflow on either side.
    static void sigmoid(double[] x, int xo, double[] o, int oo, int n) {
        if (isWithin(700, x, xo, n)) {
            sigmoidWithin(x, xo, o, oo, n);
        } else {
            sigmoidBeyond(x, xo, o, oo, n);
        }
    }

    private static void sigmoidWithin(double[] x, int xo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, x, xo + k);
            DoubleVector rounded =
                    t.fma(DoubleVector.broadcast(S, LOG2_E), DoubleVector.broadcast(S, ROUND));
            DoubleVector whole = rounded.sub(ROUND);
            DoubleVector r = rest(t, whole);
            DoubleVector q = q(r.mul(r));
            LongVector power = rounded.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
            DoubleVector e = q.add(r).add(2).mul(power.add(ONE).reinterpretAsDoubles());
            e.div(q.sub(r).add(2).add(e)).intoArray(o, oo + k);
        }
    }

    private static void sigmoidBeyond(double[] x, int xo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, x, xo + k);
            t =
                    t.blend(44, t.compare(VectorOperators.GT, 44))
                            .blend(-750, t.compare(VectorOperators.LT, -750));
            DoubleVector rounded =
                    t.fma(DoubleVector.broadcast(S, LOG2_E), DoubleVector.broadcast(S, ROUND));
            DoubleVector whole = rounded.sub(ROUND);
            DoubleVector r = rest(t, whole);
            DoubleVector q = q(r.mul(r));
            // 2ⁿ in two factors, since n goes down to −1082: half of n, rounded, then the rest
            DoubleVector half =
                    whole.fma(DoubleVector.broadcast(S, 0.5), DoubleVector.broadcast(S, ROUND));
            DoubleVector rest = rounded.sub(half.sub(ROUND));
            LongVector first = half.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
            LongVector second = rest.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
            DoubleVector e = q.add(r).add(2).mul(first.add(ONE).reinterpretAsDoubles());
            e = e.mul(second.add(ONE).reinterpretAsDoubles());
            e.div(q.sub(r).add(2).add(e)).intoArray(o, oo + k);
        }
    }

    /// t − n·log 2, for a whole n.
    private static DoubleVector rest(DoubleVector t, DoubleVector n) {
        DoubleVector r = n.fma(DoubleVector.broadcast(S, MINUS_LOG2_HIGH), t);
        return n.fma(DoubleVector.broadcast(S, MINUS_LOG2_LOW), r);
    }

    /// r·coth(r/2) − 2, see [#C1].
    private static DoubleVector q(DoubleVector square) {
        DoubleVector q = DoubleVector.broadcast(S, C5);
        q = q.fma(square, DoubleVector.broadcast(S, C4));
        q = q.fma(square, DoubleVector.broadcast(S, C3));
        q = q.fma(square, DoubleVector.broadcast(S, C2));
        return q.fma(square, DoubleVector.broadcast(S, C1)).mul(square);
    }
}
