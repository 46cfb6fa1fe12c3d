package dev.backstep.ui.train;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.train.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/// The node at which the gradient of a batch shrank most on its way down to a layer, and why.
///
/// On the way from Z of one layer to Z of the layer below it comes back through the weights, to the
/// activation below: ∂L/∂a = Wᵀ·∂L/∂Z above; and through that activation: ∂L/∂Z = f′(Z) ⊙ ∂L/∂a. It
/// shrank most where ‖∂L/∂node‖ is the smallest share of the gradient before it.
///
/// @param node where it shrank most; Z of the layer if it shrank nowhere
record GradientFlow(int node, Message told) {

    private static final Numbers NUMBERS = new Numbers(3);

    /// One node that the gradient comes back to.
    ///
    /// @param from the node that hands it back
    /// @param layer the layer whose weights, or whose activation, it comes back through
    /// @param isSlope whether it is the activation
    private record Hop(int from, int to, Layer layer, boolean isSlope) {}

    /// @param w a batch, with its gradients
    /// @param weight the name of the weights of the layer
    /// @param inOrder whether each layer takes what the one before answers, and nothing else does
    /// @return empty if the batch has no such layer
    static Optional<GradientFlow> of(Walkthrough w, String weight, boolean inOrder) {
        List<Layer> layers = Layer.of(w.graph());
        return IntStream.range(0, layers.size())
                .filter(k -> layers.get(k).weight().equals(weight))
                .mapToObj(k -> inOrder ? of(w, layers, k) : arrived(w, layers, k))
                .findFirst();
    }

    /// What reaches a layer by many ways.
    private static GradientFlow arrived(Walkthrough w, List<Layer> layers, int layer) {
        int z = layers.get(layer).z();
        return new GradientFlow(
                z,
                Message.of("flow.arrived")
                        .with("layer", layer + 1)
                        .with("node", name(w.graph(), z))
                        .with("to", NUMBERS.plain(norm(w, z))));
    }

    private static GradientFlow of(Walkthrough w, List<Layer> layers, int down) {
        List<Hop> hops = hops(layers, down);
        int z = layers.get(down).z();
        if (hops.isEmpty()) {
            return new GradientFlow(z, Message.of("flow.last").with("layer", down + 1));
        }
        return hops.stream()
                .min(Comparator.comparingDouble(h -> share(w, h)))
                .filter(h -> share(w, h) < 1)
                .map(h -> new GradientFlow(h.to(), told(w, h, down)))
                .orElseGet(
                        () ->
                                new GradientFlow(
                                        z, Message.of("flow.grows").with("layer", down + 1)));
    }

    /// From the last layer down; what does not come from the layer above is no part of the way.
    private static List<Hop> hops(List<Layer> layers, int down) {
        List<Hop> hops = new ArrayList<>();
        for (int k = layers.size() - 2; k >= down; k--) {
            Layer below = layers.get(k);
            Layer above = layers.get(k + 1);
            int out = below.activation().orElse(below.z());
            hops.add(new Hop(above.z(), out, above, false));
            if (below.activation().isPresent()) {
                hops.add(new Hop(out, below.z(), below, true));
            }
        }
        return hops;
    }

    private static double share(Walkthrough w, Hop hop) {
        double share = norm(w, hop.to()) / norm(w, hop.from());
        return Double.isNaN(share) ? Double.POSITIVE_INFINITY : share;
    }

    private static double norm(Walkthrough w, int node) {
        return w.gradient(node).map(GradientFlow::norm).orElse(0.0);
    }

    private static double norm(Tensor x) {
        double sum = 0;
        for (double v : x.toArray()) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }

    /// `On its way down to layer 1 the gradient of this batch shrinks most at Z3: …`
    private static Message told(Walkthrough w, Hop hop, int down) {
        return Message.of("flow.most")
                .with("layer", down + 1)
                .with("above", name(w.graph(), hop.from()))
                .with("node", name(w.graph(), hop.to()))
                .with("from", NUMBERS.plain(norm(w, hop.from())))
                .with("to", NUMBERS.plain(norm(w, hop.to())))
                .with("why", hop.isSlope() ? slope(w, hop.layer()) : weights(w, hop.layer()));
    }

    private static Message name(Graph graph, int node) {
        return graph.node(node)
                .name()
                .<Message>map(Message::verbatim)
                .orElseGet(() -> Message.of("flow.node").with("op", graph.node(node).op().word()));
    }

    private static Message weights(Walkthrough w, Layer layer) {
        int weight = w.graph().named(layer.weight()).orElseThrow().id();
        return Message.of("flow.weights")
                .with("weight", layer.weight())
                .with("norm", NUMBERS.plain(norm(w.value(weight))));
    }

    private static Message slope(Walkthrough w, Layer layer) {
        Op op = w.graph().node(layer.activation().orElseThrow()).op();
        Tensor z = w.value(layer.z());
        Tensor a = w.value(layer.activation().orElseThrow());
        int off =
                op instanceof Op.Relu relu
                        ? rows(z, t -> t < 0 || t == 0 && relu.atZero() == 0)
                        : 0;
        int flat =
                op == Op.Unary.TANH
                        ? rows(a, t -> 1 - t * t < 0.05)
                        : op == Op.Unary.SIGMOID ? rows(a, t -> t * (1 - t) < 0.0125) : 0;
        if (2 * off >= z.rows()) {
            return Message.of("flow.dead").with("count", off).with("units", z.rows());
        }
        if (2 * flat >= z.rows()) {
            return Message.of("flow.saturated")
                    .with("count", flat)
                    .with("units", z.rows())
                    .with("function", op.word());
        }
        return op == Op.Unary.SIGMOID
                ? Message.of("flow.sigmoid")
                : Message.of("flow.slope").with("function", op.word());
    }

    /// The units for which something holds with every sample. Fewer than half of them do not
    /// explain what becomes of the whole gradient.
    private static int rows(Tensor values, DoublePredicate all) {
        return (int)
                IntStream.range(0, values.rows())
                        .filter(
                                r ->
                                        IntStream.range(0, values.cols())
                                                .allMatch(c -> all.test(values.at(r, c))))
                        .count();
    }
}
