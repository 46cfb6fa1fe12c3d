package dev.backstep.explain;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Mistake;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.notation.Numbers;
import dev.backstep.story.NonFinite;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A step in one plain sentence.
public record Sentences(Walkthrough w, Numbers numbers) {

    /// What happens at a step. Cost: that of the node alone.
    public static Message of(Walkthrough w, int step, Numbers numbers) {
        if (w.hidden().hidesStep(w, w.step(step))) {
            return hidden(w, w.step(step));
        }
        Sentences sentences = new Sentences(w, numbers);
        return switch (w.step(step)) {
            case Step.Forward(int node) ->
                    sentences
                            .folded(node)
                            .map(FoldedSentences::forward)
                            .orElseGet(() -> sentences.forward(w.graph().node(node)));
            case Step.Seed(int node) ->
                    Message.of(w.adjoint().makes(Mistake.SIGN) ? "step.seed.sign" : "step.seed")
                            .with("l", w.labels().words(node));
            case Step.Backward(int node, List<Edge> edges) -> sentences.backward(step, node, edges);
            case Step.ParameterUpdate(int node) -> Change.sentence(w, node, numbers);
        };
    }

    /// The same of one edge of a backward step alone: what it hands on, and to whom.
    public static Message along(Walkthrough w, int step, Edge edge, Numbers numbers) {
        return w.hidden().hides(w.graph(), edge)
                ? hidden(w, w.step(step))
                : new Sentences(w, numbers).backward(step, w.drawn().user(edge), List.of(edge));
    }

    /// In the place of a sentence that would tell what is hidden.
    private static Message hidden(Walkthrough w, Step step) {
        return Message.of("quiz.hidden.step").with("z", w.labels().words(step.node()));
    }

    private Message backward(int step, int node, List<Edge> edges) {
        Message gradients =
                folded(node)
                        .map(f -> f.backward(DrawnGraph.byOperand(edges)))
                        .orElseGet(() -> backward(w.graph().node(node), edges));
        return Message.of("step.end").with("step", sums(gradients, step, edges));
    }

    private Optional<FoldedSentences> folded(int vertex) {
        return w.drawn().folded(vertex).map(f -> new FoldedSentences(w, f, numbers));
    }

    private Message forward(Node node) {
        List<Shape> shapes = node.inputs().stream().map(i -> w.graph().node(i).shape()).toList();
        Optional<Message> why = NonFinite.of(w.trace(), node.id()).map(NonFinite::why);
        Message.Pattern sentence =
                Message.of(why.isPresent() ? "step.forward.breaks" : "step.forward")
                        .with("z", label(node.id()))
                        .with(
                                "what",
                                new OpPhrases(names(node), shapes, node.shape()).of(node.op()))
                        .with("computed", computed(node));
        return why.isPresent() ? sentence.with("why", why.get()) : sentence;
    }

    /// `2 · 4 = 8`, `(6×2)·(2×32) = 6×32`, or with the values of its operands, `with x = 1 that is
    /// 2`.
    private Message computed(Node node) {
        List<Integer> drawn = w.drawn().operands(node.id());
        List<Tensor> in = drawn.stream().map(w::value).toList();
        String z = w.numbersOf(node.id(), numbers).plain(w.value(node.id()));
        Optional<String> infix = infix(node.op());
        if (node.op() instanceof Op.MatMul && !in.stream().allMatch(v -> v.shape().isScalar())) {
            String shapes =
                    in.stream().map(v -> "(" + v.shape() + ")").collect(Collectors.joining("·"));
            return Message.verbatim(
                    shapes
                            + " = "
                            + node.shape()
                            + (DownstreamPhrases.isWritten(w.value(node.id())) ? ", " + z : ""));
        }
        if (infix.isPresent() && in.stream().allMatch(DownstreamPhrases::isWritten)) {
            String operands =
                    drawn.stream().map(this::factor).collect(Collectors.joining(infix.get()));
            return Message.verbatim(operands + " = " + z);
        }
        Message result =
                DownstreamPhrases.isWritten(w.value(node.id()))
                        ? Message.verbatim(z)
                        : Message.of("computed.matrix").with("shape", z);
        List<Message> given = given(drawn);
        return given.isEmpty()
                ? result
                : Message.of("computed.with")
                        .with("given", Message.joined("and", given))
                        .with("result", result);
    }

    /// `x = 1` for each operand that has a name and is small enough to be written, if there are
    /// few.
    private List<Message> given(List<Integer> drawn) {
        if (drawn.size() > OpPhrases.MOST_PARTS) {
            return List.of();
        }
        return drawn.stream()
                .filter(
                        i ->
                                !(w.graph().node(i).op() instanceof Op.Constant)
                                        && DownstreamPhrases.isWritten(w.value(i)))
                .distinct()
                .<Message>map(
                        i ->
                                Message.verbatim(
                                        label(i)
                                                + " = "
                                                + w.numbersOf(i, numbers).plain(w.value(i))))
                .toList();
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

    private Message backward(Node node, List<Edge> edges) {
        Optional<Message> mistake = MistakeWords.reason(w, edges, numbers);
        Message why = mistake.orElseGet(() -> LocalGradientReasons.of(w, node, edges));
        Optional<Message> limit = mistake.isPresent() ? Optional.empty() : Limits.of(w, edges);
        if (limit.isPresent()) {
            why = Message.of("step.limit").with("why", why).with("limit", limit.get());
        }
        Message sentence =
                Message.of("step.backward")
                        .with("z", label(node.id()))
                        .with("does", shares().of(node, edges))
                        .with("why", why);
        Optional<Message> undefined = undefined(node);
        return undefined.isPresent()
                ? Message.of("step.undefined").with("step", sentence).with("why", undefined.get())
                : sentence;
    }

    /// Why an op has no value at its operands, where it has none: `log of −3 is undefined: −3 is
    /// negative`.
    private Optional<Message> undefined(Node node) {
        return NonFinite.of(w.trace(), node.id())
                .filter(b -> Double.isNaN(b.value()))
                .map(NonFinite::why);
    }

    private DownstreamPhrases shares() {
        return new DownstreamPhrases(w, numbers);
    }

    /// A sentence, and for each operand with several contributions how far its sum has come.
    private Message sums(Message sentence, int step, List<Edge> edges) {
        ArrivalPhrases arrivals = new ArrivalPhrases(w, numbers);
        Message longer = sentence;
        for (int to : edges.stream().mapToInt(e -> w.drawn().source(e).id()).distinct().toArray()) {
            Optional<Message> sum = arrivals.at(step, to);
            if (sum.isPresent()) {
                longer = Message.of("step.sum").with("step", longer).with("sum", sum.get());
            }
        }
        return longer;
    }

    private List<String> names(Node node) {
        return w.drawn().operands(node.id()).stream().map(this::label).toList();
    }

    private String label(int node) {
        return w.labels().words(node);
    }
}
