package dev.backstep.explain;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Arrivals;
import dev.backstep.story.NonFinite;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        String what = new OpPhrases(names(node), shapes, node.shape()).of(node.op());
        String why = NonFinite.of(w.trace(), node.id()).map(b -> "; " + b.why()).orElse("");
        return label(node.id()) + " is " + what + ": " + computed(node) + why + ".";
    }

    /// `2 · 4 = 8`, `(6×2)·(2×32) = 6×32`, or with the values of its operands, `at x = 1 that is
    /// 2`.
    private String computed(Node node) {
        List<Integer> drawn = w.drawn().operands(node.id());
        List<Tensor> in = drawn.stream().map(w::value).toList();
        String z = w.numbersOf(node.id(), numbers).plain(w.value(node.id()));
        Optional<String> infix = infix(node.op());
        if (node.op() instanceof Op.MatMul && !in.stream().allMatch(v -> v.shape().isScalar())) {
            String shapes =
                    in.stream().map(v -> "(" + v.shape() + ")").collect(Collectors.joining("·"));
            return shapes
                    + " = "
                    + node.shape()
                    + (DownstreamPhrases.isWritten(w.value(node.id())) ? ", " + z : "");
        }
        if (infix.isPresent() && in.stream().allMatch(DownstreamPhrases::isWritten)) {
            return drawn.stream().map(this::factor).collect(Collectors.joining(infix.get()))
                    + " = "
                    + z;
        }
        String given =
                drawn.stream()
                        .filter(
                                i ->
                                        !(w.graph().node(i).op() instanceof Op.Constant)
                                                && DownstreamPhrases.isWritten(w.value(i)))
                        .distinct()
                        .map(i -> label(i) + " = " + w.numbersOf(i, numbers).plain(w.value(i)))
                        .collect(Collectors.joining(" and "));
        String result = DownstreamPhrases.isWritten(w.value(node.id())) ? z : "a " + z + " matrix";
        return given.isEmpty() ? result : "with " + given + " that is " + result;
    }

    private String factor(int operand) {
        return new DownstreamPhrases(w, w.numbersOf(operand, numbers)).factor(w.value(operand));
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
        List<Tensor> in = node.inputs().stream().map(w::value).toList();
        String lesson =
                LocalGradientReasons.of(w, node, edges)
                        + new Limits(node.op(), in).words().orElse("");
        return label(node.id())
                + " "
                + shares().of(node, edges)
                + ": "
                + lesson
                + undefined(node)
                        .map(u -> ", but " + u + ", so there this is no gradient")
                        .orElse("");
    }

    /// Why an op has no value at its operands, where it has none: `log of −3 is undefined: −3 is
    /// negative`.
    private Optional<String> undefined(Node node) {
        return NonFinite.of(w.trace(), node.id())
                .filter(b -> Double.isNaN(b.value()))
                .map(NonFinite::why);
    }

    private DownstreamPhrases shares() {
        return new DownstreamPhrases(w, numbers);
    }

    /// For each operand with several contributions, how far its sum has come.
    private String sums(int step, List<Edge> edges) {
        List<String> out = new ArrayList<>();
        edges.stream()
                .map(e -> w.drawn().source(e).id())
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
        Tensor sum = arrivals.sum().orElseThrow();
        if (arrivals.arrived() == 1) {
            return DownstreamPhrases.isWritten(sum)
                    ? name + " has " + numbers.plain(sum) + " so far" + toCome(left)
                    : name + " has one of its " + all + " contributions so far" + rest(left);
        }
        if (!sum.shape().isScalar() || arrivals.arrived() > TERMS) {
            String value = DownstreamPhrases.isWritten(sum) ? numbers.plain(sum) + ", " : "";
            String number = "the sum of " + arrivals.arrived() + " contributions";
            return name + " now has " + value + number + rest(left);
        }
        String terms =
                arrivals.soFar().stream()
                        .map(c -> shares().factor(c.value()))
                        .collect(Collectors.joining(" + "));
        return name + " now has " + terms + " = " + numbers.plain(sum) + toCome(left);
    }

    /// In words, since `1 more to come` reads as the number 1 that is to come.
    private static String toCome(int left) {
        return switch (left) {
            case 0 -> "";
            case 1 -> ", and one contribution is still to come";
            default -> ", and " + left + " contributions are still to come";
        };
    }

    /// The same after a phrase that speaks of contributions already.
    private static String rest(int left) {
        return toCome(left).replace(" contributions", "").replace(" contribution", "");
    }

    private List<String> names(Node node) {
        return w.drawn().operands(node.id()).stream().map(this::label).toList();
    }

    private String label(int node) {
        return w.labels().words(node);
    }
}
