package dev.backstep.ui.train;

import dev.backstep.notation.Numbers;
import dev.backstep.paint.plot.CurvesPicture;
import dev.backstep.paint.plot.CurvesPicture.Kind;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;
import dev.backstep.paint.plot.CurvesPicture.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How curves over the epochs are looked at: the same for all of one run, since they share the
/// axis.
///
/// @param logarithmic for losses; shares have a plain axis
/// @param smoothing from 0, as measured, to below 1
/// @param zoom the epochs shown; all if there are none
/// @param cursor the epoch under the pointer
record CurveLook(
        boolean logarithmic, double smoothing, Optional<Range> zoom, OptionalDouble cursor) {

    static final CurveLook START =
            new CurveLook(false, 0, Optional.empty(), OptionalDouble.empty());

    private static final Numbers NUMBERS = new Numbers(3);

    CurveLook withLogarithmic(boolean changed) {
        return new CurveLook(changed, smoothing, zoom, cursor);
    }

    CurveLook withSmoothing(double changed) {
        return new CurveLook(logarithmic, changed, zoom, cursor);
    }

    CurveLook withZoom(Optional<Range> changed) {
        return new CurveLook(logarithmic, smoothing, changed, cursor);
    }

    CurveLook withCursor(OptionalDouble changed) {
        return new CurveLook(logarithmic, smoothing, zoom, changed);
    }

    /// Shows the epochs between two; nothing changes if they are too close to be told apart.
    CurveLook zoomed(double oneEnd, double otherEnd) {
        double from = Math.max(0, Math.min(oneEnd, otherEnd));
        double to = Math.max(oneEnd, otherEnd);
        return to - from < 1e-6 ? this : withZoom(Optional.of(new Range(from, to)));
    }

    CurvesPicture of(CurvesPicture picture) {
        boolean log = logarithmic && !picture.shares();
        return picture.withLogarithmic(log)
                .withSmoothing(smoothing)
                .withZoom(zoom)
                .withCursor(cursor);
    }

    /// What was measured at the epoch nearest to the cursor: `epoch 12: train 0.35, test 0.41`;
    /// empty if the pointer is elsewhere.
    String told(CurvesPicture picture) {
        List<PlottedCurve> curves =
                picture.curves().stream().filter(c -> c.kind() != Kind.EARLIER).toList();
        OptionalDouble epoch = cursor.isEmpty() ? cursor : nearest(curves, cursor.getAsDouble());
        if (epoch.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (PlottedCurve curve : curves) {
            int at = curve.x().indexOf(epoch.getAsDouble());
            if (at >= 0 && !Double.isNaN(curve.y().get(at))) {
                parts.add(curve.name() + " " + number(picture, curve.y().get(at)));
            }
        }
        String where = picture.xName() + " " + Numbers.FULL.plain(epoch.getAsDouble());
        return where + ": " + String.join(", ", parts);
    }

    private static String number(CurvesPicture picture, double value) {
        return picture.shares()
                ? String.format(Locale.ROOT, "%.1f %%", 100 * value)
                : NUMBERS.plain(value);
    }

    /// The epoch next to one at which some curve has a number.
    private static OptionalDouble nearest(List<PlottedCurve> curves, double epoch) {
        return curves.stream()
                .flatMapToDouble(
                        c ->
                                IntStream.range(0, c.x().size())
                                        .filter(k -> !Double.isNaN(c.y().get(k)))
                                        .mapToDouble(c.x()::get))
                .reduce((a, b) -> Math.abs(b - epoch) < Math.abs(a - epoch) ? b : a);
    }
}
