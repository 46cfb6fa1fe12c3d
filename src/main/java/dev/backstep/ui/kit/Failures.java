package dev.backstep.ui.kit;

import dev.backstep.store.Log;
import dev.backstep.text.Message;
import java.util.stream.Stream;

/// What is told of a failure that no part of the program expects; the log has the details.
///
/// @param log where they go
public record Failures(Log log) {

    /// Writes a failure down and says in one sentence what became of it. Never throws, even where
    /// there is hardly any memory left.
    public String told(Throwable failure) {
        try {
            Message logged = log.failure(failure);
            if (isCausedBy(failure, OutOfMemoryError.class)) {
                return Texts.of("failure.memory");
            }
            return isCausedBy(failure, StackOverflowError.class)
                    ? Texts.of("failure.depth")
                    : Texts.of(logged);
        } catch (RuntimeException | Error again) {
            return "failed: " + failure.getClass().getSimpleName();
        }
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
        return Stream.iterate(failure, f -> f != null, Throwable::getCause)
                .limit(20)
                .anyMatch(kind::isInstance);
    }
}
