package dev.backstep.compile;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Strided;
import dev.backstep.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a program computes of a graph and its adjoint, node by node.
///
/// Each node has a place of its own, which nothing writes to again before the next run.
final class ComputedNodes {

    private final Graph graph;
    private final @Nullable Strided[] views;

    /// @param graph the longer graph
    /// @param views for each of its nodes where it lies, or null if no loop computes it
    ComputedNodes(Graph graph, @Nullable Strided[] views) {
        this.graph = graph;
        this.views = views;
    }

    /// All values of the last run, as the loops rounded them. A node that a loop passes over, since
    /// it does several at once or the result needs it not, is worked out from its operands.
    ///
    /// @param leaves the value of each leaf
    Trace trace(Map<Integer, Tensor> leaves) {
        return Trace.of(graph, leaves, id -> Optional.ofNullable(views[id]).map(Strided::toTensor));
    }
}
