package dev.backstep.quiz;

import dev.backstep.text.Message;
import java.util.Set;

/// What was typed, read as an answer.
public sealed interface Reading {

    /// It is one.
    record Read(Answer answer) implements Reading {}

    /// It is none, and why.
    ///
    /// @param fields those that cannot be read, counted from 0
    record Unreadable(Message why, Set<Integer> fields) implements Reading {

        public Unreadable {
            fields = Set.copyOf(fields);
        }
    }
}
