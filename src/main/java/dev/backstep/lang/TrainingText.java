package dev.backstep.lang;

import dev.backstep.data.Dataset;
import dev.backstep.data.Dataset.Task;
import dev.backstep.data.Datasets;
import dev.backstep.lang.BackstepParser.AssignmentContext;
import dev.backstep.lang.BackstepParser.EngineContext;
import dev.backstep.lang.BackstepParser.StatementContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What controls show and change of a program that trains: its `data` and `train` lines and its
/// `mlp`.
///
/// Each edit gives a new text in which only the characters of what changes are others; comments and
/// the rest stay letter for letter. Lines that do not parse are not there. Of two `data` lines the
/// first counts: the program has a problem then anyway.
///
/// @param net the first `mlp` of the program
/// @param points the samples, if they are typed in and can be drawn in a plane
public record TrainingText(
        String text,
        Optional<EngineLine> data,
        Optional<EngineLine> train,
        Optional<MlpText> net,
        Optional<PointsText> points) {

    private static final String NETWORK =
            """
            yhat = mlp(X, [6, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            """;

    /// A small program that trains, to begin with.
    public static final String START =
            "data moons(samples=400, noise=0.1, seed=42)\n"
                    + NETWORK
                    + "train sgd(rate=0.3, batch=32)\n";

    /// What lines begin with that are no part of a network.
    private static final Set<String> BESIDE = Set.of("data", "train", "set");

    public static TrainingText of(String text) {
        if (text.length() > Language.MAX_LENGTH) {
            return new TrainingText(
                    text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        Syntax syntax = new Syntax(Set::of);
        Optional<EngineLine> data = Optional.empty();
        Optional<EngineLine> train = Optional.empty();
        Optional<MlpText> net = Optional.empty();
        Optional<PointsText> points = Optional.empty();
        for (Span at : Statements.of(text).spans()) {
            TokenPositions place = new TokenPositions(text, at);
            if (!mayMatter(text, at)) {
                continue;
            }
            StatementContext parsed = syntax.tried(place).orElse(null);
            if (parsed instanceof EngineContext line) {
                Optional<EngineLine> read = Optional.of(EngineLine.of(line, place));
                if (line.kind.getText().equals("data")) {
                    points = data.isPresent() ? points : PointsText.of(line, place);
                    data = data.or(() -> read);
                } else {
                    train = train.or(() -> read);
                }
            } else if (parsed instanceof AssignmentContext a && net.isEmpty()) {
                net = MlpText.of(a.expression(), place);
            }
        }
        return new TrainingText(text, data, train, net, points);
    }

    private static boolean mayMatter(String text, Span at) {
        String word = Beginnings.firstWord(text, at);
        return word.equals("data")
                || word.equals("train")
                || text.substring(at.start(), at.end()).contains(Mlp.NAME);
    }

    /// The drawn data set of the program; nothing if its samples are typed, ruled or from a file.
    public Optional<Datasets> set() {
        return data.flatMap(
                d ->
                        Arrays.stream(Datasets.values())
                                .filter(s -> s.word().equals(d.name()))
                                .findFirst());
    }

    /// The keys of the `data` line that controls can change.
    public List<String> dataKeys() {
        return set().map(DataLine::keys).orElse(List.of());
    }

    /// What a key of the `data` line is, given or usual.
    public double dataNumber(String key) {
        return data.map(d -> d.number(key))
                .orElse(OptionalDouble.empty())
                .orElse(DataLine.usual(key));
    }

    /// The keys of the `train` line.
    public List<String> trainKeys() {
        return train.map(t -> Schedule.keys(t.name())).orElse(List.of());
    }

    /// What a key of the `train` line is, given or usual.
    public double trainNumber(String key) {
        return train.map(t -> t.number(key))
                .orElse(OptionalDouble.empty())
                .orElse(Schedule.usual(key));
    }

    /// The program with another data set in its `data` line, which keeps the keys that both take;
    /// with such a line before its first statement if it has none. Where the task is another one,
    /// the last layer of its `mlp` and the loss of it follow.
    public String withData(Datasets set) {
        EngineLine line = line(set.word(), DataLine.keys(set));
        return having(line).fitting(set.task(), outputs(set, line));
    }

    /// The program with another value for a key of its `data` line.
    public String withData(String key, String value) {
        String changed = data.map(d -> put(d.with(key, value))).orElse(text);
        return key.equals("classes")
                ? of(changed).fitting(Task.CLASSES, (int) Double.parseDouble(value))
                : changed;
    }

    /// The program with these samples typed in; `test` and `seed` stay. The last layer of its `mlp`
    /// and the loss of it follow the labels: two classes, more of them, or numbers.
    public String withPoints(PointsText typed) {
        EngineLine line = line(DataLine.POINTS, List.of("test", "seed")).first(typed.literal());
        if (typed.classes() > 0) {
            line = line.with("labels", Integer.toString(typed.classes()));
        }
        Task task =
                typed.classes() > 0
                        ? Task.CLASSES
                        : typed.isBinary() ? Task.BINARY : Task.REGRESSION;
        return having(line).fitting(task, Math.max(1, typed.classes()));
    }

    /// The program with samples of a file; `test` and `seed` stay. The last layer of its `mlp` and
    /// the loss of it follow; where nothing is done with samples yet, a small network comes along.
    ///
    /// @param outputs how many numbers are learnt, a class each or not
    public String withCsv(CsvLine line, Task task, int outputs) {
        TrainingText made = having(line.in(line(DataLine.CSV, List.of("test", "seed"))));
        return made.isBare() ? made.withNetwork(task, outputs) : made.fitting(task, outputs);
    }

    /// Whether samples of a file fit in: there are samples already, or a network to learn them, or
    /// nothing.
    public boolean canHaveCsv() {
        return data.isPresent() || net.isPresent() || isBare();
    }

    /// The program with its present samples typed in, if they can be drawn in a plane and are not
    /// too many, and the same share of them held back; else with a few to begin with.
    ///
    /// @param present what the `data` line means now, if it can be read
    public String withOwnPoints(Optional<Dataset.Split> present) {
        Optional<PointsText> typed = present.flatMap(PointsText::of);
        String changed = withPoints(typed.orElseGet(PointsText::start));
        boolean held = typed.isPresent() && present.get().test().samples() > 0;
        boolean said = data.filter(d -> d.value("test").isPresent()).isPresent();
        return held && !said
                ? of(changed).withData("test", NumberText.text(DataLine.usual("test")))
                : changed;
    }

    /// The program with another optimiser, which keeps the keys that both take.
    public String withOptimiser(String name) {
        return train.map(t -> put(t.named(name, Schedule.keys(name)))).orElse(text);
    }

    /// The program with another value for a key of its `train` line.
    public String withTrain(String key, String value) {
        return train.map(t -> put(t.with(key, value))).orElse(text);
    }

    /// The program without a key of its `train` line, so that its usual value holds.
    public String withoutTrain(String key) {
        return train.map(t -> put(t.without(key))).orElse(text);
    }

    /// The program with other units in the layers of its `mlp`.
    public String withLayers(List<Integer> units) {
        return net.map(n -> put(n.sizes(), MlpText.sizes(units))).orElse(text);
    }

    /// The program with another activation in the hidden layers of its `mlp`.
    public String withHidden(String activation) {
        return net.map(n -> put(n.hiddenAt(), activation)).orElse(text);
    }

    /// The program with another activation in the last layer of its `mlp`.
    public String withOutput(String activation) {
        return net.map(n -> put(n.outputAt(), activation)).orElse(text);
    }

    /// The program with another seed for the first weights of its `mlp`.
    public String withNetSeed(long seed) {
        return net.map(
                        n ->
                                n.seedAt().isPresent()
                                        ? put(n.seedAt().get(), Long.toString(seed))
                                        : insert(n.outputAt().end(), ", seed=" + seed))
                .orElse(text);
    }

    /// The program with other seeds in the initialisers that it writes out.
    public String withNextSeeds() {
        return Seeds.next(text);
    }

    /// The program with a `train` line at its end, or as it is if it has one.
    public String withTrainLine() {
        String batch = data.isPresent() ? ", batch=32" : "";
        return train.isPresent() ? text : append("train sgd(rate=0.1" + batch + ")");
    }

    /// Whether there is a network to train and no line, right or wrong, that gives it samples.
    public boolean lacksData() {
        return net.isPresent()
                && Statements.of(text).spans().stream()
                        .noneMatch(s -> Beginnings.firstWord(text, s).equals("data"));
    }

    /// Whether there is a drawn data set and nothing yet that is done with it.
    public boolean canHaveNetwork() {
        return set().isPresent() && isBare();
    }

    private boolean isBare() {
        return Statements.of(text).spans().stream()
                .allMatch(s -> BESIDE.contains(Beginnings.firstWord(text, s)));
    }

    /// The program with a small network for its drawn data set, and a `train` line if it has none.
    public String withNetwork() {
        Datasets set = set().orElseThrow();
        return withNetwork(set.task(), outputs(set, data.orElseThrow()));
    }

    private String withNetwork(Task task, int outputs) {
        TrainingText open = text.endsWith("\n") ? this : of(text + "\n");
        int at = train.map(t -> t.at().start()).orElse(open.text.length());
        return of(of(open.insert(at, NETWORK)).fitting(task, outputs)).withTrainLine();
    }

    private String fitting(Task task, int outputs) {
        return net.map(n -> n.fitting(text, task, outputs)).orElse(text);
    }

    private static int outputs(Datasets set, EngineLine line) {
        return set.task() == Task.CLASSES ? DataLine.classes(line) : 1;
    }

    /// The `data` line under another name, with those of its keys; a new one if there is none.
    private EngineLine line(String name, List<String> keys) {
        return data.map(d -> d.named(name, keys))
                .orElseGet(() -> new EngineLine("data", name, first(), List.of()));
    }

    private TrainingText having(EngineLine line) {
        return of(data.isPresent() ? put(line) : insert(line.at().start(), line.text() + "\n"));
    }

    /// Where the first statement begins, behind the comments above it.
    private Span first() {
        List<Span> all = new ArrayList<>(Statements.of(text).spans());
        return all.isEmpty() ? new Span(text.length(), text.length()) : all.getFirst();
    }

    private String put(EngineLine line) {
        return put(line.at(), line.text());
    }

    private String put(Span at, String changed) {
        return text.substring(0, at.start()) + changed + text.substring(at.end());
    }

    private String insert(int at, String added) {
        return text.substring(0, at) + added + text.substring(at);
    }

    private String append(String line) {
        return text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + line + "\n";
    }
}
