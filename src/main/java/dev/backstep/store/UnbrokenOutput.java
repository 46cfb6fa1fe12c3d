package dev.backstep.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Hands on what is written to it until something cannot be: after one failure there is no second
/// attempt, since what follows a gap is worth nothing. It remembers the failure, which writers
/// above it may swallow or wrap.
public class UnbrokenOutput extends OutputStream {

    private final OutputStream to;
    private @Nullable IOException failure;

    public UnbrokenOutput(OutputStream to) {
        this.to = to;
    }

    @Override
    public final void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public final void write(byte[] bytes, int from, int length) throws IOException {
        attempt(() -> to.write(bytes, from, length));
    }

    @Override
    public final void flush() throws IOException {
        attempt(to::flush);
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private void attempt(Attempt attempt) throws IOException {
        check();
        try {
            attempt.run();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /// What failed first, if anything did.
    public final Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /// @throws IOException what failed first, if anything did
    final void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
