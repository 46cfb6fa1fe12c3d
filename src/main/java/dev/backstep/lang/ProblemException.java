package dev.backstep.lang;

import dev.backstep.text.Message;
import java.util.List;

/// Carries problems out of the depth of an expression; never leaves this package.
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ProblemException(Span span, Message message, Message hint) {
        this(List.of(new Problem(span, message, hint)));
    }

    /// @param problems none where it follows from what is told elsewhere, see [Scope#hush]
    ProblemException(List<Problem> problems) {
        super("", null, false, false);
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
