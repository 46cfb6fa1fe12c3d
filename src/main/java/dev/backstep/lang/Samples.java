package dev.backstep.lang;

import dev.backstep.data.Csv;
import dev.backstep.data.CsvOptions;
import dev.backstep.data.CsvReading;
import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.data.Dataset;
import dev.backstep.data.Datasets;
import dev.backstep.text.Message;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The data sets last used: a program is read on every key, its samples only once.
///
/// Kept by all that determines them, of a file also its size and time; a handful, and given up
/// where memory runs short.
final class Samples {

    private static final int KEPT = 4;

    /// What one set of samples is determined by.
    private sealed interface Key {
        record Named(Datasets set, Datasets.Settings settings) implements Key {}

        record Rule(String expression, Datasets.Settings settings) implements Key {}

        record InFile(Path file, long size, long time, CsvOptions options, Parting parting)
                implements Key {}
    }

    /// What becomes of the samples of a file.
    ///
    /// @param test the share held back for testing
    /// @param seed of the drawing of that share
    /// @param scaled whether features are given mean 0 and deviation 1
    record Parting(double test, long seed, boolean scaled) {

        Dataset.Split of(CsvReading.Ok read, Path file) {
            List<Message> notes =
                    read.notes().stream()
                            .<Message>map(
                                    n ->
                                            Message.of("csv.note")
                                                    .with(
                                                            "file",
                                                            String.valueOf(file.getFileName()))
                                                    .with("note", n))
                            .toList();
            Dataset.Split split = read.data().split(test, seed).noting(notes);
            return scaled ? split.standardised(read.words()) : split;
        }
    }

    private record FirstBatch(Dataset of, int size, long seed, Dataset batch) {}

    private static SoftReference<FirstBatch> lastBatch = new SoftReference<>(null);

    private static final Map<Key, SoftReference<Object>> LAST =
            new LinkedHashMap<>(KEPT, 1, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, SoftReference<Object>> eldest) {
                    return size() > KEPT;
                }
            };

    private Samples() {}

    /// Samples of one of the data sets of the language.
    static Dataset.Split drawn(Datasets set, Datasets.Settings settings) {
        Key key = new Key.Named(set, settings);
        return kept(key, Dataset.Split.class).orElseGet(() -> keep(key, set.draw(settings)));
    }

    /// Samples drawn by an expression.
    ///
    /// @param draw draws them where they are not known
    static Dataset.Split drawn(
            String expression,
            Datasets.Settings settings,
            Function<Datasets.Settings, Dataset.Split> draw) {
        Key key = new Key.Rule(expression, settings);
        return kept(key, Dataset.Split.class).orElseGet(() -> keep(key, draw.apply(settings)));
    }

    /// The samples of a file.
    ///
    /// @param where the characters that name the file
    /// @throws Wrong with all that is wrong in the file
    static Dataset.Split read(Path file, CsvOptions options, Parting parting, Span where) {
        Key key = key(file, options, parting);
        Optional<Dataset.Split> kept = kept(key, Dataset.Split.class);
        if (kept.isPresent()) {
            return kept.get();
        }
        return switch (kept(key, CsvReading.class).orElseGet(() -> Csv.read(file, options))) {
            case CsvReading.Ok read -> keep(key, parting.of(read, file));
            case CsvReading.Problems wrong -> {
                keep(key, wrong);
                throw wrong(file, wrong.problems(), where);
            }
            case CsvReading.Unreadable(CsvProblem problem) ->
                    throw wrong(file, List.of(problem), where);
        };
    }

    private static ProblemException wrong(Path file, List<CsvProblem> problems, Span where) {
        return new ProblemException(
                problems.stream()
                        .map(
                                p ->
                                        new Problem(
                                                where,
                                                p.in(String.valueOf(file.getFileName())),
                                                p.hint()))
                        .toList());
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

    private static Key key(Path file, CsvOptions options, Parting parting) {
        long size = -1;
        long time = -1;
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            size = found.size();
            time = found.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        } catch (IOException _) {
            // reading it will say why
        }
        return new Key.InFile(file.toAbsolutePath(), size, time, options, parting);
    }

    private static <T> Optional<T> kept(Key key, Class<T> type) {
        synchronized (LAST) {
            SoftReference<Object> found = LAST.get(key);
            @Nullable Object value = found == null ? null : found.get();
            return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
        }
    }

    private static <T> T keep(Key key, T value) {
        synchronized (LAST) {
            LAST.put(key, new SoftReference<>(value));
        }
        return value;
    }
}
