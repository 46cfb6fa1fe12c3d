package dev.backstep.paint.plot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Numbers over the epochs of a training.
///
/// @param xName below the axis to the right: `epoch`; empty for none
/// @param yName beside the axis that goes up
/// @param shares whether the numbers are shares of 1, shown as percent
/// @param logarithmic whether the axis that goes up counts in powers of ten; then what is not above
///   0 is left out
/// @param smoothing from 0, as measured, to below 1: the weight of the past in a running mean
/// @param zoom the epochs shown; all if there are none
/// @param cursor the epoch that a line stands at
public record CurvesPicture(
        List<PlottedCurve> curves,
        String xName,
        String yName,
        boolean shares,
        boolean logarithmic,
        double smoothing,
        Optional<Range> zoom,
        OptionalDouble cursor,
        Optional<FailureMark> failure) {

    public CurvesPicture {
        curves = List.copyOf(curves);
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("smoothing is " + smoothing);
        }
    }

    /// Curves as they are, all of them, on a plain axis.
    public static CurvesPicture of(List<PlottedCurve> curves, String xName, String yName) {
        return new CurvesPicture(
                curves,
                xName,
                yName,
                false,
                false,
                0,
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    public CurvesPicture withLogarithmic(boolean changed) {
        return new CurvesPicture(
                curves, xName, yName, shares, changed, smoothing, zoom, cursor, failure);
    }

    /// The same numbers as shares of 1.
    public CurvesPicture withShares() {
        return new CurvesPicture(
                curves, xName, yName, true, false, smoothing, zoom, cursor, failure);
    }

    public CurvesPicture withSmoothing(double changed) {
        return new CurvesPicture(
                curves, xName, yName, shares, logarithmic, changed, zoom, cursor, failure);
    }

    public CurvesPicture withZoom(Optional<Range> changed) {
        return new CurvesPicture(
                curves, xName, yName, shares, logarithmic, smoothing, changed, cursor, failure);
    }

    public CurvesPicture withCursor(OptionalDouble changed) {
        return new CurvesPicture(
                curves, xName, yName, shares, logarithmic, smoothing, zoom, changed, failure);
    }

    public CurvesPicture withFailure(Optional<FailureMark> changed) {
        return new CurvesPicture(
                curves, xName, yName, shares, logarithmic, smoothing, zoom, cursor, changed);
    }

    /// From one epoch to a later one.
    public record Range(double from, double to) {
        public Range {
            if (!(from < to)) {
                throw new IllegalArgumentException("from " + from + " to " + to);
            }
        }
    }

    /// A curve: `y[k]` at `x[k]`; where `y` is NaN it is broken.
    ///
    /// @param name told in the key; of an earlier run, at its end
    public record PlottedCurve(String name, Kind kind, List<Double> x, List<Double> y) {
        public PlottedCurve {
            x = List.copyOf(x);
            y = List.copyOf(y);
            if (x.size() != y.size()) {
                throw new IllegalArgumentException(x.size() + " x and " + y.size() + " y");
            }
        }
    }

    /// What a curve is of, which decides its look.
    public enum Kind {
        TRAIN,
        TEST,
        ACCURACY,
        /// a run whose backward pass has a mistake
        MISTAKEN,
        /// the same run without it
        RIGHT,
        /// an earlier run, for comparison
        EARLIER
    }

    /// Where a run stopped since a number was no longer finite.
    ///
    /// @param words beside the mark; empty for none
    public record FailureMark(double epoch, String words) {}
}
