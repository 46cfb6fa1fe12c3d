package dev.backstep.train;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
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

    /// The network of a graph whose data leaves are named `X` and `y`.
    ///
    /// @throws IllegalArgumentException where one is missing, or no loss compares anything with `y`
    public static Network of(Graph graph, int output, Map<Integer, Tensor> leaves) {
        int x = data(graph, "X");
        int y = data(graph, "y");
        Node loss =
                graph.nodes().stream()
                        .filter(n -> isLoss(n.op()) && n.inputs().contains(y))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "nothing here compares a prediction with y"));
        int prediction =
                loss.inputs().getFirst() == y ? loss.inputs().get(1) : loss.inputs().getFirst();
        return new Network(graph, output, leaves, x, y, prediction);
    }

    private static int data(Graph graph, String name) {
        return graph.named(name)
                .filter(n -> n.op() instanceof Op.Leaf(Op.Role role) && role == Op.Role.DATA)
                .map(Node::id)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the program does not use " + name + " of its data"));
    }

    private static boolean isLoss(Op op) {
        return op == Binary.BCE
                || op == Binary.BCE_LOGITS
                || op == Binary.SE
                || op == Binary.SUB
                || op == Columns.CE
                || op == Columns.CE_LOGITS;
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
