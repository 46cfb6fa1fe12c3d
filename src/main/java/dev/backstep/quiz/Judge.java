package dev.backstep.quiz;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Compares an answer with the right one, and if it is wrong with what each mistake gives.
record Judge(Posed posed, NodeNames names) {

    AnswerVerdict of(QuizAnswer answer) {
        if (posed.right().equals(answer)) {
            return right();
        }
        return switch (answer) {
            case QuizAnswer.Given(Tensor numbers) -> numbers(numbers);
            case QuizAnswer.Dimensions(Shape shape) -> shape(shape);
            case QuizAnswer.Ticked(Set<Integer> options) ->
                    wrong(Set.of(), new ChoiceMistakes(names, posed).of(options));
        };
    }

    private AnswerVerdict numbers(Tensor given) {
        Tensor right = ((QuizAnswer.Given) posed.right()).numbers();
        Set<Integer> apart = Near.apart(given, right);
        if (apart.isEmpty()) {
            return right();
        }
        List<Simulated> matching = Near.explaining(given, apart, simulated());
        if (matching.isEmpty()) {
            return wrong(apart, unrecognised(cells(right), apart.size()), Optional.empty());
        }
        Simulated first = named(matching);
        List<Misconception> also =
                matching.stream()
                        .map(Simulated::what)
                        .filter(what -> what != first.what())
                        .distinct()
                        .toList();
        Optional<Misconception> close =
                matching.stream()
                        .filter(s -> !s.further() && !s.what().isLike(first.what()))
                        .map(Simulated::what)
                        .findFirst();
        boolean all = apart.size() == cells(right) || Near.isWhole(given, first);
        Message named = first.sentence().with("given", given(given, all));
        return wrong(
                apart, also(named, close), Optional.of(new RecognisedMistake(first.what(), also)));
    }

    private static int cells(Tensor right) {
        return AskedCells.of(right.shape()).size();
    }

    /// The first, but for what an upstream gradient left out is if it is nothing but the 1/n of a
    /// mean: that is what was lost.
    private static Simulated named(List<Simulated> matching) {
        Simulated first = matching.getFirst();
        return first.what() == Misconception.UPSTREAM_LEFT_OUT
                ? matching.stream()
                        .filter(s -> s.what() == Misconception.MEAN_LOST)
                        .findFirst()
                        .orElse(first)
                : first;
    }

    private List<Simulated> simulated() {
        return switch (posed.question()) {
            case QuizQuestion.Arriving(int node) -> GradientMistakes.of(posed.w(), names, node);
            case QuizQuestion.Computed(int node) -> ValueMistakes.of(posed.w(), names, node);
            case QuizQuestion.Takers _,
                    QuizQuestion.Nudge _,
                    QuizQuestion.GradientShape _,
                    QuizQuestion.Factors _,
                    QuizQuestion.Choice _ ->
                    List.of();
        };
    }

    /// The number that was answered; of a matrix what points to it.
    ///
    /// @param all whether a mistake gives all that was answered
    private Message given(Tensor given, boolean all) {
        return given.shape().isScalar()
                ? Message.verbatim(names.number(given.item()))
                : Message.of(all ? "quiz.given.all" : "quiz.given.some");
    }

    /// Says that another mistake gives the same, since nobody can tell which it was.
    private static Message also(Message named, Optional<Misconception> other) {
        return other.<Message>map(
                        what ->
                                Message.of("quiz.also")
                                        .with("sentence", named)
                                        .with("other", Message.of("quiz.name." + what.word())))
                .orElse(named);
    }

    private Message unrecognised(int all, int wrong) {
        Message question =
                switch (posed.question()) {
                    case QuizQuestion.Arriving(int node) ->
                            Message.of("quiz.hint.arriving").with("x", names.node(node));
                    case QuizQuestion.Computed(int node) ->
                            Message.of("quiz.hint.computed").with("z", names.node(node));
                    default -> Message.EMPTY;
                };
        return all == 1
                ? question
                : Message.of("quiz.cells.wrong")
                        .with("k", wrong)
                        .with("n", all)
                        .with("hint", question);
    }

    private AnswerVerdict shape(Shape given) {
        int node = ((QuizQuestion.GradientShape) posed.question()).node();
        return new ChoiceMistakes(names, posed)
                .of(node, given)
                .map(r -> wrong(Set.of(0), Optional.of(r)))
                .orElseGet(
                        () ->
                                wrong(
                                        Set.of(0),
                                        Message.of("quiz.hint.shape").with("x", names.node(node)),
                                        Optional.empty()));
    }

    private AnswerVerdict right() {
        Message why = QuestionWords.revealed(names, posed);
        Message sentence = Message.of("quiz.right").with("why", why);
        return new AnswerVerdict(true, Set.of(), sentence, Optional.empty());
    }

    private static AnswerVerdict wrong(
            Set<Integer> fields, Optional<ChoiceMistakes.Recognised> what) {
        Function<ChoiceMistakes.Recognised, RecognisedMistake> understood =
                r -> new RecognisedMistake(r.what(), List.of());
        return wrong(
                fields,
                what.map(ChoiceMistakes.Recognised::sentence).orElse(Message.EMPTY),
                what.map(understood));
    }

    private static AnswerVerdict wrong(
            Set<Integer> fields, Message why, Optional<RecognisedMistake> understood) {
        Message sentence =
                why.isEmpty()
                        ? Message.of("quiz.not.yet")
                        : Message.of("quiz.wrong").with("why", why);
        return new AnswerVerdict(false, fields, sentence, understood);
    }
}
