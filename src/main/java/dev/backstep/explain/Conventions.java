package dev.backstep.explain;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.notation.Numbers;
import java.util.List;
import java.util.Optional;

/// What a picture has to say about choices that mathematics leaves open.
public final class Conventions {

    private Conventions() {}

    /// The conventions that the gradients of a graph rest on: `relu′(0) = ½`.
    public static List<String> of(Graph graph) {
        return graph.nodes().stream()
                .map(Node::op)
                .flatMap(op -> of(op).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> of(Op op) {
        return switch (op) {
            case Op.Relu(double at) -> Optional.of("relu′(0) = " + slope(at));
            case Op.Abs(double at) -> Optional.of("abs′(0) = " + slope(at));
            case Op.LeakyRelu(double _, double at) -> Optional.of("leaky relu′(0) = " + slope(at));
            case Op.Elu(double alpha, double at) when alpha != 1 ->
                    Optional.of("elu′(0) = " + slope(at));
            case Op.Norm() -> Optional.of("the gradient of a norm at 0 is 0");
            case Op.Binary.MAX, Op.Binary.MIN ->
                    Optional.of("a tie of max or min: half to each side");
            case Op.Leaf _,
                    Op.Constant _,
                    Op.Unary _,
                    Op.Pow _,
                    Op.Elu _,
                    Op.Step _,
                    Op.Binary _,
                    Op.Columns _,
                    Op.MatMul _,
                    Op.Transpose _,
                    Op.Dot _,
                    Op.Reshape _,
                    Op.Stretch _,
                    Op.Reduction _ ->
                    Optional.empty();
        };
    }

    private static String slope(double at) {
        return at == 0.5 ? "½" : Numbers.DEFAULT.plain(at);
    }
}
