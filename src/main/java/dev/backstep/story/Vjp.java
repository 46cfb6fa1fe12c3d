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
/// in the story.
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

    /// The same for an edge as it is drawn: where it repeats its operand, what it hands on is
    /// summed back.
    public static Tensor drawn(Walkthrough w, Edge edge, Tensor upstream) {
        Tensor down = along(w.adjoint(), w.trace(), w.graph().size(), edge, upstream);
        return w.drawn().isStretched(edge) ? down.summedTo(w.drawn().source(edge).shape()) : down;
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
