package dev.backstep.lang;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Group;
import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.List;
import java.util.function.ToIntFunction;

/// `grad(L, x)`: the backward graph from `L` to `x`, written out as nodes of the program, so that
/// what is shown of it and what is differentiated again is what is computed.
final class Gradients {

    static final String NAME = "grad";

    private final Scope scope;
    private final TokenPositions place;

    Gradients(Scope scope, TokenPositions place) {
        this.scope = scope;
        this.place = place;
    }

    /// Appends the nodes of a call; returns the id of ∂L/∂x.
    ///
    /// @throws ProblemException if `L` is not 1×1, `x` is no name, or `L` does not depend on it
    int gradient(CallContext call, ToIntFunction<ExpressionContext> expression) {
        List<ExpressionContext> operands = Arguments.of(call, place).operands();
        if (!(Literal.inside(operands.get(1)) instanceof BackstepParser.VariableContext name)) {
            throw place.wrong(
                    operands.get(1),
                    Message.of("problem.grad.name").with("given", place.words(operands.get(1))),
                    Hint.example("grad(L, x)"));
        }
        int by = scope.variable(name, place);
        int output = expression.applyAsInt(operands.getFirst());
        Graph.Builder b = scope.builder();
        String of = place.words(operands.getFirst());
        if (!b.shape(output).isScalar()) {
            throw place.wrong(
                    operands.getFirst(),
                    Message.of("problem.grad.shape")
                            .with("of", of)
                            .with("shape", b.shape(output).toString()),
                    Message.of("hint.sum.mean"));
        }
        String title = "∂" + of + "/∂" + name.getText();
        return scope.groups()
                .group(
                        Group.Kind.GRADIENT,
                        title,
                        title,
                        () ->
                                appended(
                                        call,
                                        output,
                                        by,
                                        Message.of("problem.grad.zero")
                                                .with("of", of)
                                                .with("by", name.getText())));
    }

    private int appended(CallContext call, int output, int by, Message zero) {
        Graph.Builder b = scope.builder();
        int id =
                Adjoint.append(b, output, by, Frames.MAX_NODES)
                        .orElseThrow(() -> place.wrong(call, zero, Hint.write(zeros(b.shape(by)))));
        if (b.size() > Frames.MAX_NODES) {
            throw place.wrong(call, Message.of("problem.grad.nodes").with("n", Frames.MOST_NODES));
        }
        return scope.counted(id, place.of(call));
    }

    private static String zeros(Shape shape) {
        return shape.isScalar() ? "0" : "zeros(" + shape.rows() + ", " + shape.cols() + ")";
    }
}
