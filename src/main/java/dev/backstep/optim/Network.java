package dev.backstep.optim;

import dev.backstep.data.Dataset;
import dev.backstep.graph.BackwardPass;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op.Binary;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.Map;
import java.util.Optional;

/// A graph to be trained on a fixed number of samples.
///
/// @param output the loss, 1×1: a mean over the samples
/// @param leaves the value of each leaf that does not come from data
/// @param data the nodes that samples go through; nothing where the graph is trained as it is, with
///   all that it holds in one step
/// @param pass how its backward pass is done
public record Network(
        Graph graph,
        int output,
        Map<Integer, Tensor> leaves,
        Optional<Data> data,
        BackwardPass pass) {

    /// @param x the leaf for the features, features × samples
    /// @param y the leaf for what is to be learnt
    /// @param prediction the node that the loss compares with `y`
    public record Data(int x, int y, int prediction) {}

    public Network {
        leaves = Map.copyOf(leaves);
    }

    public Network(
            Graph graph, int output, Map<Integer, Tensor> leaves, int x, int y, int prediction) {
        this(graph, output, leaves, Optional.of(new Data(x, y, prediction)), BackwardPass.RIGHT);
    }

    /// A graph that is trained as it is, without samples.
    public static Network asItIs(Graph graph, int output, Map<Integer, Tensor> leaves) {
        return new Network(graph, output, leaves, Optional.empty(), BackwardPass.RIGHT);
    }

    /// The same with another backward pass.
    public Network with(BackwardPass changed) {
        return new Network(graph, output, leaves, data, changed);
    }

    /// The leaf for the features. Only for a network with samples, as the next two.
    public int x() {
        return data.orElseThrow().x();
    }

    public int y() {
        return data.orElseThrow().y();
    }

    public int prediction() {
        return data.orElseThrow().prediction();
    }

    /// @throws Refusal where the data has other rows than the leaves for it
    public void requireRows(Dataset samples) {
        data.ifPresent(
                d -> {
                    requireRows(d.x(), samples.features());
                    requireRows(d.y(), samples.outputs());
                });
    }

    private void requireRows(int leaf, int rows) {
        Node node = graph.node(leaf);
        if (node.shape().rows() != rows) {
            throw new Refusal(
                    Message.of(node.name().isPresent() ? "misfit.rows" : "misfit.rows.leaf")
                            .with("name", node.name().orElse(""))
                            .with("rows", node.shape().rows())
                            .with("data", rows));
        }
    }

    /// The number of samples; 1 where the graph is trained as it is.
    public int samples() {
        return data.map(d -> graph.node(d.x()).shape().cols()).orElse(1);
    }

    /// Above this a prediction of one output means class 1: one half for a probability, 0 for its
    /// logit.
    public double threshold() {
        boolean logit =
                graph.nodes().stream()
                        .anyMatch(
                                n ->
                                        n.op() == Binary.BCE_LOGITS
                                                && n.inputs().getFirst() == prediction());
        return logit ? 0 : 0.5;
    }
}
