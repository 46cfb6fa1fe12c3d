package dev.backstep.lang;

import java.util.List;

/// What reading a text gives: a model, or all that is wrong with it.
public sealed interface ReadResult {

    record Ok(Model model) implements ReadResult {}

    record Problems(List<Problem> problems) implements ReadResult {
        public Problems {
            problems = List.copyOf(problems);
        }
    }
}
