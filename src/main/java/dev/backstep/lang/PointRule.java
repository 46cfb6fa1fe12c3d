package dev.backstep.lang;

import dev.backstep.data.DataFiles;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Trace;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/// The expression of `data rule(…)`: a graph of its own over `x1` and `x2`, which is evaluated at
/// each point.
final class PointRule implements DoubleBinaryOperator {

    private final Graph graph;
    private final int result;
    private final int first;
    private final int second;
    private final Map<Integer, Tensor> leaves;

    private PointRule(Graph graph, int result, int first, int second, Map<Integer, Tensor> leaves) {
        this.graph = graph;
        this.result = result;
        this.first = first;
        this.second = second;
        this.leaves = leaves;
    }

    /// @throws ProblemException where the expression has no meaning or is no number
    static PointRule of(ExpressionContext expression, TokenPositions place) {
        Scope scope =
                new Scope(
                        () -> Set.of("x1", "x2"),
                        _ -> Optional.empty(),
                        Shape.MAX_ELEMENTS,
                        Map.of(),
                        DataFiles.NONE);
        Span where = place.of(expression);
        int first = coordinate(scope, "x1", where);
        int second = coordinate(scope, "x2", where);
        Calls calls = new Calls(scope.builder(), 0);
        int result = new Expressions(scope, calls, place).expression(expression);
        Graph graph = scope.builder().build();
        Shape shape = graph.node(result).shape();
        if (!shape.isScalar()) {
            throw place.wrong(
                    expression,
                    Message.of("problem.rule.shape").with("shape", shape.toString()),
                    Message.of("hint.rule.numbers"));
        }
        boolean depends =
                graph.nodes().stream()
                        .map(Node::inputs)
                        .anyMatch(i -> i.contains(first) || i.contains(second));
        if (!depends && result != first && result != second) {
            throw place.wrong(
                    expression, Message.of("problem.rule.same"), Message.of("hint.rule.use"));
        }
        return new PointRule(graph, result, first, second, new HashMap<>(scope.leaves()));
    }

    private static int coordinate(Scope scope, String name, Span where) {
        return scope.leaf(name, Op.Role.CONST, Shape.SCALAR, () -> Tensor.scalar(0), where);
    }

    @Override
    public double applyAsDouble(double x1, double x2) {
        leaves.put(first, Tensor.scalar(x1));
        leaves.put(second, Tensor.scalar(x2));
        return Trace.of(graph, leaves).value(result).item();
    }
}
