package dev.backstep.ui.files;

import dev.backstep.store.AtomicWrite;
import dev.backstep.text.Message;
import dev.backstep.ui.Notices;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/// Writes files in the background and tells how it went.
final class FileWriting {

    private final Notices notices;
    private final Background background;

    FileWriting(Notices notices, Background background) {
        this.notices = notices;
        this.background = background;
    }

    /// Writes a text.
    void text(String text, Path file) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        run(file, () -> Unwritten.of(file, () -> AtomicWrite.write(file, to -> to.write(bytes))));
    }

    /// @param write writes the file; tells why it is not written, if it is not
    /// @return done when it is told
    CompletableFuture<Void> run(Path file, Callable<Optional<Message>> write) {
        CompletableFuture<Void> told = new CompletableFuture<>();
        background.run(
                Background.Task.EXPORT,
                write,
                failure -> {
                    tell(file, failure);
                    told.complete(null);
                },
                sentence -> {
                    notices.refuse(sentence);
                    told.complete(null);
                });
        return told;
    }

    private void tell(Path file, Optional<Message> failure) {
        if (failure.isPresent()) {
            notices.refuse(Texts.of(failure.get()));
        } else {
            notices.tell(Texts.of(Message.of("export.done").with("file", Unwritten.name(file))));
        }
    }
}
