package dev.backstep.lang;

import java.util.List;

/// What reading a text gives: a model, or all that is wrong with it.
public sealed interface Reading {

    record Ok(Model model) implements Reading {}

    record Problems(List<Problem> problems) implements Reading {
        public Problems {
            problems = List.copyOf(problems);
        }
    }
}
