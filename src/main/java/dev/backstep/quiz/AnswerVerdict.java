package dev.backstep.quiz;

import dev.backstep.text.Message;
import java.util.Optional;
import java.util.Set;

/// What an answer is worth.
///
/// @param right whether all of it is right
/// @param wrong the fields that are not, counted from 0; none where saying them would give the
///   answer away
/// @param sentence what is said of it, with formulas between dollar signs; it never holds a number
///   that is asked for, unless the answer is right
/// @param understood how a wrong answer comes about, if that is recognised
public record AnswerVerdict(
        boolean right,
        Set<Integer> wrong,
        Message sentence,
        Optional<RecognisedMistake> understood) {

    public AnswerVerdict {
        wrong = Set.copyOf(wrong);
    }
}
