package dev.backstep.lang;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.lang.Function.KeywordValues;
import dev.backstep.lang.Function.ToElements;
import dev.backstep.lang.Function.ToOp;
import dev.backstep.lang.Manual.Chapter;
import dev.backstep.text.Message;
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
        Stream.of(
                        ElementFunctions.rows(),
                        pairs(),
                        reductions(),
                        matrices(),
                        gradients(),
                        columns(),
                        losses())
                .flatMap(List::stream)
                .forEach(f -> ALL.put(f.name(), f));
        initialisers().forEach(f -> ALL.put(f.name(), f));
    }

    private FunctionTable() {}

    static Set<String> names() {
        return Collections.unmodifiableSet(ALL.keySet());
    }

    static List<Function> of(Chapter group) {
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
                extreme("max", Binary.MAX, Op.Reducer.MAX),
                extreme("min", Binary.MIN, Op.Reducer.MIN),
                new Function("pow", Chapter.PAIRS, TWO, always(Binary.POW)));
    }

    private static List<Function> reductions() {
        return List.of(
                reduction("sum", given -> new Op.SumTo(given.to()))
                        .alongAxis(
                                new Manual.Entry("sum(A, rows)", Message.of("manual.sum.rows")),
                                new Manual.Entry("sum(A, cols)", Message.of("manual.sum.cols"))),
                reduction("mean", given -> new Op.MeanTo(given.to()))
                        .alongAxis(
                                new Manual.Entry("mean(A, rows)", Message.of("manual.mean.axis"))),
                reduction("var", given -> new Op.Reduce(Op.Reducer.VAR, given.to()))
                        .alongAxis(new Manual.Entry("var(A, rows)", Message.of("manual.var.axis"))),
                reduction("std", given -> new Op.Reduce(Op.Reducer.STD, given.to()))
                        .alongAxis(new Manual.Entry("std(A, rows)", Message.of("manual.std.axis"))),
                reduction("logsumexp", given -> new Op.LogSumExp(given.to()))
                        .alongAxis(
                                new Manual.Entry(
                                        "logsumexp(A, rows)", Message.of("manual.logsumexp.axis"))),
                reduction("norm", _ -> new Op.Norm()));
    }

    private static List<Function> matrices() {
        return List.of(
                new Function("transpose", Chapter.MATRICES, ONE, always(new Op.Transpose())),
                new Function("diag", Chapter.MATRICES, ONE, always(new Op.Diag())),
                new Function("dot", Chapter.MATRICES, TWO, always(new Op.Dot())),
                new Function(
                                "reshape",
                                Chapter.MATRICES,
                                ONE,
                                (ToOp) given -> new Op.Reshape(given.to()))
                        .requiring(
                                List.of("r", "c"),
                                op ->
                                        op instanceof Op.Reshape(var to)
                                                ? List.of((double) to.rows(), (double) to.cols())
                                                : List.of()));
    }

    private static List<Function> gradients() {
        return List.of(
                new Function(
                        Gradients.NAME,
                        Chapter.GRADIENTS,
                        List.of("L", "x"),
                        new Function.Appended()),
                new Function("stop", Chapter.GRADIENTS, ONE, always(new Op.Stop())));
    }

    private static List<Function> columns() {
        return List.of(
                new Function("softmax", Chapter.COLUMNS, ONE, always(Columnwise.SOFTMAX)),
                new Function("log_softmax", Chapter.COLUMNS, ONE, always(Columnwise.LOG_SOFTMAX)));
    }

    private static List<Function> losses() {
        return List.of(
                loss("bce", LABELLED, Binary.BCE),
                loss("bce_logits", TWO, Binary.BCE_LOGITS),
                loss("ce", LABELLED, Columnwise.CE),
                loss("ce_logits", TWO, Columnwise.CE_LOGITS),
                loss("se", TWO, Binary.SE));
    }

    private static List<Function> initialisers() {
        return List.of(
                matrix("zeros", (_, _, _) -> _ -> 0),
                matrix("ones", (_, _, _) -> _ -> 1),
                new Function(
                                "eye",
                                Chapter.INITIALISERS,
                                List.of(),
                                (ToElements)
                                        (_, shape, _) ->
                                                k -> k / shape.cols() == k % shape.cols() ? 1 : 0)
                        .requiring(List.of("n"), KeywordValues.NONE),
                matrix("normal", Initialisers::normal, "std=1", "seed=0"),
                matrix("uniform", Initialisers::uniform, "low=-1", "high=1", "seed=0"),
                matrix("xavier", Initialisers::xavier, "seed=0"),
                matrix("he", Initialisers::he, "seed=0"),
                new Function(
                        FileMatrices.NAME,
                        Chapter.INITIALISERS,
                        List.of("\"W1.npy\""),
                        new Function.FromFile()));
    }

    static ToOp always(Op op) {
        return _ -> op;
    }

    /// Of two operands element by element, of one a reduction.
    private static Function extreme(String name, Op pair, Op.Reducer by) {
        ToOp op = given -> given.operands() == 2 ? pair : new Op.Reduce(by, given.to());
        return new Function(name, Chapter.PAIRS, TWO, op)
                .alongAxis(
                        new Manual.Entry(name + "(A)", Message.of("manual." + name + ".all")),
                        new Manual.Entry(
                                name + "(A, rows)", Message.of("manual." + name + ".axis")));
    }

    private static Function reduction(String name, ToOp op) {
        return new Function(name, Chapter.REDUCTIONS, ONE, op);
    }

    private static Function loss(String name, List<String> operands, Op op) {
        return new Function(name, Chapter.LOSSES, operands, always(op));
    }

    /// @param optional each `key=value`
    private static Function matrix(String name, ToElements rule, String... optional) {
        Map<String, Double> keys = new LinkedHashMap<>();
        for (String one : optional) {
            String[] parts = one.split("=");
            keys.put(parts[0], Double.valueOf(parts[1]));
        }
        return new Function(name, Chapter.INITIALISERS, List.of(), rule)
                .requiring(List.of("r", "c"), KeywordValues.NONE)
                .defaulting(keys, KeywordValues.NONE);
    }
}
