package dev.backstep.compile.kernel;

/// tanh and σ in plain Java, flat, in loops that C2 makes vector instructions of: a third of the
/// time of `Math.tanh`. For that each array is read and written at the index of the loop alone, so
/// operands are copied to the front of arrays of its own; and what C2 has no vector instruction for
/// stands in a loop by itself.
///
/// The method is that of [VectorExponentials], without fused multiplications, which Java works out
/// digit by digit if the processor has none.
final class PlainExponentials {

    /// Numbers at once: few enough that they stay in the nearest cache.
    private static final int PART = 512;

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

    /// Below it, e^y is 0 beside 1 for tanh, and for σ it is 0.
    private static final double TANH_LEAST = -44;

    private static final double LEAST = -750;

    private final double[] t = new double[PART];
    private final double[] y = new double[PART];
    private final double[] rounded = new double[PART];
    private final double[] scale = new double[PART];
    private final double[] rest = new double[PART];

    /// With q = e^(−2|t|) − 1, found without cancellation, tanh |t| = −q/(q + 2).
    void tanh(double[] x, int xo, double[] o, int oo, int n) {
        for (int first = 0; first < n; first += PART) {
            int count = Math.min(PART, n - first);
            System.arraycopy(x, xo + first, t, 0, count);
            reduce(count, -2, TANH_LEAST);
            expm1OfRest(count);
            powers(count);
            tanh(count);
            for (int k = 0; k < count; k++) {
                o[oo + first + k] = Math.copySign(y[k], t[k]);
            }
        }
    }

    /// 1/(1 + e) for t ≥ 0, e/(1 + e) below, with e = e^(−|t|): no overflow on either side.
    void sigmoid(double[] x, int xo, double[] o, int oo, int n) {
        for (int first = 0; first < n; first += PART) {
            int count = Math.min(PART, n - first);
            System.arraycopy(x, xo + first, t, 0, count);
            reduce(count, -1, LEAST);
            expm1OfRest(count);
            halfPowers(count);
            exp(count);
            for (int k = 0; k < count; k++) {
                o[oo + first + k] = (t[k] < 0 ? y[k] : 1) / (1 + y[k]);
            }
        }
    }

    /// y = factor · |t|, not below `least`; NaN stays. With it n = y/log 2, rounded, in the last
    /// bits of ROUND + n.
    private void reduce(int count, double factor, double least) {
        for (int k = 0; k < count; k++) {
            double to = Math.max(Math.abs(t[k]) * factor, least);
            y[k] = to;
            rounded[k] = to * LOG2_E + ROUND;
        }
    }

    /// e^r − 1 of r = y − n·log 2: its Taylor series to r¹³, whose rest is below 2⁻⁵⁵.
    private void expm1OfRest(int count) {
        for (int k = 0; k < count; k++) {
            double whole = rounded[k] - ROUND;
            double r = y[k] - whole * LOG2_HIGH - whole * LOG2_LOW;
            double square = r * r;
            double odd = 1 / 6227020800.0;
            odd = odd * square + 1 / 39916800.0;
            odd = odd * square + 1 / 362880.0;
            odd = odd * square + 1 / 5040.0;
            odd = odd * square + 1 / 120.0;
            odd = odd * square + 1 / 6.0;
            double even = 1 / 479001600.0;
            even = even * square + 1 / 3628800.0;
            even = even * square + 1 / 40320.0;
            even = even * square + 1 / 720.0;
            even = even * square + 1 / 24.0;
            even = even * square + 0.5;
            y[k] = square * (odd * r + even) + r;
        }
    }

    /// 2ⁿ for n from −64 to 0.
    private void powers(int count) {
        for (int k = 0; k < count; k++) {
            long power = Double.doubleToRawLongBits(rounded[k]) << 52;
            scale[k] = Double.longBitsToDouble(power + ONE);
        }
    }

    /// 2ⁿ in two factors, since n goes down to −1082: half of n, then the rest.
    private void halfPowers(int count) {
        for (int k = 0; k < count; k++) {
            long power = Double.doubleToRawLongBits(rounded[k]) << 32 >> 32;
            long half = power >> 1;
            scale[k] = Double.longBitsToDouble((half << 52) + ONE);
            rest[k] = Double.longBitsToDouble((power - half << 52) + ONE);
        }
    }

    private void tanh(int count) {
        for (int k = 0; k < count; k++) {
            double q = y[k] * scale[k] + (scale[k] - 1);
            y[k] = (0 - q) / (q + 2);
        }
    }

    private void exp(int count) {
        for (int k = 0; k < count; k++) {
            y[k] = (y[k] + 1) * scale[k] * rest[k];
        }
    }
}
