package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.graph.Op.Unary;
import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/// What `f(a, b)` means for every function of the language but the initialisers.
final class Calls {

    private static final Map<String, Op> FIXED =
            Map.ofEntries(
                    Map.entry("neg", Unary.NEG),
                    Map.entry("exp", Unary.EXP),
                    Map.entry("log", Unary.LOG),
                    Map.entry("ln", Unary.LOG),
                    Map.entry("sqrt", Unary.SQRT),
                    Map.entry("square", Unary.SQUARE),
                    Map.entry("sin", Unary.SIN),
                    Map.entry("cos", Unary.COS),
                    Map.entry("tan", Unary.TAN),
                    Map.entry("tanh", Unary.TANH),
                    Map.entry("sigmoid", Unary.SIGMOID),
                    Map.entry("σ", Unary.SIGMOID),
                    Map.entry("softplus", Unary.SOFTPLUS),
                    Map.entry("gelu", Unary.GELU),
                    Map.entry("silu", Unary.SILU),
                    Map.entry("softmax", Columns.SOFTMAX),
                    Map.entry("log_softmax", Columns.LOG_SOFTMAX),
                    Map.entry("norm", new Op.Norm()),
                    Map.entry("transpose", new Op.Transpose()),
                    Map.entry("max", Binary.MAX),
                    Map.entry("min", Binary.MIN),
                    Map.entry("pow", Binary.POW),
                    Map.entry("bce", Binary.BCE),
                    Map.entry("bce_logits", Binary.BCE_LOGITS),
                    Map.entry("se", Binary.SE),
                    Map.entry("dot", new Op.Dot()),
                    Map.entry("ce", Columns.CE),
                    Map.entry("ce_logits", Columns.CE_LOGITS));

    private final Graph.Builder b;
    private final double relu0;

    Calls(Graph.Builder builder, double relu0) {
        this.b = builder;
        this.relu0 = relu0;
    }

    /// Whether a call takes an axis, `rows` or `cols`, as its second argument: there they are
    /// words, not names.
    static boolean hasAxis(CallContext call) {
        String name = call.NAME().getText();
        return (name.equals("sum") || name.equals("mean")) && Arguments.list(call).size() == 2;
    }

    /// @throws Wrong where there is no such function
    static void require(CallContext call, Scope scope, TokenPositions place) {
        String name = call.NAME().getText();
        if (Signature.all().containsKey(name) || name.equals(Mlp.NAME)) {
            return;
        }
        if (scope.isHushed(name)) {
            throw new ProblemException(List.of());
        }
        Span at = place.of(call.NAME().getSymbol(), call.NAME().getSymbol());
        String said = "unknown function " + place.words(at);
        if (scope.names().contains(name) && Arguments.list(call).size() > 1) {
            throw place.wrong(
                    call, "there is no indexing yet", "give the number a name of its own");
        }
        if (scope.names().contains(name)) {
            throw new ProblemException(at, said, "write " + place.words(at) + "*(…)");
        }
        Optional<Hint> here = here(call, place, said);
        if (here.isPresent()) {
            throw new ProblemException(List.of(here.get().problem()));
        }
        String without = Foreign.without(name);
        throw new ProblemException(at, said, without.isEmpty() ? near(name) : without);
    }

    /// What to write for a function that other languages have.
    private static Optional<Hint> here(CallContext call, TokenPositions place, String said) {
        List<String> given =
                Arguments.list(call).stream()
                        .filter(a -> a.NAME() == null)
                        .map(a -> place.written(place.of(a)))
                        .toList();
        return Foreign.call(call.NAME().getText(), given)
                .map(here -> Hint.write(place.of(call), said, here))
                .filter(Hint::isShort);
    }

    private static String near(String name) {
        return functions().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(f -> "write " + f)
                .orElseGet(() -> Nearest.hint(name, functions()));
    }

    private static Set<String> functions() {
        Set<String> functions = new TreeSet<>(Signature.all().keySet());
        functions.add(Mlp.NAME);
        return functions;
    }

    /// Appends an activation with its usual numbers; returns its id.
    int activation(String name, int z, CallContext call, TokenPositions place) {
        Map<String, Double> usual = Objects.requireNonNull(Signature.all().get(name)).optional();
        return append(name, new int[] {z}, new Arguments(call, List.of(), usual, place));
    }

    /// Appends the nodes of a call; returns the id of its result.
    ///
    /// @throws Wrong where its arguments do not fit
    int call(CallContext call, TokenPositions place, ToIntFunction<ExpressionContext> expression) {
        String name = call.NAME().getText();
        if (hasAxis(call)) {
            List<ArgumentContext> given = Arguments.list(call);
            String axis = axis(given.get(1), place);
            int x = expression.applyAsInt(operand(given.getFirst(), name, place));
            return reduction(name, x, reduced(b.shape(x), axis));
        }
        Arguments arguments = Arguments.of(call, place);
        int[] x = arguments.operands().stream().mapToInt(expression).toArray();
        try {
            return append(name, x, arguments);
        } catch (IllegalArgumentException misfit) {
            throw place.wrong(call, name + ": " + misfit.getMessage(), hint(x));
        }
    }

    private int append(String name, int[] x, Arguments given) {
        Op fixed = FIXED.get(name);
        if (fixed != null) {
            return fixed instanceof Binary ? b.broadcast(fixed, x[0], x[1]) : b.add(fixed, x);
        }
        return switch (name) {
            case "abs" -> b.add(new Op.Abs(2 * relu0 - 1), x);
            case "relu" -> b.add(new Op.Relu(relu0), x);
            case "step" -> b.add(new Op.Step(0, relu0, 1), x);
            case "leaky_relu" -> {
                double slope = given.number("slope");
                yield b.add(new Op.LeakyRelu(slope, slope + (1 - slope) * relu0), x);
            }
            case "elu" -> {
                double alpha = given.number("alpha");
                yield b.add(new Op.Elu(alpha, alpha + (1 - alpha) * relu0), x);
            }
            case "reshape" -> b.add(new Op.Reshape(given.shape()), x);
            case "sum", "mean" -> reduction(name, x[0], Shape.SCALAR);
            default -> throw new IllegalStateException(name + " has a signature and no meaning");
        };
    }

    private int reduction(String name, int x, Shape to) {
        return b.add(name.equals("sum") ? new Op.SumTo(to) : new Op.MeanTo(to), x);
    }

    private String hint(int[] x) {
        boolean turned = x.length == 2 && b.shape(x[0]).equals(b.shape(x[1]).transposed());
        return turned ? "transpose one?" : "";
    }

    private static ExpressionContext operand(ArgumentContext a, String name, TokenPositions place) {
        if (a.NAME() != null || a.expression() == null) {
            throw place.wrong(a, name + " takes a matrix first", "as in " + name + "(A, rows)");
        }
        return a.expression();
    }

    private static String axis(ArgumentContext a, TokenPositions place) {
        String axis = a.getText();
        if (!axis.equals("rows") && !axis.equals("cols")) {
            String near = Nearest.hint(axis, new TreeSet<>(Set.of("rows", "cols")));
            String numbered =
                    switch (axis) {
                        case "axis=0", "dim=0", "dims=1" -> "write rows";
                        case "axis=1", "axis=-1", "dim=1", "dim=-1", "dims=2" -> "write cols";
                        default -> axis.matches("\\d") ? "rows adds the rows up" : "";
                    };
            throw place.wrong(
                    a,
                    place.words(a) + " is neither rows nor cols",
                    near.isEmpty() ? numbered : near);
        }
        return axis;
    }

    private static Shape reduced(Shape from, String axis) {
        return axis.equals("rows") ? new Shape(1, from.cols()) : new Shape(from.rows(), 1);
    }
}
