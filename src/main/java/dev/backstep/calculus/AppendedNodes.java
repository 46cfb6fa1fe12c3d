package dev.backstep.calculus;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Rules;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.List;

/// Values of nodes that were appended to the graph of a program, for one value after another of a
/// leaf among them.
///
/// Only what depends on that leaf is evaluated again.
final class AppendedNodes {

    private final Graph graph;
    private final int leaf;
    private final Tensor[] values;
    private final boolean[] depends;

    /// @param graph begins with the nodes of the program
    /// @param leaf the only leaf among the others
    AppendedNodes(Walkthrough w, Graph graph, int leaf) {
        this.graph = graph;
        this.leaf = leaf;
        this.values = new Tensor[graph.size()];
        this.depends = new boolean[graph.size()];
        for (int id = 0; id < w.graph().size(); id++) {
            values[id] = w.value(id);
        }
        depends[leaf] = true;
        for (int id = leaf + 1; id < graph.size(); id++) {
            Node node = graph.node(id);
            depends[id] = node.inputs().stream().anyMatch(i -> depends[i]);
            if (!depends[id]) {
                values[id] = value(node);
            }
        }
    }

    /// Gives the leaf a value and evaluates what depends on it.
    void put(Tensor value) {
        values[leaf] = value;
        for (int id = leaf + 1; id < graph.size(); id++) {
            if (depends[id]) {
                values[id] = value(graph.node(id));
            }
        }
    }

    Tensor value(int node) {
        return values[node];
    }

    private Tensor value(Node node) {
        List<Tensor> in = node.inputs().stream().map(i -> values[i]).toList();
        return Rules.value(node.op(), in);
    }
}
