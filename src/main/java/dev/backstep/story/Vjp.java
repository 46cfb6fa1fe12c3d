package dev.backstep.story;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.Node;
import dev.backstep.graph.Rules;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The vector-Jacobian product of one edge for any upstream gradient, not only the one that arrives
/// in the story; of an edge into a folded group that of all that lies between.
///
/// It evaluates once more the few nodes of the longer graph that lie between upstream and
/// downstream, so that there is no second table of rules.
public final class Vjp {

    private final Trace trace;
    private final int original;
    private final Map<Integer, Tensor> known = new HashMap<>();

    private Vjp(Trace trace, int original) {
        this.trace = trace;
        this.original = original;
    }

    /// What the edge hands to its operand when `upstream` arrives at its node.
    ///
    /// @param original the number of nodes of the graph that was differentiated
    static Tensor along(Adjoint adjoint, Trace trace, int original, Edge edge, Tensor upstream) {
        Flow flow = adjoint.flow(edge).orElseThrow();
        Vjp vjp = new Vjp(trace, original);
        vjp.known.put(flow.upstream(), upstream);
        return vjp.value(flow.downstream());
    }

    /// The same for an edge as it is drawn, from its own node.
    public static Tensor drawn(Walkthrough w, Edge edge, Tensor upstream) {
        return drawn(w, edge.node(), edge, upstream);
    }

    /// The same from any node on which the edge has an effect inside its vertex: where it repeats
    /// its operand, what it hands on is summed back.
    ///
    /// @param from the node where `upstream` arrives: that of the edge, or one of the same folded
    ///   group that depends on it
    public static Tensor drawn(Walkthrough w, int from, Edge edge, Tensor upstream) {
        Tensor down = copies(w, from, edge, upstream);
        return w.drawn().isStretched(edge) ? down.summedTo(w.drawn().source(edge).shape()) : down;
    }

    /// The same before it is summed back.
    static Tensor copies(Walkthrough w, int from, Edge edge, Tensor upstream) {
        return along(w, edge, inside(w, from, edge.node(), upstream));
    }

    /// What arrives at node `to` of a folded group when `upstream` arrives at its node `from`: the
    /// backward pass between them, in its own order.
    private static Tensor inside(Walkthrough w, int from, int to, Tensor upstream) {
        Map<Integer, Tensor> arrived = new HashMap<>(Map.of(from, upstream));
        for (int id = from; id > to; id--) {
            Tensor here = arrived.get(id);
            if (here != null) {
                for (Edge edge : w.graph().edges(id)) {
                    int source = w.graph().source(edge).id();
                    if (source >= to && w.adjoint().flow(edge).isPresent()) {
                        Tensor handed = along(w, edge, here);
                        arrived.merge(source, handed, (a, b) -> a.zip(b, Double::sum));
                    }
                }
            }
        }
        return arrived.getOrDefault(to, Tensor.full(w.graph().node(to).shape(), 0));
    }

    private static Tensor along(Walkthrough w, Edge edge, Tensor upstream) {
        return along(w.adjoint(), w.trace(), w.graph().size(), edge, upstream);
    }

    /// The recursion ends at nodes of the original graph and at upstream; a rule is a few nodes
    /// deep.
    private Tensor value(int id) {
        if (id < original) {
            return trace.value(id);
        }
        Tensor found = known.get(id);
        if (found == null) {
            Node node = trace.graph().node(id);
            List<Tensor> in = node.inputs().stream().map(this::value).toList();
            found = node.isSource() ? trace.value(id) : Rules.value(node.op(), in);
            known.put(id, found);
        }
        return found;
    }
}
