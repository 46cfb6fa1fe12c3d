package dev.backstep.compile;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Rules;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// A graph in which equal nodes are one: common subexpressions merged, constants folded, factors of
/// 1 dropped.
///
/// (Click and Cooper, *Combining Analyses, Combining Optimizations*, 1995; here one pass is enough,
/// as there is no control flow.)
final class SimplifiedGraph {

    private record Key(Op op, List<Integer> inputs) {}

    private final Graph graph;
    private final int[] same;
    private final List<Optional<Tensor>> constants;

    private SimplifiedGraph(Graph graph) {
        this.graph = graph;
        this.same = new int[graph.size()];
        this.constants = new ArrayList<>(Collections.nCopies(graph.size(), Optional.empty()));
    }

    static SimplifiedGraph of(Graph graph) {
        SimplifiedGraph result = new SimplifiedGraph(graph);
        Map<Key, Integer> seen = new HashMap<>();
        for (Node node : graph.nodes()) {
            result.same[node.id()] = result.representative(node, seen);
        }
        return result;
    }

    private int representative(Node node, Map<Key, Integer> seen) {
        int id = node.id();
        List<Integer> inputs = node.inputs().stream().map(i -> same[i]).toList();
        if (node.op() instanceof Op.Leaf) {
            return id;
        }
        if (node.op() instanceof Op.Stop) {
            return inputs.getFirst();
        }
        if (node.op() == Binary.MUL && isUniform(inputs.get(0), 1)) {
            return inputs.get(1);
        }
        if (node.op() == Binary.MUL && isUniform(inputs.get(1), 1)) {
            return inputs.get(0);
        }
        Op op = node.op();
        if (!isMove(op) && inputs.stream().allMatch(i -> constants.get(i).isPresent())) {
            Tensor value =
                    Rules.value(
                            op, inputs.stream().map(i -> constants.get(i).orElseThrow()).toList());
            constants.set(id, Optional.of(value));
            op = new Op.Constant(value);
            inputs = List.of();
        }
        return Objects.requireNonNullElse(seen.putIfAbsent(new Key(op, inputs), id), id);
    }

    /// Whether an op only says where elements lie.
    private static boolean isMove(Op op) {
        return op instanceof Op.Broadcast
                || op instanceof Op.Transpose
                || op instanceof Op.Reshape
                || op instanceof Op.Slice;
    }

    /// The node that stands for `id`.
    int same(int id) {
        return same[id];
    }

    Op op(int id) {
        return graph.node(id).op();
    }

    Node node(int id) {
        return graph.node(id);
    }

    int size() {
        return graph.size();
    }

    /// The operands of a node, each by the node that stands for it.
    List<Integer> inputs(int id) {
        return graph.node(id).inputs().stream().map(i -> same[i]).toList();
    }

    int input(int id, int slot) {
        return same[graph.node(id).inputs().get(slot)];
    }

    /// The value of a node that does not depend on any leaf.
    Optional<Tensor> constant(int id) {
        return constants.get(id);
    }

    /// Whether a node is one number `value`, repeated or not.
    boolean isUniform(int id, double value) {
        OptionalDouble number = uniform(id);
        return number.isPresent() && number.getAsDouble() == value;
    }

    private OptionalDouble uniform(int id) {
        if (op(id) instanceof Op.Broadcast) {
            return uniform(input(id, 0));
        }
        return constants
                .get(id)
                .filter(t -> t.shape().isScalar())
                .map(t -> OptionalDouble.of(t.item()))
                .orElse(OptionalDouble.empty());
    }
}
