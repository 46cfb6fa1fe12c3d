package dev.backstep.lang;

import dev.backstep.data.CsvOptions;
import dev.backstep.data.CsvRequest;
import dev.backstep.data.DataFiles;
import dev.backstep.data.Dataset;
import dev.backstep.data.Datasets;
import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.EngineContext;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
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
    static final String POINTS = "points";
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

            Span at = place.of(line.NAME().getSymbol(), line.NAME().getSymbol());
            throw new ProblemException(
                    at,
                    Message.of("problem.unknown.data").with("name", place.words(at)),
                    Nearest.hint(name, known).orElse(Nearest.known(known)));
        }
    }

    private static Dataset.Split drawn(EngineContext line, TokenPositions place) {
        Datasets set = Datasets.named(line.NAME().getText());
        KeyedArguments given = KeyedArguments.of(line, keys(set), place);
        Datasets.SamplingSettings settings = settings(given);
        if (set == Datasets.BLOBS
                && (long) settings.samples() * settings.classes() > Datasets.MAX_NUMBERS) {
            throw place.wrong(
                    line,
                    Message.of("problem.blobs.large")
                            .with("samples", settings.samples())
                            .with("classes", settings.classes()),
                    Message.of("hint.blobs"));
        }
        return SampleCache.drawn(set, settings);
    }

    /// What a key of a drawn data set is where it is not given.
    static double usual(String key) {
        return switch (key) {
            case "samples" -> SAMPLES;
            case "classes" -> CLASSES;
            case "test" -> TEST;
            default -> 0;
        };
    }

    /// The keys that a data set takes.
    static List<String> keys(Datasets set) {
        List<String> keys = new ArrayList<>(DRAWN);
        if (set == Datasets.BLOBS) {
            keys.add("classes");
        }
        return keys;
    }

    /// How many classes a line of `blobs` has.
    static int classes(EngineLine line) {
        return (int) line.number("classes").orElse(CLASSES);
    }

    private static Datasets.SamplingSettings settings(KeyedArguments given) {
        int samples = (int) given.whole("samples", SAMPLES, 1, Datasets.MAX_SAMPLES);
        int classes = (int) given.whole("classes", CLASSES, 2, Datasets.MAX_CLASSES);
        double noise = given.number("noise", 0, 0, 10, false);
        return new Datasets.SamplingSettings(
                samples, noise, given.seed(), test(given, TEST), classes);
    }

    private static double test(KeyedArguments given, double otherwise) {
        return given.number("test", otherwise, 0, 1, true);
    }

    private static Dataset.Split rule(EngineContext line, TokenPositions place) {
        KeyedArguments given = KeyedArguments.withBare(line, DRAWN, place);
        ArgumentContext bare = given.bare();
        if (bare == null || bare.expression() == null) {
            throw place.wrong(
                    line, Message.of("problem.rule"), Hint.example("rule(x1*x2, samples=400)"));
        }
        PointRule rule = PointRule.of(bare.expression(), place);
        return SampleCache.drawn(bare.getText(), settings(given), s -> Datasets.draw(s, rule));
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
                    Message.of("problem.points"),
                    Hint.example("points([0, 0, 0; 0, 1, 1; 1, 0, 1; 1, 1, 0])"));
        }
        Literal rows = Literal.matrix(matrix, place);
        int cols = rows.shape().cols();
        if (cols < 2) {
            throw place.wrong(
                    bare, Message.of("problem.points.row"), Hint.example("[x1, x2, label; …]"));
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
                    Message.of("problem.csv"),
                    Hint.example("csv(\"file.csv\", label=3)"));
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
                    Message.of("problem.features.leave"),
                    Message.of("hint.take.one.out"));
        }
        return new CsvOptions(
                given.columns("label"),
                given.columns("features"),
                given.columns("leave"),
                given.choice("missing", List.of("refuse", "drop")).equals("drop"),
                given.choice("classes", List.of("false", "true")).equals("true"));
    }
}
