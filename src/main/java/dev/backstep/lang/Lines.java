package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Group;
import dev.backstep.graph.Op;
import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;

/// Turns lines that compute something into nodes: those of the program, and those of a function
/// once more for each of its calls.
final class Lines {

    private final Scope scope;
    private final Calls calls;
    private final Graph.Builder builder;

    Lines(Scope scope, Calls calls) {
        this.scope = scope;
        this.calls = calls;
        this.builder = scope.builder();
    }

    /// Appends the nodes of the right side of `name = …`; returns the id of its result, which then
    /// has that name.
    ///
    /// @param name as it is told: inside a function with what stands before its own names
    /// @throws ProblemException where it has no meaning
    int line(String name, ExpressionContext right, TokenPositions place) {
        Optional<CallContext> only = only(right);
        if (only.isPresent()) {
            return call(only.get(), name, true, place);
        }
        int from = builder.size();
        return scope.groups()
                .group(
                        Group.Kind.STATEMENT,
                        name,
                        name,
                        () -> {
                            int id = new Expressions(scope, calls, place).expression(right);
                            if (scope.nodes().containsKey(name)) {
                                throw place.wrong(
                                        right,
                                        Message.of("problem.mlp.adds").with("name", name),
                                        Message.of("hint.other.name.line"));
                            }
                            return named(id, name, from, place.of(right));
                        });
    }

    /// Appends the nodes of a call inside an expression.
    int call(CallContext call, TokenPositions place) {
        return call(call, scope.frames().freeCall(call.NAME().getText()), false, place);
    }

    private int call(CallContext call, String name, boolean isLine, TokenPositions place) {
        Calls.require(call, scope, place);
        String called = call.NAME().getText();
        Definition function = scope.functions().find(called).orElseThrow();
        Expressions expressions = new Expressions(scope, calls, place);
        int[] operands =
                Arguments.list(call).stream()
                        .mapToInt(a -> expressions.expression(a.expression()))
                        .toArray();
        int from = builder.size();
        return scope.groups()
                .group(
                        Group.Kind.CALL,
                        name,
                        isLine ? name + ": " + called : name,
                        () -> {
                            int id = written(function, operands, name, call, place);
                            return isLine ? named(id, name, from, place.of(call)) : id;
                        });
    }

    private int written(
            Definition function,
            int[] operands,
            String name,
            CallContext call,
            TokenPositions place) {
        boolean outermost =
                scope.frames().enter(name, function, operands, place.of(call), call.depth());
        try {
            for (Definition.Line line : function.lines()) {
                own(line);
            }
            return value(function, name);
        } catch (ProblemException wrong) {
            throw outermost ? told(wrong, place.of(call)) : wrong;
        } finally {
            scope.frames().leave();
        }
    }

    private int value(Definition function, String name) {
        Definition.Line value = function.value();
        Expressions expressions = new Expressions(scope, calls, value.place());
        boolean alone = function.lines().isEmpty() || only(value.right()).isPresent();
        return alone
                ? expressions.expression(value.right())
                : scope.groups()
                        .group(
                                Group.Kind.STATEMENT,
                                name + "." + function.name(),
                                name,
                                () -> expressions.expression(value.right()));
    }

    /// A line of a body. A number or a matrix is a constant: the one place in the text where it
    /// stands would otherwise be that of a leaf for each call.
    private void own(Definition.Line line) {
        TokenPositions place = line.place();
        String name = scope.frames().own(line.name());
        Span where = place.of(line.right());
        Optional<Literal> literal =
                Literal.of(line.right(), place)
                        .or(() -> scope.files().literal(line.right(), place));
        int id;
        if (literal.isPresent()) {
            Literal fixed = literal.get();
            id = scope.leaf(name, Op.Role.CONST, fixed.shape(), fixed.value(), where);
        } else {
            id = line(name, line.right(), place);
            scope.bind(name, id, where);
        }
        scope.frames().bind(line.name(), id);
        scope.note(id, line.note());
    }

    /// Gives a name to a node, or to a copy if the node has one already or was there before.
    private int named(int id, String name, int from, Span where) {
        boolean taken =
                id < from || builder.node(id).name().isPresent() || builder.node(id).isSource();
        int named =
                taken
                        ? scope.counted(builder.add(new Op.Reshape(builder.shape(id)), id), where)
                        : id;
        builder.name(named, name);
        return named;
    }

    /// The call of a function of the program that a tree is as a whole.
    private Optional<CallContext> only(ExpressionContext right) {
        ParseTree only = Literal.onlyChild(right);
        return only instanceof CallContext call
                        && scope.functions().find(call.NAME().getText()).isPresent()
                ? Optional.of(call)
                : Optional.empty();
    }

    /// What is wrong in the body for the operands of one call: told at the call, and once in the
    /// body.
    private ProblemException told(ProblemException wrong, Span call) {
        List<Problem> all = new ArrayList<>();
        for (Problem p : wrong.problems()) {
            Optional<Definition> in = scope.functions().around(p.span());
            if (in.isPresent()) {
                Message said =
                        Message.of("problem.in.function")
                                .with("function", in.get().name())
                                .with("line", in.get().value().place().line(p.span()))
                                .with("why", p.message());
                all.add(new Problem(call, said, p.hint()));
            }
            if (in.isEmpty() || scope.functions().isNews(p.span())) {
                all.add(p);
            }
        }
        return new ProblemException(all);
    }
}
