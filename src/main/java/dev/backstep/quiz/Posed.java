package dev.backstep.quiz;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Hidden;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// A question put to somebody: its words, its right answer, what another answer is worth.
///
/// @param w the program that it is about, with the numbers it has now
/// @param numbers how numbers are written
public record Posed(Walkthrough w, QuizQuestion question, Numbers numbers) {

    /// A program with a mistake in its backward pass is asked about without it.
    public Posed {
        Walkthrough given = w;
        w = w.mistaken().map(m -> m.rightly(given)).orElse(given).hiding(Hidden.NONE);
    }

    /// Whether another question is put to a program whose leaves have the same numbers, so that all
    /// that is computed from them is the same: a mistake in the backward pass changes nothing that
    /// is asked about.
    public boolean hasNumbersOf(Posed other) {
        return w.graph().equals(other.w.graph())
                && w.graph().nodes().stream()
                        .filter(Node::isSource)
                        .allMatch(n -> w.value(n.id()).equals(other.w.value(n.id())));
    }

    /// What is asked.
    ///
    /// @param typeset whether names stand as formulas between dollar signs, else as words
    public Message asked(boolean typeset) {
        return QuestionWords.asked(naming(typeset), question);
    }

    /// What stands before the field, as TeX: `\partial L/\partial x`; nothing where the question
    /// says all.
    public Optional<String> before() {
        return QuestionWords.before(naming(true), question);
    }

    /// What an answer is given in.
    public AnswerForm form(boolean typeset) {
        return switch (question) {
            case QuizQuestion.Arriving(int node) -> new AnswerForm.Cells(cells(node));
            case QuizQuestion.Computed(int node) -> new AnswerForm.Cells(cells(node));
            case QuizQuestion.GradientShape _ -> new AnswerForm.ShapeField();
            case QuizQuestion.Takers _ -> new AnswerForm.Options(options(typeset), true);
            case QuizQuestion.Nudge _, QuizQuestion.Factors _ ->
                    new AnswerForm.Options(options(typeset), false);
            case QuizQuestion.Choice(String _, List<QuizQuestion.Option> options) ->
                    new AnswerForm.Options(
                            options(typeset),
                            options.stream().filter(QuizQuestion.Option::right).count() > 1);
        };
    }

    private AskedCells cells(int node) {
        return AskedCells.of(w.value(node).shape());
    }

    private List<Message> options(boolean typeset) {
        return QuestionWords.options(naming(typeset), question);
    }

    /// Reads what was typed into the fields of a number, a matrix or a shape. Of a matrix the
    /// answer has what is right where nothing is asked.
    public AnswerReading read(List<String> fields) {
        return switch (form(false)) {
            case AnswerForm.Cells(AskedCells cells) ->
                    AnswerText.cells(cells, fields, ((QuizAnswer.Given) right()).numbers());
            case AnswerForm.ShapeField() -> AnswerText.shape(fields.getFirst());
            case AnswerForm.Options _ -> throw new IllegalArgumentException("nothing to type here");
        };
    }

    /// Reads what was ticked.
    public AnswerReading ticked(Set<Integer> options) {
        return AnswerText.ticked(options);
    }

    /// The right answer. It is computed, not kept: from the numbers that the program has now.
    public QuizAnswer right() {
        return switch (question) {
            case QuizQuestion.Arriving(int node) -> new QuizAnswer.Given(gradient(node));
            case QuizQuestion.Computed(int node) -> new QuizAnswer.Given(w.value(node));
            case QuizQuestion.GradientShape(int node) ->
                    new QuizAnswer.Dimensions(w.value(node).shape());
            case QuizQuestion.Takers(int node, List<Integer> options) -> {
                Set<Integer> takers = takers(node);
                yield ticked(options.size(), k -> takers.contains(options.get(k)));
            }
            case QuizQuestion.Nudge(int leaf, int element) -> {
                double slope = gradient(leaf).at(element);
                yield new QuizAnswer.Ticked(Set.of(slope > 0 ? 0 : slope < 0 ? 1 : 2));
            }
            case QuizQuestion.Factors(Edge edge, List<QuizQuestion.Candidate> options) -> {
                Candidates products = Candidates.along(w, edge);
                yield ticked(options.size(), k -> products.isRight(options.get(k)));
            }
            case QuizQuestion.Choice(String _, List<QuizQuestion.Option> options) ->
                    ticked(options.size(), k -> options.get(k).right());
        };
    }

    /// The nodes that a vertex hands a gradient to, as they are drawn.
    private Set<Integer> takers(int vertex) {
        DrawnGraph drawn = w.drawn();
        Set<Integer> takers = new HashSet<>();
        drawn.flows(w.adjoint(), vertex)
                .forEach(e -> takers.add(drawn.vertex(drawn.source(e).id())));
        return takers;
    }

    private static QuizAnswer ticked(int size, IntPredicate right) {
        Set<Integer> all = new HashSet<>();
        IntStream.range(0, size).filter(right).forEach(all::add);
        return new QuizAnswer.Ticked(all);
    }

    private Tensor gradient(int node) {
        return w.gradient(node).orElseGet(() -> Tensor.full(w.value(node).shape(), 0));
    }

    /// What an answer is worth.
    ///
    /// @param typeset whether formulas stand between dollar signs, else as words
    public AnswerVerdict judge(QuizAnswer answer, boolean typeset) {
        return new Judge(this, naming(typeset)).of(answer);
    }

    /// An answer in words: a number, a matrix, a shape, the options that were ticked.
    public Message told(QuizAnswer answer) {
        return QuestionWords.told(naming(false), question, answer);
    }

    /// The step at which it is asked; nothing where any will do.
    public Optional<Integer> step() {
        return Secrets.step(w, question);
    }

    /// The right answer in words, and how it comes about.
    public Message revealed(boolean typeset) {
        return QuestionWords.revealed(naming(typeset), this);
    }

    /// What must not be seen while it is not answered.
    public Hidden hidden() {
        return Secrets.of(w, question);
    }

    private NodeNames naming(boolean typeset) {
        return new NodeNames(w, numbers, typeset);
    }
}
