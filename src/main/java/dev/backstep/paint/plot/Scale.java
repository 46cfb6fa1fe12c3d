package dev.backstep.paint.plot;

import java.util.Arrays;
import java.util.List;

/// How numbers become places on a colour scale of two sides: the centre is paper, one reach above
/// it is full blue, one reach below it full orange.
public record Scale(double centre, double reach) {

    /// From 0 to 1, as a sigmoid answers.
    public static final Scale PROBABILITY = new Scale(0.5, 0.5);

    /// Around 0, as far as the largest of the numbers; 1 if all are 0 or there are none.
    public static Scale around0(List<Raster> rasters) {
        double largest =
                rasters.stream().flatMapToDouble(Raster::finite).map(Math::abs).max().orElse(0);
        return new Scale(0, largest > 0 ? largest : 1);
    }

    /// From the smallest of the numbers to the largest, or around 0 if both signs are among them.
    public static Scale over(List<Raster> rasters) {
        double[] all = rasters.stream().flatMapToDouble(Raster::finite).toArray();
        double low = Arrays.stream(all).min().orElse(-1);
        double high = Arrays.stream(all).max().orElse(1);
        return low < 0 && high > 0 ? around0(rasters) : between(low, high);
    }

    /// From one number to a larger one.
    public static Scale between(double low, double high) {
        double reach = (high - low) / 2;
        return new Scale(low + reach, reach > 0 && Double.isFinite(reach) ? reach : 1);
    }

    /// From −1 to 1; NaN for what is no finite number.
    double share(double value) {
        return Double.isFinite(value) ? Math.clamp((value - centre) / reach, -1, 1) : Double.NaN;
    }

    double low() {
        return centre - reach;
    }

    double high() {
        return centre + reach;
    }
}
