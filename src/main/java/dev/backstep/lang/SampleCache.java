package dev.backstep.lang;

import dev.backstep.data.Dataset;
import dev.backstep.data.Datasets;
import dev.backstep.data.LastUsed;
import java.lang.ref.SoftReference;
import java.util.function.Function;

/// The data sets last used: a program is read on every key, its samples only once.
///
/// Kept by all that determines them; a handful, and given up when memory runs short. Those of files
/// are kept by [dev.backstep.data.CsvFiles].
final class SampleCache {

    /// What one set of samples is determined by.
    private sealed interface Key {
        record Named(Datasets set, Datasets.SamplingSettings settings) implements Key {}

        record Rule(String expression, Datasets.SamplingSettings settings) implements Key {}
    }

    private record FirstBatch(Dataset of, int size, long seed, Dataset batch) {}

    private static SoftReference<FirstBatch> lastBatch = new SoftReference<>(null);

    private static final LastUsed<Key, Dataset.Split> LAST = new LastUsed<>();

    private SampleCache() {}

    /// Samples of one of the data sets of the language.
    static Dataset.Split drawn(Datasets set, Datasets.SamplingSettings settings) {
        Key key = new Key.Named(set, settings);
        return LAST.get(key).orElseGet(() -> LAST.keep(key, set.draw(settings)));
    }

    /// Samples drawn by an expression.
    ///
    /// @param draw draws them where they are not known
    static Dataset.Split drawn(
            String expression,
            Datasets.SamplingSettings settings,
            Function<Datasets.SamplingSettings, Dataset.Split> draw) {
        Key key = new Key.Rule(expression, settings);
        return LAST.get(key).orElseGet(() -> LAST.keep(key, draw.apply(settings)));
    }

    /// The first mini-batch of the first epoch.
    @SuppressWarnings("ReferenceEquality") // comparing samples would take longer than drawing them
    static Dataset firstBatch(Dataset of, int size, long seed) {
        synchronized (LAST) {
            FirstBatch last = lastBatch.get();
            if (last != null && last.of == of && last.size == size && last.seed == seed) {
                return last.batch;
            }
            Dataset batch = of.firstBatch(size, seed);
            lastBatch = new SoftReference<>(new FirstBatch(of, size, seed, batch));
            return batch;
        }
    }
}
