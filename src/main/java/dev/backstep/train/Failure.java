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
import dev.backstep.text.Message;
import java.util.Optional;

/// Where a run left the finite numbers, found by stepping through the batch it happened in.
///
/// @param epoch the epoch, from 1
/// @param batch the batch in it, from 1
/// @param node the first node, in evaluation order, with a value that is not finite: of the graph,
///   or of its adjoint
/// @param name what it is called: `Z1`, `the gradient of W1`; by its op where it has no name
/// @param why the reason
public record Failure(int epoch, int batch, int node, Message name, Message why) {

    static Failure find(CompiledNetwork worker, int epoch, int batch) {
        Network network = worker.network();
        Adjoint adjoint = Adjoint.of(network.graph(), network.output(), network.pass());
        Optional<NonFinite> first =
                NonFinite.first(
                        Trace.of(adjoint.graph(), worker.program().leaves(worker.leaves())));
        if (first.isEmpty()) {
            return new Failure(
                    epoch,
                    batch,
                    network.output(),
                    Message.of("failure.loss"),
                    Message.of("failure.sum"));
        }
        Node node = adjoint.graph().node(first.get().node());
        boolean parameter = node.op() instanceof Op.Leaf(Op.Role role) && role == Op.Role.PARAM;
        Message why =
                parameter ? Message.of("failure.before") : wayOut(first.get().why(), node.op());
        return new Failure(epoch, batch, node.id(), name(network, adjoint, node), why);
    }

    /// The first parameter that the last step left without a finite value, if there is one.
    ///
    /// @param at after the step
    /// @param batches an epoch
    static Optional<Failure> afterStep(
            Network network, Parameters parameters, RunPosition at, int batches) {
        boolean begun = at.batch > 0;
        int epoch = begun ? at.epoch + 1 : at.epoch;
        int batch = begun ? at.batch : batches;
        return parameters.places().stream()
                .filter(p -> !parameters.isFinite(p))
                .findFirst()
                .flatMap(p -> network.graph().named(p.name()))
                .map(n -> new Failure(epoch, batch, n.id(), name(n), Message.of("failure.step")));
    }

    /// Whether it is in the batch that comes after so many epochs and batches.
    boolean isIn(int epochs, int batches) {
        return epoch == epochs + 1 && batch == batches + 1;
    }

    /// `epoch 3, batch 7: Z1 is not finite: …`
    public Message sentence() {
        return Message.of("failure.at")
                .with("epoch", epoch)
                .with("batch", batch)
                .with("name", name)
                .with("why", why);
    }

    /// What goes on where a prediction has become so sure that the logarithm is that of 0.
    private static Message wayOut(Message why, Op op) {
        return op == Op.Binary.BCE
                ? Message.of("failure.bce").with("why", why)
                : op == Op.Columnwise.CE ? Message.of("failure.ce").with("why", why) : why;
    }

    private static Message name(Network network, Adjoint adjoint, Node node) {
        return switch (Origin.of(network.graph(), adjoint).get(node.id())) {
            case Origin.Value(int of) -> name(network.graph().node(of));
            case Origin.Gradient(int of) ->
                    Message.of("failure.gradient").with("name", name(network.graph().node(of)));
            case Origin.Along(Edge edge) ->
                    Message.of("failure.gradient").with("name", name(network.graph().source(edge)));
        };
    }

    private static Message name(Node node) {
        return Message.verbatim(node.name().orElse(node.op().word()));
    }
}
