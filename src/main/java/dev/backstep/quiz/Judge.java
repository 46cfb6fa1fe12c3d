package dev.backstep.quiz;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.Optional;
import java.util.Set;

/// Compares an answer with the right one, and if it is wrong with what each slip gives.
record Judge(Posed posed, Naming names) {

    Verdict of(Answer answer) {
        return switch (answer) {
            case Answer.Given(Tensor numbers) -> numbers(numbers);
            case Answer.Dimensions(Shape shape) -> shape(shape);
            case Answer.Ticked(Set<Integer> options) -> ticked(options);
        };
    }

    private Verdict numbers(Tensor given) {
        Tensor right = ((Answer.Given) posed.right()).numbers();
        Set<Integer> apart = Near.apart(given, right);
        return apart.isEmpty() ? right() : wrong(apart, Message.of("quiz.wrong"));
    }

    private Verdict shape(Shape given) {
        return posed.right().equals(new Answer.Dimensions(given))
                ? right()
                : wrong(Set.of(0), Message.of("quiz.wrong"));
    }

    private Verdict ticked(Set<Integer> options) {
        return posed.right().equals(new Answer.Ticked(options))
                ? right()
                : wrong(Set.of(), Message.of("quiz.wrong"));
    }

    private Verdict right() {
        Message why = QuestionWords.revealed(names, posed);
        Message sentence = Message.of("quiz.right").with("why", why);
        return new Verdict(true, Set.of(), sentence, Optional.empty());
    }

    private static Verdict wrong(Set<Integer> fields, Message sentence) {
        return new Verdict(false, fields, sentence, Optional.empty());
    }
}
