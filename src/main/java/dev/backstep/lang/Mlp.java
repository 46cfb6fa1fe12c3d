package dev.backstep.lang;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// `mlp(X, [h1, …, out], hidden, output, seed=1)`: the layers of a multi-layer perceptron, written
/// out as the lecture names them.
///
/// Layer l has `param Wl` (`xavier`, or `he` where its activation is one of the rectifiers, with
/// the seed `seed + l − 1`), `param bl = zeros`, `Zl = Wl @ a + bl` and `al = activation(Zl)`;
/// where that is linear, `al` is another name for `Zl`. An activation is any element-wise function
/// of one operand.
final class Mlp {

    static final String NAME = "mlp";

    private static final int MAX_LAYERS = 1_000;
    private static final Set<String> LINEAR = Set.of("linear", "identity");
    private static final List<String> HIDDEN =
            Stream.concat(elementwise(), LINEAR.stream().sorted()).toList();
    private static final List<String> COLUMNS =
            FunctionTable.of(Manual.Group.COLUMNS).stream().map(Function::name).toList();
    private static final String EXAMPLE = "as in mlp(X, [6, 6, 1], tanh, sigmoid)";

    private final Scope scope;
    private final Calls calls;
    private final TokenPositions place;

    Mlp(Scope scope, Calls calls, TokenPositions place) {
        this.scope = scope;
        this.calls = calls;
        this.place = place;
    }

    /// Appends all layers; returns the id of the last activation.
    ///
    /// @throws ProblemException where an argument is wrong, or a name the layers need is taken
    int layers(CallContext call, ToIntFunction<ExpressionContext> expression) {
        List<ArgumentContext> given = Arguments.list(call);
        long seed = seed(given);
        if (given.size() - (given.size() == 5 ? 1 : 0) != 4) {
            throw place.wrong(
                    call,
                    "mlp takes its input, the sizes of its layers and two activations",
                    EXAMPLE);
        }
        int[] sizes = sizes(given.get(1));
        try {
            requireFree(call, sizes.length);
            String hidden = activation(given.get(2), HIDDEN);
            List<String> last = new ArrayList<>(HIDDEN);
            last.addAll(COLUMNS);
            String output = activation(given.get(3), last);
            int a = expression.applyAsInt(operand(given.getFirst()));
            for (int l = 1; l <= sizes.length; l++) {
                String f = l == sizes.length ? output : hidden;
                a = layer(l, sizes[l - 1], a, f, seed + l - 1, call);
            }
            return a;
        } catch (ProblemException wrong) {
            for (int l = 1; l <= sizes.length; l++) {
                List.of("W" + l, "b" + l, "Z" + l, "a" + l).forEach(scope::hush);
            }
            throw wrong;
        }
    }

    private int layer(int l, int size, int a, String f, long seed, CallContext call) {
        Span where = place.of(call);
        Shape shape = new Shape(size, scope.builder().shape(a).rows());
        String rule = isRectifier(f) ? "he" : "xavier";
        int w =
                scope.leaf(
                        "W" + l,
                        Op.Role.PARAM,
                        shape,
                        () -> Initialisers.weights(rule, shape, seed),
                        where);
        Shape column = new Shape(size, 1);
        int b = scope.leaf("b" + l, Op.Role.PARAM, column, () -> Tensor.full(column, 0), where);
        int product = scope.counted(scope.builder().add(new Op.MatMul(), w, a), where);
        int z = scope.counted(scope.builder().broadcast(Binary.ADD, product, b), where);
        scope.call("Z" + l, z, where);
        if (LINEAR.contains(f)) {
            scope.bind("a" + l, z, where);
            return z;
        }
        int activation = scope.counted(calls.activation(f, z), where);
        scope.call("a" + l, activation, where);
        return activation;
    }

    /// The element-wise functions of one operand, the usual activations first.
    private static Stream<String> elementwise() {
        Comparator<Function> usualFirst = Comparator.comparing(f -> f.use() == Function.Use.OTHER);
        return FunctionTable.of(Manual.Group.ELEMENTS).stream()
                .sorted(usualFirst)
                .map(Function::name);
    }

    private static boolean isRectifier(String activation) {
        return FunctionTable.find(activation)
                .filter(f -> f.use() == Function.Use.RECTIFIER)
                .isPresent();
    }

    private void requireFree(CallContext call, int layers) {
        for (int l = 1; l <= layers; l++) {
            for (String name : List.of("W" + l, "b" + l, "Z" + l, "a" + l)) {
                if (scope.names().contains(name)) {
                    throw place.wrong(
                            call,
                            "mlp adds " + name + ", and " + name + " is assigned already",
                            "choose another name for that one");
                }
            }
        }
    }

    private long seed(List<ArgumentContext> given) {
        if (given.size() != 5) {
            return 1;
        }
        ArgumentContext a = given.getLast();
        boolean named = a.NAME() != null && a.NAME().getText().equals("seed");
        if (!named || a.expression() == null) {
            throw place.wrong(a, "after its activations mlp takes seed= alone", EXAMPLE);
        }
        double seed = Literal.constant(a.expression(), place).orElse(Double.NaN);
        if (seed != Math.rint(seed) || Math.abs(seed) > KeyedArguments.MAX_SEED) {
            throw place.wrong(a, "a seed is a whole number", "as in seed=42");
        }
        return (long) seed;
    }

    private int[] sizes(ArgumentContext a) {
        Literal literal = Literal.of(operand(a), place).orElse(null);
        if (literal == null || literal.shape().rows() != 1) {
            throw place.wrong(a, "the sizes of the layers are one row of numbers", EXAMPLE);
        }
        if (literal.shape().cols() > MAX_LAYERS) {
            throw place.wrong(a, "mlp has at most " + MAX_LAYERS + " layers", "");
        }
        double[] sizes = literal.value().get().toArray();
        int[] whole = new int[sizes.length];
        for (int k = 0; k < sizes.length; k++) {
            if (sizes[k] != Math.rint(sizes[k]) || sizes[k] < 1) {
                throw place.wrong(a, "the sizes of the layers are whole numbers from 1", EXAMPLE);
            }
            if (sizes[k] > Shape.MAX_ELEMENTS) {
                throw place.wrong(a, "too large: over 4 million elements", "take smaller layers");
            }
            whole[k] = (int) sizes[k];
        }
        return whole;
    }

    private String activation(ArgumentContext a, List<String> known) {
        String name = a.getText();
        if (known.contains(name)) {
            return name;
        }
        if (COLUMNS.contains(name)) {
            throw place.wrong(a, name + " is for the output of mlp, not for hidden layers", "");
        }
        String near = Nearest.hint(name, known);
        String all = "known: " + String.join(", ", known);
        throw place.wrong(
                a, place.words(a) + " is no activation for mlp", near.isEmpty() ? all : near);
    }

    private ExpressionContext operand(ArgumentContext a) {
        if (a.NAME() != null || a.expression() == null) {
            throw place.wrong(a, "mlp takes its input and the sizes of its layers first", EXAMPLE);
        }
        return a.expression();
    }
}
