package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// What threads throw and nobody catches during a test, but for one fault of JavaFX itself.
final class Uncaught {

    private final List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());

    void listen() {
        Thread.setDefaultUncaughtExceptionHandler(
                (_, failure) -> {
                    if (!isOfThePlatform(failure)) {
                        thrown.add(failure);
                        failure.printStackTrace();
                    }
                });
    }

    /// Stops listening, and fails if anything was thrown.
    void expectNone() {
        Thread.setDefaultUncaughtExceptionHandler(null);
        assertEquals(List.of(), thrown, "thrown in the background");
    }

    /// JavaFX's headless platform has a screen of 1000×1000, and fails to clear what a window that
    /// becomes smaller leaves outside of it.
    private static boolean isOfThePlatform(Throwable failure) {
        return failure instanceof IndexOutOfBoundsException
                && Stream.of(failure.getStackTrace())
                        .anyMatch(
                                at ->
                                        at.getClassName().endsWith(".headless.HeadlessWindow")
                                                && at.getMethodName().equals("clearRect"));
    }
}
