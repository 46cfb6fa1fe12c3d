package dev.backstep.calculus;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import java.util.HashMap;
import java.util.Map;

/// The multiplications of numbers that upstream × local takes along an edge, counted on the nodes
/// of the longer graph between upstream and downstream.
///
/// A local gradient of 1 takes none, a factor one for each element, a matrix product m·k·n. What
/// computes the local gradient itself is not counted. The transposed map takes as many, so the same
/// number holds for forward mode.
final class EdgeWork {

    private final Graph graph;
    private final Adjoint adjoint;
    private final Map<Edge, Long> known = new HashMap<>();

    EdgeWork(Adjoint adjoint) {
        this.graph = adjoint.graph();
        this.adjoint = adjoint;
    }

    /// The multiplications along one edge; 0 if no gradient passes.
    long multiplications(Edge edge) {
        return adjoint.flow(edge)
                .map(flow -> known.computeIfAbsent(edge, _ -> count(flow)))
                .orElse(0L);
    }

    private long count(Flow flow) {
        Map<Integer, Boolean> depends = new HashMap<>();
        depends.put(flow.upstream(), true);
        reaches(flow.downstream(), flow.upstream(), depends);
        return depends.entrySet().stream()
                .filter(e -> e.getValue() && e.getKey() != flow.upstream())
                .mapToLong(e -> multiplications(graph.node(e.getKey())))
                .sum();
    }

    /// Whether a node depends on upstream; a rule is a few nodes deep, and none of what it is made
    /// of stands before upstream but forward values.
    private boolean reaches(int id, int upstream, Map<Integer, Boolean> depends) {
        Boolean before = depends.get(id);
        if (before != null) {
            return before;
        }
        boolean found = false;
        if (id > upstream) {
            for (int input : graph.node(id).inputs()) {
                found |= reaches(input, upstream, depends);
            }
        }
        depends.put(id, found);
        return found;
    }

    private long multiplications(Node node) {
        return switch (node.op()) {
            case Op.MatMul() ->
                    node.shape().size() * graph.node(node.inputs().getFirst()).shape().cols();
            case Binary op when op == Binary.MUL || op == Binary.DIV -> node.shape().size();
            default -> 0;
        };
    }
}
