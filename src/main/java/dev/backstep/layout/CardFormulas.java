package dev.backstep.layout;

import dev.backstep.explain.Labels;
import dev.backstep.explain.Numbers;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import java.util.List;
import java.util.Locale;

/// The formula of every card, until `explain` has them.
public final class CardFormulas {

    private CardFormulas() {}

    public static List<String> of(Graph graph, Labels labels) {
        return graph.nodes().stream().map(n -> formula(graph, n, labels)).toList();
    }

    private static String formula(Graph graph, Node node, Labels labels) {
        String name = labels.tex(node.id());
        List<String> in = node.inputs().stream()
                .map(i -> graph.node(i).isStretch() ? graph.node(i).inputs().getFirst() : i)
                .map(i -> graph.node(i).op() instanceof Op.Constant(var v) && v.shape().isScalar()
                        ? Numbers.DEFAULT.tex(v.item())
                        : labels.tex(i))
                .toList();
        return switch (node.op()) {
            case Op.Leaf _ -> name;
            case Op.Constant(var v) -> v.shape().isScalar() ? Numbers.DEFAULT.tex(v.item()) : name;
            case Op.Binary.ADD -> name + " = " + in.get(0) + " + " + in.get(1);
            case Op.Binary.SUB -> name + " = " + in.get(0) + " - " + in.get(1);
            case Op.Binary.MUL -> name + " = " + in.get(0) + " \\cdot " + in.get(1);
            case Op.MatMul _ -> name + " = " + in.get(0) + in.get(1);
            case Op.Unary.SQUARE -> name + " = " + in.get(0) + "^2";
            default ->
                name + " = \\mathrm{" + node.op().toString().replaceAll("\\W.*", "").toLowerCase(Locale.ROOT).replace("_", "")
                        + "}(" + String.join(", ", in) + ")";
        };
    }
}
