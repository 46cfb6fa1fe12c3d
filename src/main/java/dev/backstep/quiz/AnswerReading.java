package dev.backstep.quiz;

import dev.backstep.text.Message;
import java.util.Set;

/// What was typed, read as an answer.
public sealed interface AnswerReading {

    /// It is one.
    record Read(QuizAnswer answer) implements AnswerReading {}

    /// It is none, and why.
    ///
    /// @param fields those that cannot be read, counted from 0
    record Unreadable(Message why, Set<Integer> fields) implements AnswerReading {

        public Unreadable {
            fields = Set.copyOf(fields);
        }
    }
}
