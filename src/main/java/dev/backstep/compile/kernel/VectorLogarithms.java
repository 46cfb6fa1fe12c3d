package dev.backstep.compile.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// log t and log(1 + t), flat; whole vectors are written. Written out for the reason given at
/// [VectorExponentials].
///
/// log m = 2·artanh s with s = (m − 1)/(m + 1), as a polynomial. Within 2 units in the last place.
final class VectorLogarithms {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final int L = S.length();
    private static final double LOG2_HIGH =
            Double.longBitsToDouble(Double.doubleToLongBits(Math.log(2)) & -1L << 27);
    private static final double LOG2_LOW = Math.log(2) - LOG2_HIGH + 2.319046813846299558e-17;
    private static final long MANTISSA = (1L << 52) - 1;

    /// The bits of √½: what is taken away before the exponent is read, so that m lies between √½
    /// and √2.
    private static final long ROOT = Double.doubleToLongBits(Math.sqrt(0.5));

    /// 2·artanh s = 2s + s(C₁s² + C₂s⁴ + …) for |s| < 0.1716, with an error below 2⁻⁵⁸ (Ng,
    /// *fdlibm*, e_log.c, 1993).
    private static final double C1 = 6.666666666666735130e-01;

    private static final double C2 = 3.999999999940941908e-01;
    private static final double C3 = 2.857142874366239149e-01;
    private static final double C4 = 2.222219843214978396e-01;
    private static final double C5 = 1.818357216161805012e-01;
    private static final double C6 = 1.531383769920937332e-01;
    private static final double C7 = 1.479819860511658591e-01;

    private VectorLogarithms() {}

    /// log t: t = 2ᵉ·m with √½ ≤ m < √2, so that |s| < 0.1716.
    static void log(double[] x, int xo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, x, xo + k);
            VectorMask<Double> tiny = t.compare(VectorOperators.LT, Double.MIN_NORMAL);
            LongVector bits = t.mul(0x1p54, tiny).reinterpretAsLongs().sub(ROOT);
            DoubleVector m =
                    bits.lanewise(VectorOperators.AND, MANTISSA).add(ROOT).reinterpretAsDoubles();
            // the exponent, with 1024 added, as a double: put into the last bits of 1.5·2⁵²
            LongVector exponent = bits.add(1L << 62).lanewise(VectorOperators.LSHR, 52);
            DoubleVector e =
                    exponent.add(Double.doubleToLongBits(0x1.8p52))
                            .reinterpretAsDoubles()
                            .sub(0x1.8p52 + 1024);
            e = e.sub(54, tiny);
            DoubleVector f = m.sub(1);
            DoubleVector s = f.div(f.add(2));
            DoubleVector q = s.mul(s);
            DoubleVector p = DoubleVector.broadcast(S, C7);
            p = p.fma(q, DoubleVector.broadcast(S, C6));
            p = p.fma(q, DoubleVector.broadcast(S, C5));
            p = p.fma(q, DoubleVector.broadcast(S, C4));
            p = p.fma(q, DoubleVector.broadcast(S, C3));
            p = p.fma(q, DoubleVector.broadcast(S, C2));
            p = p.fma(q, DoubleVector.broadcast(S, C1)).mul(q);
            // log m = 2s + s·p, and 2s = f − s·f
            DoubleVector low = e.fma(DoubleVector.broadcast(S, LOG2_LOW), s.mul(p.sub(f)));
            DoubleVector log = e.fma(DoubleVector.broadcast(S, LOG2_HIGH), f.add(low));
            log = log.blend(Double.NEGATIVE_INFINITY, t.compare(VectorOperators.EQ, 0));
            log = log.blend(Double.NaN, t.compare(VectorOperators.LT, 0));
            VectorMask<Double> finite = t.compare(VectorOperators.LE, Double.MAX_VALUE);
            t.blend(log, finite).intoArray(o, oo + k);
        }
    }

    /// For 0 ≤ t ≤ 1: s = t/(2 + t) ≤ ⅓, and the term of s³⁵ is the last that counts.
    static void log1p(double[] x, int xo, double[] o, int oo, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector t = DoubleVector.fromArray(S, x, xo + k);
            DoubleVector s = t.div(t.add(2));
            DoubleVector q = s.mul(s);
            DoubleVector p =
                    q.fma(DoubleVector.broadcast(S, 2 / 35.0), DoubleVector.broadcast(S, 2 / 33.0));
            p =
                    p.fma(q, DoubleVector.broadcast(S, 2 / 31.0))
                            .fma(q, DoubleVector.broadcast(S, 2 / 29.0));
            p =
                    p.fma(q, DoubleVector.broadcast(S, 2 / 27.0))
                            .fma(q, DoubleVector.broadcast(S, 2 / 25.0));
            p =
                    p.fma(q, DoubleVector.broadcast(S, 2 / 23.0))
                            .fma(q, DoubleVector.broadcast(S, 2 / 21.0));
            p =
                    p.fma(q, DoubleVector.broadcast(S, 2 / 19.0))
                            .fma(q, DoubleVector.broadcast(S, 2 / 17.0));
            p =
                    p.fma(q, DoubleVector.broadcast(S, 2 / 15.0))
                            .fma(q, DoubleVector.broadcast(S, 2 / 13.0));
            p =
                    p.fma(q, DoubleVector.broadcast(S, 2 / 11.0))
                            .fma(q, DoubleVector.broadcast(S, 2 / 9.0));
            p =
                    p.fma(q, DoubleVector.broadcast(S, 2 / 7.0))
                            .fma(q, DoubleVector.broadcast(S, 2 / 5.0));
            p = p.fma(q, DoubleVector.broadcast(S, 2 / 3.0)).mul(q);
            s.fma(p, s.add(s)).intoArray(o, oo + k);
        }
    }
}
