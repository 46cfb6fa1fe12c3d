package dev.backstep.train;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.optim.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A network as layers of units, each fully connected to the layer before: the features, then the
/// layers, the last of which is the prediction.
///
/// @param features how many units the input has
/// @param layers first to last, at least one
public record NetworkShape(int features, List<Units> layers) {

    /// A layer of units: f(W·x + b), with a row of W for each unit.
    ///
    /// @param weight the name of W, units × units of the layer before
    /// @param bias the name of b, units × 1, if there is one
    /// @param z what the program calls W·x + b, if anything
    /// @param activation what it calls f(z), if there is a function
    /// @param function the word for f, such as `tanh`; empty for a linear layer
    public record Units(
            String weight,
            Optional<String> bias,
            Optional<String> z,
            Optional<String> activation,
            Optional<String> function,
            int units) {}

    public NetworkShape {
        layers = List.copyOf(layers);
    }

    /// The layers of a network; empty if it is not layered: if features reach the prediction by
    /// another way than through one layer after the other.
    public static Optional<NetworkShape> of(Network network) {
        return network.data().flatMap(data -> of(network.graph(), data.x(), data.prediction()));
    }

    private static Optional<NetworkShape> of(Graph graph, int x, int prediction) {
        List<Units> units = new ArrayList<>();
        int from = x;
        int last = Layer.named(graph, prediction);
        for (Layer layer : Layer.of(graph)) {
            if (from == last || !follows(graph, layer, from)) {
                return Optional.empty();
            }
            from = layer.output();
            units.add(units(graph, layer, from == last ? prediction : from));
        }
        return from == last && !units.isEmpty()
                ? Optional.of(new NetworkShape(graph.node(x).shape().rows(), units))
                : Optional.empty();
    }

    /// Whether a layer takes `from`, and nothing else does.
    private static boolean follows(Graph graph, Layer layer, int from) {
        Node product = graph.node(layer.product());
        List<Node> uses = Layer.uses(graph, from).toList();
        return Layer.named(graph, product.inputs().get(1)) == from
                && uses.equals(List.of(product))
                && (layer.z() == layer.product() || layer.bias().isPresent());
    }

    /// @param output the node that the layer hands on, by the name that it is used by
    private static Units units(Graph graph, Layer layer, int output) {
        Node z = graph.node(layer.z());
        Optional<Node> a = layer.activation().map(graph::node);
        return new Units(
                layer.weight(),
                layer.bias(),
                z.name(),
                a.flatMap(_ -> graph.node(output).name()).or(() -> a.flatMap(Node::name)),
                a.map(Node::op).map(Op::word),
                z.shape().rows());
    }
}
