package dev.backstep.graph;

import dev.backstep.tensor.Shape;
import java.util.List;
import java.util.Optional;

/// One operation of a graph.
///
/// @param id its place in the evaluation order
/// @param inputs the ids of its operands in order, each less than `id`
/// @param name what the program calls it, if anything
public record Node(int id, Op op, List<Integer> inputs, Shape shape, Optional<String> name) {

    public Node {
        inputs = List.copyOf(inputs);
    }

    /// Whether it is a leaf or a constant: nothing is computed here.
    public boolean isSource() {
        return op instanceof Op.Leaf || op instanceof Op.Constant;
    }

    /// Whether it only repeats its operand to a larger shape; drawn folded into its edge.
    public boolean isStretch() {
        return op instanceof Op.Broadcast;
    }

    public boolean isLeafWithGradient() {
        return op instanceof Op.Leaf(Op.Role role) && role.hasGradient();
    }

    public boolean isParameter() {
        return op instanceof Op.Leaf(Op.Role role) && role == Op.Role.PARAM;
    }
}
