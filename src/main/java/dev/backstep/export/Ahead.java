package dev.backstep.export;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Work that another thread does ahead.
public final class Ahead {

    private Ahead() {}

    /// What came of it, once it is done. What it threw is thrown here as it is, as if the work were
    /// done here: whoever tells a lack of memory from other failures still can.
    public static <T> T joined(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }
}
