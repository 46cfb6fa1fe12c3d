package dev.backstep.lang;

import dev.backstep.graph.Group;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
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
    static final List<String> HIDDEN =
            Stream.concat(elementwise(), LINEAR.stream().sorted()).toList();
    private static final List<String> COLUMNS =
            FunctionTable.of(Manual.Chapter.COLUMNS).stream().map(Function::name).toList();
    static final List<String> LAST = Stream.concat(HIDDEN.stream(), COLUMNS.stream()).toList();
    private static final Message EXAMPLE = Hint.example("mlp(X, [6, 6, 1], tanh, sigmoid)");

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
            throw place.wrong(call, Message.of("problem.mlp"), EXAMPLE);
        }
        int[] sizes = sizes(given.get(1));
        try {
            requireFree(call, sizes.length);
            String hidden = activation(given.get(2), HIDDEN);
            String output = activation(given.get(3), LAST);
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
        String title = "Layer " + l;
        return scope.groups()
                .group(
                        Group.Kind.LAYER,
                        title,
                        title,
                        () -> {
                            int z =
                                    weighted(
                                            l,
                                            size,
                                            a,
                                            isRectifier(f) ? "he" : "xavier",
                                            seed,
                                            call);
                            return activated(l, z, f, place.of(call));
                        });
    }

    private int weighted(int l, int size, int a, String rule, long seed, CallContext call) {
        Span where = place.of(call);
        Shape shape = new Shape(size, scope.builder().shape(a).rows());
        int w =
                scope.leaf(
                        "W" + l,
                        Op.Role.PARAM,
                        shape,
                        () -> Initialisers.weights(rule, shape, seed),
                        where);
        Shape column = new Shape(size, 1);
        int b = scope.leaf("b" + l, Op.Role.PARAM, column, () -> Tensor.full(column, 0), where);
        return statement(
                "Z" + l,
                where,
                () -> {
                    int product = scope.counted(scope.builder().add(new Op.MatMul(), w, a), where);
                    return scope.builder().broadcast(Binary.ADD, product, b);
                });
    }

    private int activated(int l, int z, String f, Span where) {
        if (isLinear(f)) {
            scope.bind("a" + l, z, where);
            return z;
        }
        return statement("a" + l, where, () -> calls.activation(f, z));
    }

    /// What a layer computes as a line of a program would.
    private int statement(String name, Span where, IntSupplier nodes) {
        int id =
                scope.groups()
                        .group(
                                Group.Kind.STATEMENT,
                                name,
                                name,
                                () -> scope.counted(nodes.getAsInt(), where));
        scope.call(name, id, where);
        return id;
    }

    /// The element-wise functions of one operand, the usual activations first.
    private static Stream<String> elementwise() {
        Comparator<Function> usualFirst = Comparator.comparing(f -> f.use() == Function.Use.OTHER);
        return FunctionTable.of(Manual.Chapter.ELEMENTS).stream()
                .sorted(usualFirst)
                .map(Function::name);
    }

    /// Whether an activation hands on what it gets.
    static boolean isLinear(String activation) {
        return LINEAR.contains(activation);
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
                            Message.of("problem.mlp.taken").with("name", name),
                            Message.of("hint.other.name.that"));
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
            throw place.wrong(a, Message.of("problem.mlp.seed"), EXAMPLE);
        }
        double seed = Literal.constant(a.expression(), place).orElse(Double.NaN);
        if (seed != Math.rint(seed) || Math.abs(seed) > KeyedArguments.MAX_SEED) {
            throw place.wrong(a, Message.of("problem.seed"), Hint.example("seed=42"));
        }
        return (long) seed;
    }

    private int[] sizes(ArgumentContext a) {
        Literal literal = Literal.of(operand(a), place).orElse(null);
        if (literal == null || literal.shape().rows() != 1) {
            throw place.wrong(a, Message.of("problem.mlp.sizes"), EXAMPLE);
        }
        if (literal.shape().cols() > MAX_LAYERS) {
            throw place.wrong(a, Message.of("problem.mlp.layers").with("n", MAX_LAYERS));
        }
        double[] sizes = literal.value().get().toArray();
        int[] whole = new int[sizes.length];
        for (int k = 0; k < sizes.length; k++) {
            if (sizes[k] != Math.rint(sizes[k]) || sizes[k] < 1) {
                throw place.wrong(a, Message.of("problem.mlp.sizes.whole"), EXAMPLE);
            }
            if (sizes[k] > Shape.MAX_ELEMENTS) {
                throw place.wrong(
                        a, Message.of("problem.matrix.large"), Message.of("hint.smaller.layers"));
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
            throw place.wrong(a, Message.of("problem.mlp.hidden").with("name", name));
        }
        throw place.wrong(
                a,
                Message.of("problem.mlp.activation").with("name", place.words(a)),
                Nearest.hint(name, known).orElse(Nearest.known(known)));
    }

    private ExpressionContext operand(ArgumentContext a) {
        if (a.NAME() != null || a.expression() == null) {
            throw place.wrong(a, Message.of("problem.mlp.first"), EXAMPLE);
        }
        return a.expression();
    }
}
