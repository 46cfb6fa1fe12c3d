package dev.backstep.optim;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op.Binary;
import java.util.List;

/// Which parameters are biases: no penalty and no decay works on them.
public final class Biases {

    private Biases() {}

    /// Whether a leaf is only ever added to something. Cost: linear in the graph, for each leaf.
    public static boolean isBias(Graph graph, int leaf) {
        List<Node> uses = graph.nodes().stream().filter(n -> n.inputs().contains(leaf)).toList();
        return !uses.isEmpty()
                && uses.stream()
                        .allMatch(
                                n ->
                                        n.op() == Binary.ADD
                                                || n.isStretch() && isBias(graph, n.id()));
    }
}
