package dev.backstep.quiz;

import dev.backstep.explain.Sentences;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.story.Contribution;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a question says, and its answer.
final class QuestionWords {

    private QuestionWords() {}

    static Message asked(NodeNames names, QuizQuestion question) {
        Walkthrough w = names.w();
        return switch (question) {
            case QuizQuestion.Arriving(int node) ->
                    Message.of("quiz.asked.arriving").with("x", names.node(node));
            case QuizQuestion.Computed(int node) ->
                    Message.of("quiz.asked.computed").with("x", names.node(node));
            case QuizQuestion.Takers(int node, var _) ->
                    Message.of("quiz.asked.takers").with("z", names.node(node));
            case QuizQuestion.Nudge(int leaf, int element) ->
                    Message.of("quiz.asked.nudge")
                            .with("x", names.element(leaf, element))
                            .with("l", names.node(w.output()));
            case QuizQuestion.GradientShape(int node) ->
                    Message.of("quiz.asked.shape").with("g", names.gradient(node));
            case QuizQuestion.Factors(Edge edge, var _) ->
                    Message.of("quiz.asked.factors")
                            .with("z", names.node(edge.node()))
                            .with("x", names.node(w.graph().unstretched(edge).id()));
            case QuizQuestion.Choice(String asked, var _) -> Message.verbatim(asked);
        };
    }

    static Optional<String> before(NodeNames names, QuizQuestion question) {
        return switch (question) {
            case QuizQuestion.Arriving(int node) -> Optional.of(names.gradientTex(node) + " =");
            case QuizQuestion.Computed(int node) ->
                    Optional.of(names.w().labels().tex(node) + " =");
            case QuizQuestion.GradientShape _, QuizQuestion.Takers _, QuizQuestion.Nudge _ ->
                    Optional.empty();
            case QuizQuestion.Factors _, QuizQuestion.Choice _ -> Optional.empty();
        };
    }

    static List<Message> options(NodeNames names, QuizQuestion question) {
        return switch (question) {
            case QuizQuestion.Takers(int _, List<Integer> options) ->
                    options.stream().<Message>map(n -> Message.verbatim(names.node(n))).toList();
            case QuizQuestion.Nudge _ ->
                    List.of(
                            Message.of("quiz.option.up"),
                            Message.of("quiz.option.down"),
                            Message.of("quiz.option.stays"));
            case QuizQuestion.Factors(Edge edge, var options) -> {
                int other = other(names.w().graph(), edge);
                yield options.stream()
                        .<Message>map(c -> Message.verbatim(names.product(edge.node(), other, c)))
                        .toList();
            }
            case QuizQuestion.Choice(String _, var options) ->
                    options.stream().<Message>map(o -> Message.verbatim(o.text())).toList();
            case QuizQuestion.Arriving _, QuizQuestion.Computed _, QuizQuestion.GradientShape _ ->
                    List.of();
        };
    }

    /// The node that stands beside the operand of an edge in a matrix product.
    static int other(Graph graph, Edge edge) {
        return graph.node(edge.node()).inputs().get(1 - edge.slot());
    }

    static Message revealed(NodeNames names, Posed posed) {
        Walkthrough w = names.w();
        return switch (posed.question()) {
            case QuizQuestion.Arriving(int node) ->
                    explained(
                            equals(names.gradient(node), names, given(posed)),
                            lastStep(w, node).map(step -> Sentences.of(w, step, names.numbers())));
            case QuizQuestion.Computed(int node) ->
                    explained(
                            equals(names.node(node), names, given(posed)),
                            step(w, posed.question())
                                    .map(step -> Sentences.of(w, step, names.numbers())));
            case QuizQuestion.GradientShape(int node) ->
                    Message.of("quiz.revealed.shape")
                            .with("x", names.node(node))
                            .with("shape", w.value(node).shape().toString());
            case QuizQuestion.Nudge(int leaf, int element) -> nudged(names, leaf, element);
            case QuizQuestion.Takers(int node, var _) ->
                    explained(
                            chosen(names, posed),
                            step(w, posed.question())
                                    .map(step -> backward(w, step, node))
                                    .map(step -> Sentences.of(w, step, names.numbers())));
            case QuizQuestion.Factors(Edge edge, var _) ->
                    Message.of("quiz.revealed.factors")
                            .with("answer", chosen(names, posed))
                            .with("shape", w.graph().unstretched(edge).shape().toString())
                            .with("x", names.node(w.graph().unstretched(edge).id()));
            case QuizQuestion.Choice _ -> chosen(names, posed);
        };
    }

    private static Optional<Integer> step(Walkthrough w, QuizQuestion question) {
        return Secrets.step(w, question);
    }

    /// The step at or after `from` at which a node hands on.
    private static int backward(Walkthrough w, int from, int node) {
        int step = from;
        while (step + 1 < w.size()
                && !(w.step(step) instanceof Step.Backward b && b.node() == node)) {
            step++;
        }
        return step;
    }

    private static Optional<Integer> lastStep(Walkthrough w, int node) {
        List<Contribution> all = w.contributions().getOrDefault(node, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().step());
    }

    private static Message explained(Message answer, Optional<Message> why) {
        return why.<Message>map(
                        reason ->
                                Message.of("quiz.revealed.why")
                                        .with("answer", answer)
                                        .with("why", reason))
                .orElse(answer);
    }

    private static Tensor given(Posed posed) {
        return ((QuizAnswer.Given) posed.right()).numbers();
    }

    private static Message equals(String name, NodeNames names, Tensor value) {
        String equals = AskedCells.of(value.shape()).isAll() ? " = " : ": ";
        return Message.of("quiz.revealed.number")
                .with("value", name + equals + written(names, value));
    }

    /// A matrix is written out here if all of it is asked for; else what is, with its places.
    static String written(NodeNames names, Tensor value) {
        if (value.shape().isScalar()) {
            return names.number(value.item());
        }
        AskedCells cells = AskedCells.of(value.shape());
        if (!cells.isAll()) {
            return IntStream.range(0, cells.size())
                    .map(cells::cell)
                    .mapToObj(
                            k ->
                                    "[%s, %s] %s"
                                            .formatted(
                                                    k / value.cols(),
                                                    k % value.cols(),
                                                    names.number(value.at(k))))
                    .collect(Collectors.joining(", "));
        }
        StringBuilder out = new StringBuilder("[");
        for (int k = 0; k < value.size(); k++) {
            out.append(k == 0 ? "" : k % value.cols() == 0 ? "; " : ", ")
                    .append(names.number(value.at(k)));
        }
        return out.append(']').toString();
    }

    private static Message nudged(NodeNames names, int leaf, int element) {
        Tensor gradient = names.w().gradient(leaf).orElseThrow();
        double slope = gradient.at(element);
        String way = slope > 0 ? "up" : slope < 0 ? "down" : "stays";
        return Message.of("quiz.revealed." + way)
                .with("g", names.gradient(leaf))
                .with("value", names.number(slope))
                .with("x", names.element(leaf, element))
                .with("l", names.node(names.w().output()));
    }

    /// The options that are right.
    static Message chosen(NodeNames names, Posed posed) {
        return Message.of("quiz.revealed.options")
                .with("options", told(names, posed.question(), posed.right()));
    }

    static Message told(NodeNames names, QuizQuestion question, QuizAnswer answer) {
        return switch (answer) {
            case QuizAnswer.Given(Tensor numbers) -> Message.verbatim(written(names, numbers));
            case QuizAnswer.Dimensions(Shape shape) -> Message.verbatim(shape.toString());
            case QuizAnswer.Ticked(Set<Integer> ticked) -> {
                List<Message> options = options(names, question);
                yield Message.listed(ticked.stream().sorted().map(options::get).toList());
            }
        };
    }
}
