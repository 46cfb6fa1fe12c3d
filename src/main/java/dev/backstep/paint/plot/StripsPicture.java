package dev.backstep.paint.plot;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// One number a layer over time, as strips of colour: the darker, the larger.
///
/// @param strips the first layer first
/// @param low the number at the light end of the scale
/// @param high the number at its dark end
/// @param unit what the numbers are, as TeX, beside the scale: `\log_{10}\|\partial L/\partial Z\|`
/// @param selected the strip pointed out
public record StripsPicture(
        List<Strip> strips, double low, double high, String unit, OptionalInt selected) {

    public StripsPicture {
        strips = List.copyOf(strips);
    }

    /// @param tex what the layer is called
    /// @param values from the first to the last; NaN where there is none
    public record Strip(String tex, List<Double> values) {
        public Strip {
            values = List.copyOf(values);
        }
    }

    /// Strips of the logarithms of these numbers, the scale from the smallest to the largest; a 0
    /// lies at the light end.
    public static StripsPicture ofLogarithms(List<Strip> strips, String unit) {
        List<Strip> logs =
                strips.stream()
                        .map(s -> new Strip(s.tex, s.values.stream().map(Math::log10).toList()))
                        .toList();
        double[] all =
                logs.stream()
                        .flatMap(s -> s.values.stream())
                        .mapToDouble(v -> v)
                        .filter(Double::isFinite)
                        .toArray();
        double low = Arrays.stream(all).min().orElse(-1);
        double high = Arrays.stream(all).max().orElse(0);
        return new StripsPicture(logs, Math.floor(low), Math.ceil(high), unit, OptionalInt.empty());
    }
}
