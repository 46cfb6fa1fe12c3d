package dev.backstep.explain;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.LocalGradient;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Between;
import dev.backstep.story.Jacobians;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a node makes of its upstream, in words: a share for each edge that a backward step uses.
record DownstreamPhrases(Walkthrough w, Numbers numbers) {

    /// `turns its upstream 1 into 1 · 4 = 4 downstream to b and 1 · 2 = 2 to y`; if nothing
    /// changes, `passes its upstream 1 on unchanged, downstream to a and to c`; if a single edge
    /// moves the elements, `transposes its upstream back`.
    Message of(Node node, List<Edge> edges) {
        Tensor g = w.gradient(node.id()).orElseThrow();
        String upstream = numbers.plain(g);
        if (edges.stream().allMatch(e -> isUnchanged(e) && !isRepeated(e))) {
            List<Message.Pattern> to =
                    edges.stream()
                            .map(e -> Message.of("does.pass.to").with("x", label(to(e).id())))
                            .toList();
            return Message.of("does.pass")
                    .with("g", upstream)
                    .with("to", Message.joined("and", to));
        }
        Edge only = edges.getFirst();
        if (edges.size() == 1
                && isDirect(only)
                && flow(only).local() instanceof LocalGradient.Unit
                && !isRepeated(only)) {
            return Message.of("does." + moved(w.graph().node(only.node()).op()))
                    .with("g", upstream)
                    .with("down", numbers.plain(w.trace().value(flow(only).downstream())))
                    .with("x", label(to(only).id()));
        }
        if (edges.size() > OpPhrases.MOST_PARTS && node.op() instanceof Op.Join) {
            return Message.of("does.cut.many")
                    .with("g", upstream)
                    .with("n", edges.size())
                    .with("first", label(to(edges.getFirst()).id()))
                    .with("last", label(to(edges.getLast()).id()));
        }
        return turned(node, edges, g);
    }

    private Message turned(Node node, List<Edge> edges, Tensor g) {
        List<Message> shares = new ArrayList<>();
        Set<Integer> served = new HashSet<>();
        for (Edge edge : edges) {
            Message share = share(edge, g, shares.isEmpty());
            boolean again = !served.add(to(edge).id());
            shares.add(again ? Message.of("share.again").with("share", share) : share);
        }
        Message all = Message.joined("share.and", shares);
        List<String> values = values(node.id());
        return values.size() > 1
                ? Message.of("does.turn.several")
                        .with("values", Message.joined("and", verbatim(values)))
                        .with("shares", all)
                : Message.of("does.turn").with("g", numbers.plain(g)).with("shares", all);
    }

    /// The values of a folded group whose gradients it turns; of an op its own.
    private List<String> values(int vertex) {
        return w.drawn().folded(vertex).map(FoldedFormulas::values).orElse(List.of(vertex)).stream()
                .filter(id -> w.gradient(id).isPresent())
                .map(this::label)
                .toList();
    }

    private static List<Message.Verbatim> verbatim(List<String> texts) {
        return texts.stream().map(Message::verbatim).toList();
    }

    /// `1 · 4 = 4 downstream to b`
    private Message share(Edge edge, Tensor g, boolean first) {
        Message.Pattern share =
                Message.of(
                                "share."
                                        + (isRepeated(edge) ? "summed." : "")
                                        + (first ? "first" : "next"))
                        .with("made", made(edge, g))
                        .with("x", label(to(edge).id()));
        return isRepeated(edge) ? share.with("sum", summed(edge)) : share;
    }

    private Message made(Edge edge, Tensor g) {
        Flow flow = flow(edge);
        Tensor down = w.trace().value(flow.downstream());
        Node node = w.graph().node(edge.node());
        if (!isDirect(edge)) {
            return through(Between.of(w, edge), g, down);
        }
        return switch (flow.local()) {
            case LocalGradient.Unit() ->
                    Message.of("made." + (isUnchanged(edge) ? "unchanged" : moved(node.op())))
                            .with("down", numbers.plain(down));
            case LocalGradient.Factor(int local) -> times(g, w.trace().value(local), down);
            case LocalGradient.Left(int local) ->
                    product(
                            w.trace().value(local),
                            g,
                            "made.left" + straight(local),
                            other(node, edge),
                            down);
            case LocalGradient.Right(int local) ->
                    product(
                            g,
                            w.trace().value(local),
                            "made.right" + straight(local),
                            other(node, edge),
                            down);
            case LocalGradient.Coupled() ->
                    Message.of("made.coupled").with("down", numbers.plain(down));
        };
    }

    /// Of a factor that is not transposed, as it should be: one of the program itself.
    private String straight(int local) {
        return local < w.graph().size() ? ".straight" : "";
    }

    /// What becomes of upstream on its way through a folded group.
    private Message through(Between between, Tensor g, Tensor down) {
        boolean own = between.from() == w.drawn().user(between.edge());
        if (own && between.isFactor()) {
            return times(g, Jacobians.local(w, between.edge()).orElseThrow(), down);
        }
        return Message.of(own ? "made.coupled" : "made.through").with("down", numbers.plain(down));
    }

    /// Whether the gradient of its vertex comes to the node of an edge as it is.
    private boolean isDirect(Edge edge) {
        Between between = Between.of(w, edge);
        return between.isNothing() && between.from() == w.drawn().user(edge);
    }

    /// Whether the very same tensor is handed on. A transposed one is not, even where it is
    /// symmetric.
    private boolean isUnchanged(Edge edge) {
        if (!isDirect(edge)) {
            return false;
        }
        Flow flow = flow(edge);
        Node node = w.graph().node(edge.node());
        boolean turned = node.op() instanceof Op.Transpose && !node.shape().isScalar();
        return flow.local() instanceof LocalGradient.Unit
                && !turned
                && w.trace().value(flow.upstream()).equals(w.trace().value(flow.downstream()));
    }

    /// `summed along each row to [2; 2; 6] (3×1)`: what was repeated gets the sum of what its
    /// copies get.
    private Message summed(Edge edge) {
        Shape shape = to(edge).shape();
        String way = shape.isScalar() ? "all" : shape.rows() == 1 ? "down" : "along";
        Tensor sum = w.handed(edge).orElseThrow();
        boolean both = isWritten(sum) && !shape.isScalar();
        return Message.of("summed." + way)
                .with("sum", numbers.plain(sum) + (both ? " (" + shape + ")" : ""));
    }

    private static String moved(Op op) {
        if (op instanceof Op.SumTo || op instanceof Op.MeanTo) {
            Shape to = ((Op.Reduction) op).to();
            return to.isScalar() ? "copied" : to.rows() == 1 ? "copied.rows" : "copied.cols";
        }
        return switch (op) {
            case Op.Transpose _ -> "transposed";
            case Op.Diag _ -> "diagonal";
            case Op.Slice _ -> "placed";
            case Op.Place _, Op.Join _ -> "cut";
            default -> "reshaped";
        };
    }

    /// `[4, 6] · 0.5 = [2, 3], repeated in each of 2 rows (2×2),`: a product element by element,
    /// and what is repeated to the shape of the operand.
    private Message times(Tensor g, Tensor local, Tensor down) {
        boolean scalar = g.shape().isScalar() || local.shape().isScalar();
        if (g.shape().isScalar() && local.shape().isScalar() && !down.shape().isScalar()) {
            String each = numbers.plain(g.item() * local.item());
            return Message.of("made.each")
                    .with("product", factor(g) + " · " + factor(local) + " = " + each);
        }
        boolean repeats = !g.shape().isScalar() && !g.shape().equals(down.shape());
        if (repeats && scalar) {
            Tensor scaled = g.map(x -> x * local.item());
            String product = factor(g) + " · " + factor(local) + " = " + numbers.plain(scaled);
            return repeated("made.then", g.shape(), down.shape())
                    .with("product", product)
                    .with("shape", down.shape().toString());
        }
        String rest = (scalar ? " · " : " ⊙ ") + factor(local) + (" = " + numbers.plain(down));
        return repeats
                ? repeated("made.first", g.shape(), down.shape())
                        .with("g", factor(g))
                        .with("times", rest)
                : Message.verbatim(factor(g) + rest);
    }

    private static Message.Pattern repeated(String key, Shape from, Shape to) {
        boolean columns = from.rows() == to.rows();
        return Message.of(key + (columns ? ".cols" : ".rows"))
                .with("n", columns ? to.cols() : to.rows());
    }

    /// `upstream · Bᵀ = (2×2)·(2×3) = 2×3`
    private Message product(Tensor left, Tensor right, String rule, String other, Tensor down) {
        if (left.shape().isScalar() && right.shape().isScalar()) {
            return Message.verbatim(
                    factor(left) + " · " + factor(right) + " = " + numbers.plain(down));
        }
        return Message.of(rule)
                .with("other", other)
                .with(
                        "product",
                        "(" + left.shape() + ")·(" + right.shape() + ") = " + numbers.plain(down));
    }

    /// What the other operand of a matrix product is called.
    private String other(Node node, Edge edge) {
        int other = to(new Edge(node.id(), 1 - edge.slot())).id();
        String moved = MistakeWords.hasMoved(w, edge) ? "′" : "";
        return FoldedFormulas.words(w, other) + moved;
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
