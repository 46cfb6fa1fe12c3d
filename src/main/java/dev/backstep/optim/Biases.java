package dev.backstep.optim;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op.Binary;
import java.util.stream.IntStream;

/// Which parameters are biases: no penalty and no decay works on them.
public final class Biases {

    private Biases() {}

    /// Whether a leaf is only ever added to something. Cost: linear in the graph, for each leaf.
    public static boolean isBias(Graph graph, int leaf) {
        boolean[] isStretched = new boolean[graph.size()];
        boolean[] isUsed = new boolean[graph.size()];
        isStretched[leaf] = true;
        for (Node node : graph.nodes()) {
            for (int input : node.inputs()) {
                if (isStretched[input]) {
                    isUsed[input] = true;
                    isStretched[node.id()] |= node.isStretch();
                    if (!node.isStretch() && node.op() != Binary.ADD) {
                        return false;
                    }
                }
            }
        }
        return IntStream.range(leaf, graph.size()).allMatch(i -> isUsed[i] || !isStretched[i]);
    }
}
