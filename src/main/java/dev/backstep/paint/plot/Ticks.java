package dev.backstep.paint.plot;

import java.util.List;
import java.util.stream.LongStream;

/// Round numbers along an axis: 1, 2 or 5 times a power of ten apart.
final class Ticks {

    private Ticks() {}

    /// At most `most` numbers from `low` to `high`, as many as can be.
    static List<Double> of(double low, double high, int most) {
        double length = high - low;
        if (!(length > 0) || !Double.isFinite(length) || most < 1) {
            return List.of();
        }
        double power = Math.pow(10, Math.floor(Math.log10(length / most)));
        for (double factor : new double[] {1, 2, 5, 10}) {
            double step = factor * power;
            long first = (long) Math.ceil(low / step - 1e-9);
            long last = (long) Math.floor(high / step + 1e-9);
            if (last - first < most) {
                double rounding = Math.pow(10, Math.ceil(-Math.log10(step)) + 2);
                return LongStream.rangeClosed(first, last)
                        .mapToObj(k -> Math.rint(k * step * rounding) / rounding + 0.0)
                        .toList();
            }
        }
        return List.of();
    }
}
