package dev.backstep.train;

import dev.backstep.tensor.Strided;
import java.util.Arrays;
import java.util.List;

/// How many of some numbers lie in each of so many equal intervals.
///
/// @param from where the first interval begins: the least of the numbers
/// @param to where the last one ends: the greatest, which is counted there
/// @param counts for each interval
/// @param notFinite how many numbers are NaN or infinite; no interval counts them
public record Histogram(double from, double to, List<Integer> counts, int notFinite) {

    private static final int INTERVALS = 24;

    public Histogram {
        counts = List.copyOf(counts);
    }

    static Histogram of(Strided numbers) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        int notFinite = 0;
        for (int i = 0; i < numbers.rows(); i++) {
            for (int j = 0; j < numbers.cols(); j++) {
                double x = numbers.get(i, j);
                if (Double.isFinite(x)) {
                    from = Math.min(from, x);
                    to = Math.max(to, x);
                } else {
                    notFinite++;
                }
            }
        }
        return from > to
                ? new Histogram(0, 0, List.of(), notFinite)
                : new Histogram(from, to, counts(numbers, from, to), notFinite);
    }

    private static List<Integer> counts(Strided numbers, double from, double to) {
        int[] counts = new int[INTERVALS];
        double width = to / INTERVALS - from / INTERVALS;
        for (int i = 0; i < numbers.rows(); i++) {
            for (int j = 0; j < numbers.cols(); j++) {
                double x = numbers.get(i, j);
                if (Double.isFinite(x)) {
                    int at = width == 0 ? 0 : (int) (x / width - from / width);
                    counts[Math.clamp(at, 0, INTERVALS - 1)]++;
                }
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }

    /// How many finite numbers there are.
    public int total() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
