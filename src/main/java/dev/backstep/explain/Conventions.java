package dev.backstep.explain;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.notation.Numbers;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;

/// What a picture has to say about choices that mathematics leaves open.
public final class Conventions {

    private Conventions() {}

    /// The conventions that the gradients of a graph rest on: `relu′(0) = ½`.
    public static List<Message> of(Graph graph) {
        return graph.nodes().stream()
                .map(Node::op)
                .flatMap(op -> of(op).stream())
                .distinct()
                .toList();
    }

    private static Optional<Message> of(Op op) {
        return switch (op) {
            case Op.Relu(double at) -> slope("relu", at);
            case Op.Abs(double at) -> slope("abs", at);
            case Op.LeakyRelu(double _, double at) -> slope("leaky relu", at);
            case Op.Elu(double alpha, double at) when alpha != 1 -> slope("elu", at);
            case Op.Norm() -> Optional.of(Message.of("convention.norm"));
            case Op.Binary.MAX, Op.Binary.MIN -> Optional.of(Message.of("convention.tie"));
            case Op.Clip _ -> Optional.of(Message.of("convention.clip"));
            case Op.Reduce(Op.Reducer by, var _) ->
                    switch (by) {
                        case MAX, MIN -> Optional.of(Message.of("convention.ties"));
                        case STD -> Optional.of(Message.of("convention.std"));
                        case VAR -> Optional.empty();
                    };
            case Op.Leaf _,
                    Op.Constant _,
                    Op.Unary _,
                    Op.Pow _,
                    Op.Elu _,
                    Op.StepFunction _,
                    Op.Binary _,
                    Op.Columnwise _,
                    Op.MatMul _,
                    Op.Transpose _,
                    Op.Dot _,
                    Op.Reshape _,
                    Op.Broadcast _,
                    Op.SumTo _,
                    Op.MeanTo _,
                    Op.LogSumExp _,
                    Op.Centre _,
                    Op.Move _ ->
                    Optional.empty();
        };
    }

    private static Optional<Message> slope(String function, double at) {
        String slope = at == 0.5 ? "½" : Numbers.DEFAULT.plain(at);
        return Optional.of(Message.verbatim(function + "′(0) = " + slope));
    }
}
