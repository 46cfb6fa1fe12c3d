package dev.backstep.story;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The forward values that must be kept until the backward step of a node: what its rules read of
/// the original graph.
public final class Remembered {

    private Remembered() {}

    /// The drawn nodes whose values are needed along these edges; constants are known anyway.
    public static SortedSet<Integer> along(Walkthrough w, List<Edge> edges) {
        SortedSet<Integer> found = new TreeSet<>();
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (Edge edge : edges) {
            Flow flow = w.adjoint().flow(edge).orElseThrow();
            int from = Between.of(w, edge).from();
            seen.add(w.adjoint().gradient(from).orElseThrow());
            open.push(flow.downstream());
        }
        while (!open.isEmpty()) {
            int id = open.pop();
            if (!seen.add(id)) {
                continue;
            }
            Node node = w.trace().graph().node(id);
            if (id >= w.graph().size()) {
                node.inputs().forEach(open::push);
            } else if (isInside(w, node)) {
                node.inputs().forEach(open::push);
            } else if (!(node.op() instanceof Op.Constant)) {
                found.add(id);
            }
        }
        return found;
    }

    /// Whether a value is drawn nowhere and has no name: then it is told by what it is made of.
    private static boolean isInside(Walkthrough w, Node node) {
        return !w.drawn().containsVertex(node.id()) && (node.name().isEmpty() || node.isStretch());
    }
}
