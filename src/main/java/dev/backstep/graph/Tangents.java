package dev.backstep.graph;

import dev.backstep.graph.Op.Binary;
import dev.backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A graph made longer by the derivative of all its nodes along one direction of one of them:
/// forward mode.
///
/// The rule of an edge is that of [Adjoints], transposed: what an edge hands back is linear in its
/// upstream, ⟨downstream, ẋ⟩ = ⟨g, ż⟩, so that ż is the gradient of that product by g. There is no
/// second table of rules. (Griewank and Walther, *Evaluating Derivatives*, 2nd ed. 2008, section
/// 3.3.)
///
/// @param graph the longer graph; nodes of the original one keep their ids
/// @param by the node whose direction is followed
/// @param direction a leaf in the shape of `by`: the direction
/// @param tangents node → the node that holds its derivative along the direction, for `by` and all
///   nodes that depend on it
public record Tangents(Graph graph, int by, int direction, Map<Integer, Integer> tangents) {

    public Tangents {
        tangents = Map.copyOf(tangents);
    }

    /// Follows a direction of `by` up to `last`. Cost: a small constant times the length of the
    /// graph.
    public static Tangents of(Graph graph, int by, int last) {
        Graph.Builder builder = graph.extended();
        int direction = builder.leaf("direction", Op.Role.CONST, graph.node(by).shape());
        int[] tangent = new int[graph.size()];
        Arrays.fill(tangent, -1);
        tangent[by] = direction;
        for (int id = by + 1; id <= last; id++) {
            Node node = graph.node(id);
            for (int slot = 0; slot < node.inputs().size(); slot++) {
                int in = tangent[node.inputs().get(slot)];
                if (in >= 0 && !(node.op() instanceof Op.Stop)) {
                    tangent[id] = sum(builder, tangent[id], pushed(builder, node, slot, in));
                }
            }
        }
        Map<Integer, Integer> tangents = new HashMap<>();
        for (int id = by; id <= last; id++) {
            if (tangent[id] >= 0) {
                tangents.put(id, tangent[id]);
            }
        }
        return new Tangents(builder.build(), by, direction, tangents);
    }

    /// What one edge adds to the tangent of its node, −1 if its local gradient is 0 whatever comes.
    private static int pushed(Graph.Builder builder, Node node, int slot, int tangent) {
        int g = builder.constant(Tensor.full(node.shape(), 1));
        Flow flow = new Adjoints(builder).flow(node, slot, g);
        int downstream = flow.downstream();
        if (downstream == g) {
            return tangent;
        }
        int product = builder.add(new Op.Dot(), downstream, tangent);
        return Adjoint.append(builder, product, g, Integer.MAX_VALUE).orElse(-1);
    }

    private static int sum(Graph.Builder builder, int before, int more) {
        return before < 0 ? more : more < 0 ? before : builder.add(Binary.ADD, before, more);
    }

    /// The node that holds the derivative of a node along the direction, if it has one.
    public Optional<Integer> tangent(int node) {
        return Optional.ofNullable(tangents.get(node));
    }
}
