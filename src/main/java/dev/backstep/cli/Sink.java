package dev.backstep.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Standard output, which remembers what it could not take: a `PrintStream` above it only knows
/// that there was something.
final class Sink extends OutputStream {

    private final OutputStream to;
    private @Nullable IOException failure;

    Sink(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        attempt(() -> to.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(to::flush);
    }

    private interface Attempt {
        void run() throws IOException;
    }

    /// After one failure there is no second attempt: what follows a gap is worth nothing.
    private void attempt(Attempt attempt) throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            attempt.run();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /// Why not all was written; nothing where it was, or where whoever read it had enough, as
    /// `head` has.
    Optional<String> lost() {
        return Optional.ofNullable(failure)
                .map(e -> String.valueOf(e.getMessage()))
                .filter(why -> !isClosedPipe(why));
    }

    /// The system says it in the language of the user, and Java hands on nothing else: so it is
    /// compared with what it says of a pipe that is closed for sure.
    private static boolean isClosedPipe(String why) {
        try {
            Pipe pipe = Pipe.open();
            pipe.source().close();
            try (Pipe.SinkChannel end = pipe.sink()) {
                end.write(ByteBuffer.allocate(1));
                return false;
            } catch (IOException closed) {
                return why.equals(closed.getMessage());
            }
        } catch (IOException e) {
            return false;
        }
    }
}
