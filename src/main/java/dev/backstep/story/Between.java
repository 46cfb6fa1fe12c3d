package dev.backstep.story;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.FoldedGroup;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What lies between an edge and the value whose gradient it turns into what it hands on: nothing,
/// unless the edge leads into a folded group.
///
/// @param from that value: the one by which the edge has an effect outside its group. Where there
///   are several, the node of the edge itself, which lies inside
/// @param elementwise whether everything between works element by element
public record Between(Walkthrough w, Edge edge, int from, boolean elementwise) {

    /// Cost: linear in the folded group, if there is one.
    public static Between of(Walkthrough w, Edge edge) {
        return w.drawn()
                .folded(w.drawn().user(edge))
                .map(folded -> in(w, edge, folded))
                .orElseGet(() -> new Between(w, edge, edge.node(), false));
    }

    private static Between in(Walkthrough w, Edge edge, FoldedGroup folded) {
        Map<Integer, List<Integer>> users = users(w, folded);
        Set<Integer> ends = new HashSet<>();
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(edge.node()));
        while (!open.isEmpty()) {
            int id = open.pop();
            if (!seen.add(id)) {
                continue;
            }
            if (folded.exits().contains(id)) {
                ends.add(id);
            } else {
                users.getOrDefault(id, List.of()).forEach(open::push);
            }
        }
        if (ends.size() != 1) {
            return new Between(w, edge, edge.node(), false);
        }
        int from = ends.iterator().next();
        Shape shape = w.graph().node(from).shape();
        boolean elementwise =
                seen.stream()
                        .map(w.graph()::node)
                        .allMatch(n -> n.shape().equals(shape) && isElementwise(n.op()));
        return new Between(w, edge, from, elementwise);
    }

    /// Who takes the value of a node inside the group, and hands a gradient back.
    private static Map<Integer, List<Integer>> users(Walkthrough w, FoldedGroup folded) {
        Map<Integer, List<Integer>> users = new HashMap<>();
        for (Node node : w.drawn().members(folded.vertex())) {
            for (Edge edge : w.graph().edges(node.id())) {
                if (w.adjoint().flow(edge).isPresent()) {
                    int source = w.graph().source(edge).id();
                    users.computeIfAbsent(source, _ -> new ArrayList<>(1)).add(node.id());
                }
            }
        }
        return users;
    }

    private static boolean isElementwise(Op op) {
        return switch (op) {
            case Op.Pointwise _, Op.Binary _ -> true;
            case Op.Leaf _, Op.Constant _, Op.Columnwise _, Op.Reduction _ -> false;
            case Op.Centre _, Op.Move _ -> false;
            case Op.MatMul _, Op.Transpose _, Op.Dot _, Op.Norm _, Op.Reshape _, Op.Broadcast _ ->
                    false;
        };
    }

    /// Whether the gradient of [#from] comes to the node of the edge as it is.
    public boolean isNothing() {
        Flow flow = w.adjoint().flow(edge).orElseThrow();
        return from == edge.node()
                || w.adjoint().gradient(from).filter(g -> g == flow.upstream()).isPresent();
    }

    /// Whether one factor for each element, in [#factor], says all of it.
    public boolean isFactor() {
        return elementwise || w.graph().node(from).shape().isScalar();
    }

    /// The factor that the gradient of [#from] meets on its way, before a repeated operand gets its
    /// sum: what arrives when each element of that gradient is 1.
    Tensor factor() {
        return Vjp.copies(w, from, edge, Tensor.full(w.graph().node(from).shape(), 1));
    }
}
