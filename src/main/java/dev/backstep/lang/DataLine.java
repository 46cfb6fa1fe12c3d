package dev.backstep.lang;

import dev.backstep.data.CsvOptions;
import dev.backstep.data.CsvRequest;
import dev.backstep.data.DataFiles;
import dev.backstep.data.Dataset;
import dev.backstep.data.Datasets;
import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.EngineContext;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a `data` line means: samples, drawn by rule, typed in, or read from a file.
///
/// Without their keys there are 400 samples without noise, a fifth of them held back for testing,
/// `seed=0`; `blobs` has five classes; of typed samples none are held back.
final class DataLine {

    private static final int SAMPLES = 400;
    private static final int CLASSES = 5;
    private static final double TEST = 0.2;
    static final String CSV = "csv";
    private static final String RULE = "rule";
    private static final String POINTS = "points";
    private static final List<String> DRAWN = List.of("samples", "noise", "seed", "test");

    private static final List<String> OF_FILE =
            List.of("label", "features", "leave", "missing", "classes", "scale", "seed", "test");

    private DataLine() {}

    /// The samples, for training and for testing.
    ///
    /// @param files where those of files come from
    /// @throws ProblemException where the line or its file is wrong
    static Dataset.Split read(EngineContext line, TokenPositions place, DataFiles files) {
        String name = line.NAME().getText();
        return switch (name) {
            case CSV -> file(line, place, files);
            case RULE -> rule(line, place);
            case POINTS -> points(line, place);
            default -> {
                requireKnown(line, name, place);
                yield drawn(line, place);
            }
        };
    }

    private static void requireKnown(EngineContext line, String name, TokenPositions place) {
        List<String> known =
                new ArrayList<>(Arrays.stream(Datasets.values()).map(Datasets::word).toList());
        known.addAll(List.of(RULE, POINTS, CSV));
        if (!known.contains(name)) {
            String near = Nearest.hint(name, known);
            Span at = place.of(line.NAME().getSymbol(), line.NAME().getSymbol());
            throw new ProblemException(
                    at,
                    "unknown data set " + place.words(at),
                    near.isEmpty() ? "known: " + String.join(", ", known) : near);
        }
    }

    private static Dataset.Split drawn(EngineContext line, TokenPositions place) {
        Datasets set = Datasets.named(line.NAME().getText());
        List<String> keys = new ArrayList<>(DRAWN);
        if (set == Datasets.BLOBS) {
            keys.add("classes");
        }
        KeyedArguments given = KeyedArguments.of(line, keys, place);
        Datasets.Settings settings = settings(given);
        if (set == Datasets.BLOBS
                && (long) settings.samples() * settings.classes() > Datasets.MAX_NUMBERS) {
            throw place.wrong(
                    line,
                    "too large: "
                            + settings.samples()
                            + " samples of "
                            + settings.classes()
                            + " classes",
                    "samples times classes is at most 16 million");
        }
        return Samples.drawn(set, settings);
    }

    private static Datasets.Settings settings(KeyedArguments given) {
        int samples = (int) given.whole("samples", SAMPLES, 1, Datasets.MAX_SAMPLES);
        int classes = (int) given.whole("classes", CLASSES, 2, Datasets.MAX_CLASSES);
        double noise = given.number("noise", 0, 0, 10, false);
        return new Datasets.Settings(samples, noise, given.seed(), test(given, TEST), classes);
    }

    private static double test(KeyedArguments given, double otherwise) {
        return given.number("test", otherwise, 0, 1, true);
    }

    private static Dataset.Split rule(EngineContext line, TokenPositions place) {
        KeyedArguments given = KeyedArguments.withBare(line, DRAWN, place);
        ArgumentContext bare = given.bare();
        if (bare == null || bare.expression() == null) {
            throw place.wrong(
                    line,
                    "rule takes an expression of x1 and x2, with label 1 where it is above 0",
                    "as in rule(x1*x2, samples=400)");
        }
        PointRule rule = PointRule.of(bare.expression(), place);
        return Samples.drawn(bare.getText(), settings(given), s -> Datasets.draw(s, rule));
    }

    private static Dataset.Split points(EngineContext line, TokenPositions place) {
        KeyedArguments given =
                KeyedArguments.withBare(line, List.of("labels", "seed", "test"), place);
        ArgumentContext bare = given.bare();
        if (bare == null
                || bare.expression() == null
                || !(Literal.onlyChild(bare.expression())
                        instanceof BackstepParser.MatrixContext matrix)) {
            throw place.wrong(
                    line,
                    "points takes a matrix with a sample in each row, the label last",
                    "as in points([0, 0, 0; 0, 1, 1; 1, 0, 1; 1, 1, 0])");
        }
        Literal rows = Literal.matrix(matrix, place);
        int cols = rows.shape().cols();
        if (cols < 2) {
            throw place.wrong(
                    bare, "a row needs a feature and a label", "as in [x1, x2, label; …]");
        }
        int labels = (int) given.whole("labels", 1, 1, cols - 1);
        Tensor values = rows.value().get();
        return Dataset.of(values, labels).split(test(given, 0), given.seed());
    }

    private static Dataset.Split file(EngineContext line, TokenPositions place, DataFiles files) {
        KeyedArguments given = KeyedArguments.withBare(line, OF_FILE, place);
        ArgumentContext file = given.bare();
        if (file == null || file.TEXT() == null || !given.has("label")) {
            throw place.wrong(
                    file == null || file.TEXT() != null ? line : file,
                    "csv takes a file in quotes and its label, the column to be learnt",
                    "as in csv(\"file.csv\", label=3)");
        }
        CsvOptions options = options(given, place);
        boolean scaled = given.choice("scale", List.of("none", "standard")).equals("standard");
        CsvRequest asked =
                new CsvRequest(
                        KeyedArguments.unquoted(file.getText()),
                        options,
                        test(given, TEST),
                        given.seed(),
                        scaled);
        return switch (files.read(asked)) {
            case DataFiles.Found.Samples(Dataset.Split split) -> split;
            case DataFiles.Found.Refused(var problems) ->
                    throw new ProblemException(
                            problems.stream()
                                    .map(p -> new Problem(place.of(file), p.message(), p.hint()))
                                    .toList());
        };
    }

    private static CsvOptions options(KeyedArguments given, TokenPositions place) {
        if (given.has("features") && given.has("leave")) {
            throw place.wrong(
                    given.argument("leave"),
                    "features says which columns to take, leave which not to",
                    "take out one of the two");
        }
        return new CsvOptions(
                given.columns("label"),
                given.columns("features"),
                given.columns("leave"),
                given.choice("missing", List.of("refuse", "drop")).equals("drop"),
                given.choice("classes", List.of("false", "true")).equals("true"));
    }
}
