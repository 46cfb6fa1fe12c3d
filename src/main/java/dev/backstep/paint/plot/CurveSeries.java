package dev.backstep.paint.plot;

import dev.backstep.paint.plot.CurvesPicture.Kind;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;

/// The numbers of a curve as they are drawn: what cannot be drawn is NaN.
record CurveSeries(double[] x, double[] y) {

    /// As measured.
    static CurveSeries of(PlottedCurve curve, boolean logarithmic) {
        double[] x = curve.x().stream().mapToDouble(v -> v).toArray();
        double[] y =
                curve.y().stream()
                        .mapToDouble(
                                v -> {
                                    double shown =
                                            logarithmic && curve.kind() != Kind.ACCURACY
                                                    ? v > 0 ? Math.log10(v) : Double.NaN
                                                    : v;
                                    return Double.isFinite(shown) ? shown : Double.NaN;
                                })
                        .toArray();
        return new CurveSeries(x, y);
    }

    /// The running mean in which the past has the weight `smoothing`, divided by the sum of all
    /// weights so far, so that its beginning does not lean to 0.
    CurveSeries smoothed(double smoothing) {
        double[] out = new double[y.length];
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < y.length; k++) {
            if (Double.isNaN(y[k])) {
                out[k] = Double.NaN;
            } else {
                sum = smoothing * sum + y[k];
                weights = smoothing * weights + 1;
                out[k] = sum / weights;
            }
        }
        return new CurveSeries(x, out);
    }

    /// At most about `most` points: of each stretch its lowest and its highest, in their order.
    CurveSeries thinned(int most) {
        int stretch = Math.ceilDiv(2 * y.length, Math.max(2, most));
        if (stretch <= 2) {
            return this;
        }
        double[] xs = new double[2 * Math.ceilDiv(y.length, stretch)];
        double[] ys = new double[xs.length];
        int n = 0;
        for (int first = 0; first < y.length; first += stretch) {
            int low = first;
            int high = first;
            for (int k = first; k < Math.min(y.length, first + stretch); k++) {
                low = y[k] < y[low] || Double.isNaN(y[low]) ? k : low;
                high = y[k] > y[high] || Double.isNaN(y[high]) ? k : high;
            }
            for (int k : new int[] {Math.min(low, high), Math.max(low, high)}) {
                xs[n] = x[k];
                ys[n++] = y[k];
            }
        }
        return new CurveSeries(xs, ys);
    }

    /// The last point that is drawn, as its place in the arrays; −1 if there is none.
    int last() {
        int last = y.length - 1;
        while (last >= 0 && Double.isNaN(y[last])) {
            last--;
        }
        return last;
    }
}
