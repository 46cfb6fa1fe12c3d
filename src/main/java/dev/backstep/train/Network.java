package dev.backstep.train;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op.Binary;
import dev.backstep.tensor.Tensor;
import java.util.Map;

/// A graph to be trained on a fixed number of samples.
///
/// @param output the loss, 1×1: a mean over the samples
/// @param leaves the value of each leaf that does not come from data
/// @param x the leaf for the features, features × samples
/// @param y the leaf for what is to be learnt
/// @param prediction the node that the loss compares with `y`
public record Network(
        Graph graph, int output, Map<Integer, Tensor> leaves, int x, int y, int prediction) {

    public Network {
        leaves = Map.copyOf(leaves);
    }

    /// @throws IllegalArgumentException where the data has other rows than the leaves for it
    void requireRows(Dataset data) {
        requireRows(x, data.features());
        requireRows(y, data.outputs());
    }

    private void requireRows(int leaf, int rows) {
        Node node = graph.node(leaf);
        if (node.shape().rows() != rows) {
            throw new IllegalArgumentException(
                    node.name().orElse("a leaf")
                            + " has "
                            + node.shape().rows()
                            + " rows, the data has "
                            + rows);
        }
    }

    /// The number of samples.
    public int samples() {
        return graph.node(x).shape().cols();
    }

    /// Above this a prediction of one output means class 1: one half for a probability, 0 for its
    /// logit.
    double threshold() {
        boolean logit =
                graph.nodes().stream()
                        .anyMatch(
                                n ->
                                        n.op() == Binary.BCE_LOGITS
                                                && n.inputs().getFirst() == prediction);
        return logit ? 0 : 0.5;
    }
}
