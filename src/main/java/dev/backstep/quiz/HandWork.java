package dev.backstep.quiz;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// How many numbers one cell of an answer adds up: a mean over 32 samples is no question for
/// somebody with a pencil.
final class HandWork {

    private HandWork() {}

    /// For the value of a drawn node: the most that one of its operations adds up.
    static long forward(Walkthrough w, int vertex) {
        return most(w, vertex, node -> added(w.graph(), node));
    }

    /// For what arrives at a drawn node: the most that one of the operations that use it adds up
    /// for it, or the most that use it, if they are more.
    static long backward(Walkthrough w, int vertex) {
        int[] users =
                w.drawn().outgoingEdgesOf(vertex).stream().mapToInt(w.drawn()::user).toArray();
        return IntStream.of(users)
                .distinct()
                .mapToLong(user -> most(w, user, node -> handedBack(w.graph(), node)))
                .reduce(users.length, Math::max);
    }

    private static long most(Walkthrough w, int vertex, ToLongFunction<Node> work) {
        return w.drawn().members(vertex).stream().mapToLong(work).max().orElse(1);
    }

    private static long added(Graph graph, Node node) {
        return switch (node.op()) {
            case Op.MatMul _ -> operand(graph, node, 0).cols();
            case Op.Dot _, Op.Norm _, Op.Reduction _ ->
                    operand(graph, node, 0).size() / node.shape().size();
            case Op.Columnwise _ -> node.shape().rows();
            default -> 1;
        };
    }

    private static long handedBack(Graph graph, Node node) {
        long most =
                switch (node.op()) {
                    case Op.MatMul _ -> Math.max(node.shape().rows(), node.shape().cols());
                    case Op.Columnwise _ -> node.shape().rows();
                    default -> 1;
                };
        for (int slot = 0; slot < node.inputs().size(); slot++) {
            Node source = graph.source(new Edge(node.id(), slot));
            if (source.op() instanceof Op.Broadcast) {
                most = Math.max(most, source.shape().size() / operand(graph, source, 0).size());
            }
        }
        return most;
    }

    private static Shape operand(Graph graph, Node node, int slot) {
        return graph.node(node.inputs().get(slot)).shape();
    }
}
