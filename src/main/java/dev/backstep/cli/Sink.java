package dev.backstep.cli;

import dev.backstep.store.UnbrokenOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.Optional;

/// Standard output, which remembers what it could not take: a `PrintStream` above it only knows
/// that there was something.
final class Sink extends UnbrokenOutput {

    Sink(OutputStream to) {
        super(to);
    }

    /// Why not all was written; nothing where it was, or where whoever read it had enough, as
    /// `head` has.
    Optional<String> lost() {
        return failure().map(e -> String.valueOf(e.getMessage())).filter(why -> !isClosedPipe(why));
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
