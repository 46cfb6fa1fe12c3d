package dev.backstep.train;

import dev.backstep.data.Dataset;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import java.util.Arrays;

/// Where the samples of a data set lie, feature by feature.
record FeatureRanges(double[] least, double[] greatest, double[] means) {

    /// How far beyond the samples a picture of them reaches, as a share of their range.
    private static final double MARGIN = 0.1;

    private static final int AT_ONCE = 256;

    /// Those of all samples, of which there must be one.
    static FeatureRanges of(Dataset data) {
        int features = data.features();
        double[] least = new double[features];
        double[] greatest = new double[features];
        double[] means = new double[features];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        int[] all = new int[data.samples()];
        Arrays.setAll(all, k -> k);
        for (int first = 0; first < all.length; first += AT_ONCE) {
            int count = Math.min(AT_ONCE, all.length - first);
            Strided x = Strided.zeros(new Shape(features, count));
            data.fill(all, first, x, 0, features);
            for (int f = 0; f < features; f++) {
                for (int k = 0; k < count; k++) {
                    least[f] = Math.min(least[f], x.get(f, k));
                    greatest[f] = Math.max(greatest[f], x.get(f, k));
                    means[f] += x.get(f, k) / all.length;
                }
            }
        }
        return new FeatureRanges(least, greatest, means);
    }

    /// The greatest absolute value of a feature.
    double size(int feature) {
        return Math.max(Math.abs(least[feature]), Math.abs(greatest[feature]));
    }

    /// What a picture leaves free on each side of a feature.
    double margin(int feature) {
        double range = greatest[feature] - least[feature];
        return range > 0 ? MARGIN * range : 1;
    }
}
