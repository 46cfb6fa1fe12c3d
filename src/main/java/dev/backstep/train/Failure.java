package dev.backstep.train;

import dev.backstep.compile.Parameters;
import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Origin;
import dev.backstep.graph.Trace;
import dev.backstep.optim.Network;
import dev.backstep.story.NonFinite;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where a run left the finite numbers, found by stepping through the batch it happened in.
///
/// @param epoch the epoch, from 1
/// @param batch the batch in it, from 1
/// @param node the first node, in evaluation order, with a value that is not finite: of the graph,
///   or of its adjoint
/// @param name what it is called: `Z1`, `the gradient of W1`; by its op where it has no name
/// @param why in words
public record Failure(int epoch, int batch, int node, String name, String why) {

    private static final String TOO_FAR = "made it so; try a smaller learning rate";

    static Failure find(Network network, Map<Integer, Tensor> leaves, int epoch, int batch) {
        Adjoint adjoint = Adjoint.of(network.graph(), network.output());
        Optional<NonFinite> first = NonFinite.first(Trace.of(adjoint.graph(), leaves));
        if (first.isEmpty()) {
            return new Failure(
                    epoch, batch, network.output(), "the loss", "a sum on the way grew too large");
        }
        Node node = adjoint.graph().node(first.get().node());
        boolean parameter = node.op() instanceof Op.Leaf(Op.Role role) && role == Op.Role.PARAM;
        String why =
                parameter
                        ? "the step before " + TOO_FAR
                        : Bundle.ENGLISH.say(first.get().why()) + wayOut(node.op());
        return new Failure(epoch, batch, node.id(), name(network, adjoint, node), why);
    }

    /// The first parameter that the step after a batch left without a finite value, if there is
    /// one.
    static Optional<Failure> afterStep(
            Network network, Parameters parameters, int epoch, int batch) {
        return parameters.places().stream()
                .filter(p -> !parameters.isFinite(p))
                .findFirst()
                .flatMap(p -> network.graph().named(p.name()))
                .map(n -> new Failure(epoch, batch, n.id(), name(n), "its step " + TOO_FAR));
    }

    /// `epoch 3, batch 7: Z1 is not finite: …`
    public String sentence() {
        return "epoch " + epoch + ", batch " + batch + ": " + name + " is not finite: " + why;
    }

    /// What goes on where a prediction has become so sure that the logarithm is that of 0.
    private static String wayOut(Op op) {
        return op == Op.Binary.BCE
                ? "; bce_logits, of the score before the sigmoid, goes on"
                : op == Op.Columns.CE ? "; ce_logits, of the scores before softmax, goes on" : "";
    }

    private static String name(Network network, Adjoint adjoint, Node node) {
        return switch (Origin.of(network.graph(), adjoint).get(node.id())) {
            case Origin.Value(int of) -> name(network.graph().node(of));
            case Origin.Gradient(int of) -> "the gradient of " + name(network.graph().node(of));
            case Origin.Along(Edge edge) -> "the gradient of " + name(network.graph().source(edge));
        };
    }

    private static String name(Node node) {
        String op =
                node.op() instanceof Enum<?> e ? e.name() : node.op().getClass().getSimpleName();
        return node.name().orElse(op.toLowerCase(Locale.ROOT));
    }
}
