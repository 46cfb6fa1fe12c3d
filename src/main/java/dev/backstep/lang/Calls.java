package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/// What `f(a, b)` means for every function of the language but the initialisers.
final class Calls {

    private static final Set<String> AXES = Set.of("rows", "cols");

    private final Graph.Builder b;
    private final double relu0;

    Calls(Graph.Builder builder, double relu0) {
        this.b = builder;
        this.relu0 = relu0;
    }

    /// Whether a call takes an axis, `rows` or `cols`, as its second argument: there they are
    /// words, not names.
    static boolean hasAxis(CallContext call) {
        Optional<Function> function =
                FunctionTable.find(call.NAME().getText()).filter(Function::takesAxis);
        List<ArgumentContext> given = Arguments.list(call);
        return function.isPresent()
                && given.size() == 2
                && (function.get().operands().size() == 1
                        || AXES.contains(given.get(1).getText())
                        || given.get(1).NAME() != null);
    }

    /// @throws ProblemException where there is no such function
    static void require(CallContext call, Scope scope, TokenPositions place) {
        String name = call.NAME().getText();
        if (name.equals(Mlp.NAME) && !scope.frames().checked().isEmpty()) {
            throw place.wrong(call, Message.of("problem.body.mlp"), Message.of("hint.body.above"));
        }
        if (FunctionTable.find(name).isPresent() || name.equals(Mlp.NAME)) {
            return;
        }
        if (scope.isHushed(name)) {
            throw new ProblemException(List.of());
        }
        if (scope.functions().isRight(call, scope.frames().checked(), place)) {
            return;
        }
        Span at = place.of(call.NAME().getSymbol(), call.NAME().getSymbol());
        Message said = Message.of("problem.unknown.function").with("name", place.words(at));
        if (scope.names().contains(name) && Arguments.list(call).size() > 1) {
            throw place.wrong(call, Message.of("problem.no.indexing"), Hint.example("A[0, 1]"));
        }
        if (scope.names().contains(name)) {
            throw new ProblemException(at, said, Hint.write(place.words(at) + "*(…)"));
        }
        Optional<Hint> here = here(call, place, said);
        if (here.isPresent()) {
            throw new ProblemException(List.of(here.get().problem()));
        }
        throw new ProblemException(
                at,
                said,
                Foreign.without(name).orElseGet(() -> near(name, scope.functions().names())));
    }

    /// @throws ProblemException if a call of a function of the language takes other operands
    static void requireOperands(CallContext call, TokenPositions place) {
        String name = call.NAME().getText();
        if (Initialisers.known(name)) {
            Initialisers.of(call, place);
        } else if (FileMatrices.isFile(call)) {
            FileMatrices.argument(call, place);
        } else if (FunctionTable.find(name).isPresent() && !hasAxis(call)) {
            Arguments.of(call, place);
        }
    }

    /// What to write for a function that other languages have.
    private static Optional<Hint> here(CallContext call, TokenPositions place, Message said) {
        List<String> given =
                Arguments.list(call).stream()
                        .filter(a -> a.NAME() == null)
                        .map(a -> place.written(place.of(a)))
                        .toList();
        return Foreign.call(call.NAME().getText(), given)
                .map(here -> Hint.write(place.of(call), said, here))
                .filter(Hint::isShort);
    }

    private static Message near(String name, Set<String> own) {
        Set<String> functions = functions(own);
        return functions.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(Hint::write)
                .orElseGet(() -> Nearest.hint(name, functions).orElse(Message.EMPTY));
    }

    private static Set<String> functions(Set<String> own) {
        Set<String> functions = new TreeSet<>(FunctionTable.names());
        functions.add(Mlp.NAME);
        functions.addAll(own);
        return functions;
    }

    /// Appends an activation with its usual numbers; returns its id.
    int activation(String name, int z) {
        Function function = FunctionTable.get(name);
        return append(function, new int[] {z}, function.optional(), Shape.SCALAR);
    }

    /// Appends the nodes of a call; returns the id of its result.
    ///
    /// @throws ProblemException where its arguments do not fit
    int call(CallContext call, TokenPositions place, ToIntFunction<ExpressionContext> expression) {
        String name = call.NAME().getText();
        Function function = FunctionTable.get(name);
        if (hasAxis(call)) {
            List<ArgumentContext> given = Arguments.list(call);
            String axis = axis(given.get(1), place);
            int x = expression.applyAsInt(operand(given.getFirst(), name, place));
            return append(function, new int[] {x}, Map.of(), reduced(b.shape(x), axis));
        }
        Arguments arguments = Arguments.of(call, place);
        int[] x = arguments.operands().stream().mapToInt(expression).toArray();
        Shape to = function.required().contains("r") ? arguments.shape() : Shape.SCALAR;
        try {
            return append(function, x, arguments.numbers(), to);
        } catch (Refusal misfit) {
            throw place.wrong(
                    call,
                    Message.of("problem.misfit").with("function", name).with("why", misfit.why()),
                    hint(x));
        }
    }

    private int append(Function function, int[] x, Map<String, Double> numbers, Shape to) {
        Op op = function.op(new Function.Given(x.length, numbers, to, relu0));
        return op instanceof Binary ? b.broadcast(op, x[0], x[1]) : b.add(op, x);
    }

    private Message hint(int[] x) {
        boolean turned = x.length == 2 && b.shape(x[0]).equals(b.shape(x[1]).transposed());
        return turned ? Message.of("hint.transpose") : Message.EMPTY;
    }

    private static ExpressionContext operand(ArgumentContext a, String name, TokenPositions place) {
        if (a.NAME() != null || a.expression() == null) {
            throw place.wrong(
                    a,
                    Message.of("problem.matrix.first").with("function", name),
                    Hint.example(name + "(A, rows)"));
        }
        return a.expression();
    }

    private static String axis(ArgumentContext a, TokenPositions place) {
        String axis = a.getText();
        if (!AXES.contains(axis)) {
            Message numbered =
                    switch (axis) {
                        case "axis=0", "dim=0", "dims=1" -> Hint.write("rows");
                        case "axis=1", "axis=-1", "dim=1", "dim=-1", "dims=2" -> Hint.write("cols");
                        default -> axis.matches("\\d") ? Message.of("hint.rows") : Message.EMPTY;
                    };
            throw place.wrong(
                    a,
                    Message.of("problem.axis").with("given", place.words(a)),
                    Nearest.hint(axis, new TreeSet<>(AXES)).orElse(numbered));
        }
        return axis;
    }

    private static Shape reduced(Shape from, String axis) {
        return axis.equals("rows") ? new Shape(1, from.cols()) : new Shape(from.rows(), 1);
    }
}
