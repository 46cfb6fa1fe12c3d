package dev.backstep.lang;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.lang.Function.Numbers;
import dev.backstep.lang.Function.ToElements;
import dev.backstep.lang.Function.ToOp;
import dev.backstep.lang.Manual.Group;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Every function of the language but `mlp`, a row each, in the order of the manual.
///
/// The reader, the printer of programs, the manual, the activations of `mlp` and the hints all take
/// what they know about a function from its row.
final class FunctionTable {

    static final List<String> ONE = List.of("x");
    private static final List<String> TWO = List.of("a", "b");
    private static final List<String> LABELLED = List.of("yhat", "y");

    private static final Map<String, Function> ALL = new LinkedHashMap<>();

    static {
        Stream.of(ElementFunctions.rows(), pairs(), reductions(), matrices(), columns(), losses())
                .flatMap(List::stream)
                .forEach(f -> ALL.put(f.name(), f));
        initialisers().forEach(f -> ALL.put(f.name(), f));
    }

    private FunctionTable() {}

    static Set<String> names() {
        return Collections.unmodifiableSet(ALL.keySet());
    }

    static List<Function> of(Group group) {
        return ALL.values().stream().filter(f -> f.group() == group).toList();
    }

    static Optional<Function> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static Function get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static List<Function> pairs() {
        return List.of(
                pair("max", Binary.MAX, "the larger; hands all to it; a tie gives each side half"),
                pair("min", Binary.MIN, "the smaller; hands all to it; a tie gives each side half"),
                pair("pow", Binary.POW, "a to the b, element by element"));
    }

    private static List<Function> reductions() {
        return List.of(
                reduction(
                                "sum",
                                given -> new Op.SumTo(given.to()),
                                "of all elements; each element gets the upstream")
                        .alongAxis(
                                new Manual.Entry("sum(A, rows)", "adds the rows up: m×n to 1×n"),
                                new Manual.Entry(
                                        "sum(A, cols)", "adds the columns up: m×n to m×1")),
                reduction(
                                "mean",
                                given -> new Op.MeanTo(given.to()),
                                "of all elements; each gets the upstream divided by their number")
                        .alongAxis(
                                new Manual.Entry(
                                        "mean(A, rows)",
                                        "likewise of the rows; mean(A, cols) of the columns")),
                reduction(
                                "logsumexp",
                                given -> new Op.LogSumExp(given.to()),
                                "log Σ eˣ of all elements, without overflow; local gradient softmax")
                        .alongAxis(
                                new Manual.Entry(
                                        "logsumexp(A, rows)",
                                        "likewise down each column; logsumexp(A, cols) along each row")),
                reduction(
                        "norm",
                        _ -> new Op.Norm(),
                        "Euclidean length; local gradient x / norm, 0 at 0"));
    }

    private static List<Function> matrices() {
        return List.of(
                new Function(
                        "transpose",
                        Group.MATRICES,
                        ONE,
                        "rows become columns",
                        always(new Op.Transpose())),
                new Function(
                        "dot",
                        Group.MATRICES,
                        TWO,
                        "sum of the products of two vectors",
                        always(new Op.Dot())),
                new Function(
                                "reshape",
                                Group.MATRICES,
                                ONE,
                                "the same elements, row by row, in r rows and c columns",
                                (ToOp) given -> new Op.Reshape(given.to()))
                        .requiring(
                                List.of("r", "c"),
                                op ->
                                        op instanceof Op.Reshape(var to)
                                                ? List.of((double) to.rows(), (double) to.cols())
                                                : List.of()));
    }

    private static List<Function> columns() {
        return List.of(
                new Function(
                        "softmax",
                        Group.COLUMNS,
                        ONE,
                        "each column (a sample) becomes probabilities that sum to 1",
                        always(Columns.SOFTMAX)),
                new Function(
                        "log_softmax",
                        Group.COLUMNS,
                        ONE,
                        "the logarithm of softmax, without overflow",
                        always(Columns.LOG_SOFTMAX)));
    }

    private static List<Function> losses() {
        return List.of(
                loss(
                        "bce",
                        LABELLED,
                        Binary.BCE,
                        "binary cross-entropy of probabilities, per sample; average it with mean"),
                loss(
                        "bce_logits",
                        TWO,
                        Binary.BCE_LOGITS,
                        "the same from scores before the sigmoid; gradient σ(a) − b"),
                loss(
                        "ce",
                        LABELLED,
                        Columns.CE,
                        "cross-entropy of K×B probabilities and labels, per sample"),
                loss(
                        "ce_logits",
                        TWO,
                        Columns.CE_LOGITS,
                        "the same from scores before softmax; gradient softmax − labels"),
                loss("se", TWO, Binary.SE, "squared error (a − b)², per element"));
    }

    private static List<Function> initialisers() {
        return List.of(
                matrix("zeros", (_, _, _) -> _ -> 0, "r rows, c columns of 0"),
                matrix("ones", (_, _, _) -> _ -> 1, "r rows, c columns of 1"),
                matrix(
                        "normal",
                        Initialisers::normal,
                        "random, normal with deviation std; the same seed, the same numbers",
                        "std=1",
                        "seed=0"),
                matrix(
                        "uniform",
                        Initialisers::uniform,
                        "random, between low and high",
                        "low=-1",
                        "high=1",
                        "seed=0"),
                matrix(
                        "xavier",
                        Initialisers::xavier,
                        "random weights for tanh and sigmoid: variance 2/(r + c)",
                        "seed=0"),
                matrix("he", Initialisers::he, "random weights for relu: variance 2/c", "seed=0"));
    }

    static ToOp always(Op op) {
        return _ -> op;
    }

    private static Function pair(String name, Op op, String explanation) {
        return new Function(name, Group.PAIRS, TWO, explanation, always(op));
    }

    private static Function reduction(String name, ToOp op, String explanation) {
        return new Function(name, Group.REDUCTIONS, ONE, explanation, op);
    }

    private static Function loss(String name, List<String> operands, Op op, String explanation) {
        return new Function(name, Group.LOSSES, operands, explanation, always(op));
    }

    /// @param optional each `key=value`
    private static Function matrix(
            String name, ToElements rule, String explanation, String... optional) {
        Map<String, Double> keys = new LinkedHashMap<>();
        for (String one : optional) {
            String[] parts = one.split("=");
            keys.put(parts[0], Double.valueOf(parts[1]));
        }
        return new Function(name, Group.INITIALISERS, List.of(), explanation, rule)
                .requiring(List.of("r", "c"), Numbers.NONE)
                .defaulting(keys, Numbers.NONE);
    }
}
