package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AheadTest {

    static Stream<Throwable> failures() {
        return Stream.of(
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new ExceptionInInitializerError("no fonts"),
                new UncheckedIOException(new IOException("full")),
                new CancellationException());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_other_threads_throw_is_thrown_as_it_is(Throwable why) {
        Supplier<String> work =
                () -> {
                    if (why instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) why;
                };
        CompletableFuture<String> ahead = CompletableFuture.supplyAsync(work);
        assertSame(why, assertThrows(why.getClass(), () -> Ahead.joined(ahead)));
    }

    @Test
    void what_no_caller_expects_keeps_its_cover() {
        var ahead = CompletableFuture.failedFuture(new IOException("full"));
        assertThrows(CompletionException.class, () -> Ahead.joined(ahead));
    }

    @Test
    void what_it_gave_is_given() {
        assertEquals(3, Ahead.joined(CompletableFuture.supplyAsync(() -> 3)));
    }
}
