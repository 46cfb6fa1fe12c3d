package dev.backstep.explain;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.LocalGradient;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a node makes of its upstream, in words: a share for each edge that a backward step uses.
record DownstreamPhrases(Walkthrough w, Numbers numbers) {

    /// `turns its upstream 1 into 1 · 4 = 4 downstream to b and 1 · 2 = 2 to y`, or, where nothing
    /// changes, `passes its upstream 1 on unchanged, downstream to a and to c`.
    String of(Node node, List<Edge> edges) {
        Tensor g = w.gradient(node.id()).orElseThrow();
        if (edges.stream().allMatch(e -> isUnchanged(node, e) && !isRepeated(e))) {
            return "passes its upstream "
                    + numbers.plain(g)
                    + " on unchanged, downstream "
                    + edges.stream()
                            .map(e -> "to " + label(to(e).id()))
                            .collect(Collectors.joining(" and "));
        }
        List<String> shares = new ArrayList<>();
        Set<Integer> served = new HashSet<>();
        for (Edge edge : edges) {
            boolean again = !served.add(to(edge).id());
            shares.add((again ? "once more " : "") + share(node, edge, g, shares.isEmpty()));
        }
        return "turns its upstream " + numbers.plain(g) + " into " + String.join(" and ", shares);
    }

    /// `1 · 4 = 4 downstream to b`
    private String share(Node node, Edge edge, Tensor g, boolean first) {
        boolean repeated = isRepeated(edge);
        return made(node, edge, g)
                + (repeated ? ", summed " + summed(edge) + "," : "")
                + (first ? " downstream" : "")
                + " to "
                + label(to(edge).id())
                + (repeated ? ", which was repeated" : "");
    }

    private String made(Node node, Edge edge, Tensor g) {
        Flow flow = flow(edge);
        Tensor down = w.trace().value(flow.downstream());
        return switch (flow.local()) {
            case LocalGradient.Unit() ->
                    isUnchanged(node, edge)
                            ? "an unchanged " + numbers.plain(down)
                            : moved(node.op(), down);
            case LocalGradient.Factor(int local) -> times(g, w.trace().value(local), down);
            case LocalGradient.Left(int local) ->
                    product(w.trace().value(local), g, other(node, edge) + "ᵀ · upstream", down);
            case LocalGradient.Right(int local) ->
                    product(
                            g,
                            w.trace().value(local),
                            "upstream · " + other(node, edge) + "ᵀ",
                            down);
            case LocalGradient.Coupled() -> "Jᵀ · upstream = " + numbers.plain(down);
        };
    }

    /// Whether the very same tensor is handed on. A transposed one is not, even where it is
    /// symmetric.
    private boolean isUnchanged(Node node, Edge edge) {
        Flow flow = flow(edge);
        boolean turned = node.op() instanceof Op.Transpose && !node.shape().isScalar();
        return flow.local() instanceof LocalGradient.Unit
                && !turned
                && w.trace().value(flow.upstream()).equals(w.trace().value(flow.downstream()));
    }

    /// `along each row to [2; 2; 6] (3×1)`: what was repeated gets the sum of what its copies get.
    private String summed(Edge edge) {
        Shape shape = to(edge).shape();
        String way =
                shape.isScalar()
                        ? "over all elements"
                        : shape.rows() == 1 ? "down each column" : "along each row";
        Tensor sum = w.handed(edge).orElseThrow();
        boolean both = isWritten(sum) && !shape.isScalar();
        return way + " to " + numbers.plain(sum) + (both ? " (" + shape + ")" : "");
    }

    private String moved(Op op, Tensor down) {
        String to = numbers.plain(down);
        if (op instanceof Op.Transpose) {
            return "its transpose " + to;
        }
        return "the same " + (op instanceof Op.SumTo ? "repeated" : "reshaped") + " to " + to;
    }

    /// `[4, 6] · 0.5 = [2, 3], repeated in each of 2 rows (2×2),`: a product element by element,
    /// and what is repeated to the shape of the operand.
    private String times(Tensor g, Tensor local, Tensor down) {
        boolean scalar = g.shape().isScalar() || local.shape().isScalar();
        if (g.shape().isScalar() && local.shape().isScalar() && !down.shape().isScalar()) {
            String each = numbers.plain(g.item() * local.item());
            return factor(g) + " · " + factor(local) + " = " + each + " for each element";
        }
        boolean repeats = !g.shape().isScalar() && !g.shape().equals(down.shape());
        if (repeats && scalar) {
            Tensor scaled = g.map(x -> x * local.item());
            return factor(g)
                    + (" · " + factor(local))
                    + (" = " + numbers.plain(scaled))
                    + (", repeated " + repeated(g.shape(), down.shape()))
                    + (" (" + down.shape() + "),");
        }
        String upstream = factor(g) + (repeats ? " " + repeated(g.shape(), down.shape()) : "");
        return upstream + (scalar ? " · " : " ⊙ ") + factor(local) + " = " + numbers.plain(down);
    }

    private static String repeated(Shape from, Shape to) {
        return from.rows() == to.rows()
                ? "in each of " + to.cols() + " columns"
                : "in each of " + to.rows() + " rows";
    }

    /// `upstream · Bᵀ = (2×2)·(2×3) = 2×3`
    private String product(Tensor left, Tensor right, String rule, Tensor down) {
        boolean scalars = left.shape().isScalar() && right.shape().isScalar();
        return scalars
                ? factor(left) + " · " + factor(right) + " = " + numbers.plain(down)
                : rule
                        + (" = (" + left.shape() + ")·(" + right.shape() + ") = ")
                        + numbers.plain(down);
    }

    /// What the other operand of a matrix product is called.
    private String other(Node node, Edge edge) {
        return label(to(new Edge(node.id(), 1 - edge.slot())).id());
    }

    static boolean isWritten(Tensor x) {
        return x.size() <= Numbers.LARGEST_IN_TEXT;
    }

    /// A number inside a product or a sum: a negative one in parentheses, as is a shape that stands
    /// for a matrix.
    String factor(Tensor x) {
        String text = numbers.plain(x);
        return text.startsWith("−") || !isWritten(x) ? "(" + text + ")" : text;
    }

    private Flow flow(Edge edge) {
        return w.adjoint().flow(edge).orElseThrow();
    }

    private boolean isRepeated(Edge edge) {
        return w.drawn().isStretched(edge);
    }

    private Node to(Edge edge) {
        return w.drawn().source(edge);
    }

    private String label(int node) {
        return w.labels().words(node);
    }
}
