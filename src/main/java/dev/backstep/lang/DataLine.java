package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.EngineContext;
import dev.backstep.train.Dataset;
import dev.backstep.train.Datasets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a `data` line means: samples, drawn by rule or read from a file.
///
/// Without their keys there are 400 samples without noise, a fifth of them held back for testing,
/// `seed=0`; `blobs` has five classes.
final class DataLine {

    private static final int SAMPLES = 400;
    private static final int CLASSES = 5;
    private static final double TEST = 0.2;
    static final String CSV = "csv";

    private DataLine() {}

    /// The samples, for training and for testing.
    ///
    /// @param folder where files of samples are looked for
    /// @throws Wrong where the line or its file is wrong
    static Dataset.Split read(EngineContext line, Place place, Path folder) {
        String name = line.NAME().getText();
        List<String> known =
                new ArrayList<>(Arrays.stream(Datasets.values()).map(Datasets::word).toList());
        known.add(CSV);
        if (!known.contains(name)) {
            String near = Nearest.hint(name, known);
            Span at = place.of(line.NAME().getSymbol(), line.NAME().getSymbol());
            throw new Wrong(
                    at,
                    "unknown data set " + place.words(at),
                    near.isEmpty() ? "known: " + String.join(", ", known) : near);
        }
        return name.equals(CSV) ? file(line, place, folder) : drawn(line, place);
    }

    private static Dataset.Split drawn(EngineContext line, Place place) {
        Datasets set = Datasets.named(line.NAME().getText());
        List<String> keys = new ArrayList<>(List.of("samples", "noise", "seed", "test"));
        if (set == Datasets.BLOBS) {
            keys.add("classes");
        }
        Keyed given = Keyed.of(line, keys, false, place);
        int samples = (int) given.whole("samples", SAMPLES, 1, Datasets.MAX_SAMPLES);
        int classes = (int) given.whole("classes", CLASSES, 2, Datasets.MAX_CLASSES);
        if (set == Datasets.BLOBS && (long) samples * classes > Datasets.MAX_NUMBERS) {
            throw place.wrong(
                    line,
                    "too large: " + samples + " samples of " + classes + " classes",
                    "samples times classes is at most 16 million");
        }
        double noise = given.number("noise", 0, 0, 10, false);
        return Samples.drawn(
                set, new Datasets.Settings(samples, noise, given.seed(), test(given), classes));
    }

    private static double test(Keyed given) {
        return given.number("test", TEST, 0, 1, true);
    }

    private static Dataset.Split file(EngineContext line, Place place, Path folder) {
        Keyed given = Keyed.of(line, List.of("label", "seed", "test"), true, place);
        ArgumentContext file = given.text();
        Optional<String> label = given.words("label");
        if (file == null || label.isEmpty()) {
            throw place.wrong(
                    line,
                    "csv takes a file and its label, the column to be learnt",
                    "as in csv(\"file.csv\", label=3)");
        }
        try {
            Path path = folder.resolve(Keyed.unquoted(file.getText()));
            return Samples.read(path, label.get(), given.seed(), test(given), place.of(file));
        } catch (InvalidPathException e) {
            throw place.wrong(file, "this is not a file name", "");
        }
    }
}
