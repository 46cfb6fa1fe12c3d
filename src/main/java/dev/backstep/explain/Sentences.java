package dev.backstep.explain;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.Local;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Step;
import dev.backstep.graph.Story;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A step in one plain sentence.
public record Sentences(Walkthrough w, Numbers numbers) {

    /// The most contributions that are written out in a sum.
    private static final int TERMS = 4;

    /// What happens at a step. Cost: that of the node alone.
    public static String of(Walkthrough w, int step, Numbers numbers) {
        Sentences sentences = new Sentences(w, numbers);
        return switch (w.step(step)) {
            case Step.Forward(int node) -> sentences.forward(w.graph().node(node));
            case Step.Seed(int node) -> sentences.seed(w.labels().words(node));
            case Step.Backward(int node, List<Edge> edges) ->
                    sentences.backward(w.graph().node(node), edges)
                            + sentences.sums(step, edges)
                            + ".";
            case Step.Update(int node) -> Change.sentence(w, node, numbers);
        };
    }

    private String seed(String l) {
        return "The backward pass starts at "
                + l
                + " with the gradient ∂"
                + l
                + "/∂"
                + l
                + " = 1: "
                + l
                + " changes by exactly as much as "
                + l
                + " changes.";
    }

    private String forward(Node node) {
        List<Shape> shapes = node.inputs().stream().map(i -> w.graph().node(i).shape()).toList();
        String what = new Words(names(node), shapes, node.shape()).of(node.op());
        return label(node.id()) + " is " + what + ": " + computed(node) + ".";
    }

    /// `2 · 4 = 8`, `(6×2)·(2×32) = 6×32`, or with the values of its operands, `at x = 1 that is
    /// 2`.
    private String computed(Node node) {
        List<Integer> drawn = Formulas.drawn(w.graph(), node);
        List<Tensor> in = drawn.stream().map(w::value).toList();
        String z = numbers.plain(w.value(node.id()));
        Optional<String> infix = infix(node.op());
        if (node.op() instanceof Op.MatMul && !in.stream().allMatch(v -> v.shape().isScalar())) {
            String shapes =
                    in.stream().map(v -> "(" + v.shape() + ")").collect(Collectors.joining("·"));
            return shapes + " = " + node.shape() + (isWritten(w.value(node.id())) ? ", " + z : "");
        }
        if (infix.isPresent() && in.stream().allMatch(Sentences::isWritten)) {
            return in.stream().map(this::factor).collect(Collectors.joining(infix.get()))
                    + " = "
                    + z;
        }
        String given =
                drawn.stream()
                        .filter(
                                i ->
                                        !(w.graph().node(i).op() instanceof Op.Constant)
                                                && isWritten(w.value(i)))
                        .distinct()
                        .map(i -> label(i) + " = " + numbers.plain(w.value(i)))
                        .collect(Collectors.joining(" and "));
        String result = isWritten(w.value(node.id())) ? z : "a " + z + " matrix";
        return given.isEmpty() ? result : "with " + given + " that is " + result;
    }

    /// The sign between two operands, where that is how the op is written.
    private static Optional<String> infix(Op op) {
        if (op instanceof Op.MatMul) {
            return Optional.of(" · ");
        }
        return op instanceof Binary binary
                ? switch (binary) {
                    case ADD -> Optional.of(" + ");
                    case SUB -> Optional.of(" − ");
                    case MUL -> Optional.of(" · ");
                    case DIV, SAFE_DIV -> Optional.of(" / ");
                    case POW, MAX, MIN, BCE, BCE_LOGITS, SE -> Optional.empty();
                }
                : Optional.empty();
    }

    private String backward(Node node, List<Edge> edges) {
        Tensor g = w.gradient(node.id()).orElseThrow();
        List<String> shares = new ArrayList<>();
        Set<Integer> served = new HashSet<>();
        for (Edge edge : edges) {
            boolean again = !served.add(Story.drawnSource(w.graph(), edge).id());
            shares.add((again ? "once more " : "") + share(node, edge, g, shares.isEmpty()));
        }
        List<Tensor> in = node.inputs().stream().map(w::value).toList();
        String lesson =
                new Lessons(label(node.id()), names(node), in).of(node.op())
                        + new Limits(node.op(), in).words().orElse("");
        return label(node.id())
                + " turns its upstream "
                + numbers.plain(g)
                + " into "
                + String.join(" and ", shares)
                + ": "
                + lesson;
    }

    /// `1 · 4 = 4 downstream to b`
    private String share(Node node, Edge edge, Tensor g, boolean first) {
        Node to = Story.drawnSource(w.graph(), edge);
        Flow flow = w.adjoint().flow(edge).orElseThrow();
        Tensor down = w.trace().value(flow.downstream());
        Shape operand = w.graph().source(edge).shape();
        String made =
                switch (flow.local()) {
                    case Local.Unit() ->
                            g.equals(down)
                                    ? "an unchanged " + numbers.plain(down)
                                    : moved(node.op(), down);
                    case Local.Factor(int local) -> times(g, w.trace().value(local), down, operand);
                    case Local.Left(int local) -> product(w.trace().value(local), g, down);
                    case Local.Right(int local) -> product(g, w.trace().value(local), down);
                    case Local.Coupled() -> "Jᵀ · upstream = " + numbers.plain(down);
                };
        boolean repeated = w.graph().source(edge).isStretch();
        return made
                + (repeated ? ", whose " + sumOf(to, operand, edge) : "")
                + (first ? " downstream" : "")
                + " to "
                + label(to.id())
                + (repeated ? ", which was repeated" : "");
    }

    /// `columns sum to [2; 2; 6] (3×1)`: what was repeated gets the sum of what its copies get.
    private String sumOf(Node to, Shape copies, Edge edge) {
        boolean rows = to.shape().rows() != copies.rows();
        boolean columns = to.shape().cols() != copies.cols();
        String over = rows && columns ? "elements" : rows ? "rows" : "columns";
        String shape = to.shape().toString();
        String sum =
                w.handed(edge)
                        .filter(Sentences::isWritten)
                        .map(
                                v ->
                                        numbers.plain(v)
                                                + (v.shape().isScalar() ? "" : " (" + shape + ")"))
                        .orElse(shape);
        return over + " sum to " + sum;
    }

    private String moved(Op op, Tensor down) {
        String kept = op instanceof Op.Transpose ? "turned" : "reshaped";
        String how = op instanceof Op.SumTo ? "repeated" : kept;
        return "the same " + how + " to " + numbers.plain(down);
    }

    private String times(Tensor g, Tensor local, Tensor down, Shape operand) {
        String dot = g.shape().isScalar() || local.shape().isScalar() ? " · " : " ⊙ ";
        String repeated = operand.equals(g.shape()) || operand.equals(local.shape()) ? "" : " each";
        return factor(g) + dot + factor(local) + " = " + result(g, local, down, repeated);
    }

    private String result(Tensor g, Tensor local, Tensor down, String repeated) {
        return repeated.isEmpty() || !g.shape().isScalar() || !local.shape().isScalar()
                ? numbers.plain(down)
                : numbers.plain(g.item() * local.item()) + repeated;
    }

    private String product(Tensor left, Tensor right, Tensor down) {
        boolean scalars = left.shape().isScalar() && right.shape().isScalar();
        return scalars
                ? factor(left) + " · " + factor(right) + " = " + numbers.plain(down)
                : "(" + left.shape() + ")·(" + right.shape() + ") = " + down.shape();
    }

    /// For each operand with several contributions, how far its sum has come.
    private String sums(int step, List<Edge> edges) {
        List<String> out = new ArrayList<>();
        edges.stream()
                .map(e -> Story.drawnSource(w.graph(), e).id())
                .distinct()
                .forEach(
                        to -> {
                            Arrivals arrivals = Arrivals.of(w, step, to);
                            if (arrivals.all().size() > 1) {
                                out.add("; " + sum(label(to), arrivals));
                            }
                        });
        return String.join("", out);
    }

    private String sum(String name, Arrivals arrivals) {
        int all = arrivals.all().size();
        int left = all - arrivals.arrived();
        String more = left == 0 ? "" : ", " + left + " more to come";
        Tensor sum = arrivals.sum().orElseThrow();
        if (arrivals.arrived() == 1) {
            String value =
                    isWritten(sum) ? numbers.plain(sum) : "1 of its " + all + " contributions";
            return name + " has " + value + " so far" + more;
        }
        if (!sum.shape().isScalar() || arrivals.arrived() > TERMS) {
            String value = isWritten(sum) ? numbers.plain(sum) + ", " : "";
            return name
                    + " now has "
                    + value
                    + "the sum of "
                    + arrivals.arrived()
                    + " contributions"
                    + more;
        }
        String terms =
                arrivals.soFar().stream()
                        .map(c -> factor(c.value()))
                        .collect(Collectors.joining(" + "));
        return name + " now has " + terms + " = " + numbers.plain(sum) + more;
    }

    private static boolean isWritten(Tensor x) {
        return x.size() <= Numbers.LARGEST_IN_TEXT;
    }

    /// A number inside a product or a sum: a negative one in parentheses, as is a shape that stands
    /// for a matrix.
    private String factor(Tensor x) {
        String text = numbers.plain(x);
        return text.startsWith("−") || !isWritten(x) ? "(" + text + ")" : text;
    }

    private List<String> names(Node node) {
        return Formulas.drawn(w.graph(), node).stream().map(this::label).toList();
    }

    private String label(int node) {
        return w.labels().words(node);
    }
}
