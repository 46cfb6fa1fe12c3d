package dev.backstep.ui.files;

import dev.backstep.store.AtomicWrite;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Why a file is not written, in a sentence.
final class Unwritten {

    private Unwritten() {}

    /// Writes one file, or several.
    @FunctionalInterface
    interface Work {

        /// @throws Refusal if it cannot be made
        /// @throws CancellationException if it is not to be made any more
        void write() throws IOException;
    }

    /// The name of a file, as it is told.
    static Message name(Path file) {
        return Message.verbatim(Objects.requireNonNullElse(file.getFileName(), file).toString());
    }

    /// Writes it.
    ///
    /// @return why it is not written; nothing if it is
    static Optional<Message> of(Path file, Work work) {
        Message name = name(file);
        try {
            work.write();
            return Optional.empty();
        } catch (Refusal e) {
            return Optional.of(refused(name, e.why()));
        } catch (CancellationException e) {
            return Optional.of(Message.of("export.cancelled").with("file", name));
        } catch (IOException e) {
            return Optional.of(
                    AtomicWrite.why(e)
                            .map(why -> refused(name, why))
                            .orElse(Message.of("export.failed").with("file", name)));
        }
    }

    private static Message refused(Message name, Message why) {
        return Message.of("export.refused").with("file", name).with("why", why);
    }
}
