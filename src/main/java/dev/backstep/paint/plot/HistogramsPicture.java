package dev.backstep.paint.plot;

import java.util.Arrays;
import java.util.List;

/// How often which numbers occur in each layer.
public record HistogramsPicture(List<LabelledHistogram> histograms) {

    public HistogramsPicture {
        histograms = List.copyOf(histograms);
    }

    /// @param tex what is counted: `W^{[1]}`
    /// @param low where the first bin begins
    /// @param high where the last bin ends
    /// @param counts one a bin, of equal width
    /// @param note below it, such as how many units are dead; empty for none
    public record LabelledHistogram(
            String tex, double low, double high, List<Integer> counts, String note) {

        public LabelledHistogram {
            counts = List.copyOf(counts);
        }

        /// Counts the finite numbers of `values` in `bins` bins from the smallest to the largest,
        /// with 0 between them.
        public static LabelledHistogram of(String tex, double[] values, int bins, String note) {
            double low = 0;
            double high = 0;
            for (double v : values) {
                low = Double.isFinite(v) ? Math.min(low, v) : low;
                high = Double.isFinite(v) ? Math.max(high, v) : high;
            }
            if (low == high) {
                low = -1;
                high = 1;
            }
            Integer[] counts = new Integer[bins];
            Arrays.fill(counts, 0);
            for (double v : values) {
                if (Double.isFinite(v)) {
                    counts[Math.min(bins - 1, (int) ((v - low) / (high - low) * bins))]++;
                }
            }
            return new LabelledHistogram(tex, low, high, List.of(counts), note);
        }
    }
}
