package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.graph.Op.Unary;
import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/// What `f(a, b)` means for every function of the language.
final class Calls {

    static final Set<String> INITIALISERS = Set.of("zeros", "ones", "normal", "uniform", "xavier", "he");

    private static final Map<String, Op> UNARY = Map.ofEntries(
            Map.entry("neg", Unary.NEG), Map.entry("exp", Unary.EXP), Map.entry("log", Unary.LOG),
            Map.entry("sqrt", Unary.SQRT), Map.entry("square", Unary.SQUARE), Map.entry("sin", Unary.SIN),
            Map.entry("cos", Unary.COS), Map.entry("tan", Unary.TAN), Map.entry("tanh", Unary.TANH),
            Map.entry("sigmoid", Unary.SIGMOID), Map.entry("σ", Unary.SIGMOID), Map.entry("softplus", Unary.SOFTPLUS),
            Map.entry("gelu", Unary.GELU), Map.entry("silu", Unary.SILU), Map.entry("softmax", Columns.SOFTMAX),
            Map.entry("log_softmax", Columns.LOG_SOFTMAX), Map.entry("norm", new Op.Norm()),
            Map.entry("transpose", new Op.Transpose()));

    private static final Map<String, Op> BINARY = Map.of(
            "max", Binary.MAX, "min", Binary.MIN, "pow", Binary.POW, "bce", Binary.BCE,
            "bce_logits", Binary.BCE_LOGITS, "se", Binary.SE);

    private static final Map<String, Op> PAIRS =
            Map.of("dot", new Op.Dot(), "ce", Columns.CE, "ce_logits", Columns.CE_LOGITS);

    private static final Set<String> OTHERS =
            Set.of("abs", "relu", "step", "leaky_relu", "elu", "sum", "mean", "reshape");

    static final Set<String> NAMES = names();

    private final Graph.Builder b;
    private final double relu0;

    Calls(Graph.Builder builder, double relu0) {
        this.b = builder;
        this.relu0 = relu0;
    }

    static boolean known(String function) {
        return NAMES.contains(function);
    }

    /// Appends the nodes of a call; returns the id of its result.
    ///
    /// @throws IllegalArgumentException in words where the operands do not fit
    int call(String name, List<ArgumentContext> arguments, ToIntFunction<ExpressionContext> expression) {
        if (INITIALISERS.contains(name)) {
            throw new IllegalArgumentException("an initialiser stands alone on the right side");
        }
        boolean reduction = name.equals("sum") || name.equals("mean");
        String axis = reduction && arguments.size() == 2 ? arguments.get(1).getText() : "";
        List<Integer> x = new ArrayList<>();
        List<Double> parameters = new ArrayList<>();
        for (ArgumentContext a : arguments) {
            boolean operand = a.NAME() == null && x.size() < operands(name) && a.expression() != null;
            if (operand) {
                x.add(expression.applyAsInt(a.expression()));
            } else if (axis.isEmpty()) {
                parameters.add(Literals.number(a.expression() == null ? a : a.expression())
                        .orElseThrow(() -> new IllegalArgumentException("'" + a.getText() + "' is one operand too many")));
            }
        }
        if (x.size() != operands(name)) {
            throw new IllegalArgumentException("takes " + operands(name) + " operands, not " + x.size());
        }
        int most = name.equals("reshape") ? 2 : name.equals("leaky_relu") || name.equals("elu") ? 1 : 0;
        if (parameters.size() > most || name.equals("reshape") && parameters.size() < 2) {
            throw new IllegalArgumentException("takes " + (operands(name) + most) + " operands");
        }
        return append(name, x, parameters, axis);
    }

    private int append(String name, List<Integer> x, List<Double> parameters, String axis) {
        int first = x.getFirst();
        if (UNARY.containsKey(name)) {
            return b.add(UNARY.get(name), first);
        }
        if (BINARY.containsKey(name)) {
            return b.broadcast(BINARY.get(name), first, x.get(1));
        }
        if (PAIRS.containsKey(name)) {
            return b.add(PAIRS.get(name), first, x.get(1));
        }
        double parameter = parameters.isEmpty() ? Double.NaN : parameters.getFirst();
        double slope = parameters.isEmpty() ? 0.01 : parameter;
        return switch (name) {
            case "abs" -> b.add(new Op.Abs(2 * relu0 - 1), first);
            case "relu" -> b.add(new Op.Relu(relu0), first);
            case "step" -> b.add(new Op.Step(0, relu0, 1), first);
            case "leaky_relu" -> b.add(new Op.LeakyRelu(slope, slope + (1 - slope) * relu0), first);
            case "elu" -> b.add(new Op.Elu(parameters.isEmpty() ? 1 : parameter), first);
            case "sum" -> b.add(new Op.SumTo(reduced(b.shape(first), axis)), first);
            case "mean" -> b.add(new Op.MeanTo(reduced(b.shape(first), axis)), first);
            default -> b.add(new Op.Reshape(shape(parameters)), first);
        };
    }

    private static Shape reduced(Shape from, String axis) {
        return switch (axis) {
            case "" -> Shape.SCALAR;
            case "rows" -> new Shape(1, from.cols());
            case "cols" -> new Shape(from.rows(), 1);
            default -> throw new IllegalArgumentException("'" + axis + "' is neither rows nor cols");
        };
    }

    private static Shape shape(List<Double> sizes) {
        if (sizes.stream().anyMatch(s -> s < 1 || s != Math.rint(s) || s > Shape.MAX_ELEMENTS)) {
            throw new IllegalArgumentException("rows and columns are whole numbers from 1");
        }
        return new Shape(sizes.get(0).intValue(), sizes.get(1).intValue());
    }

    private static int operands(String name) {
        return BINARY.containsKey(name) || PAIRS.containsKey(name) ? 2 : 1;
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(OTHERS);
        names.addAll(INITIALISERS);
        names.addAll(UNARY.keySet());
        names.addAll(BINARY.keySet());
        names.addAll(PAIRS.keySet());
        return names;
    }
}
