package dev.backstep.ui.files;

import dev.backstep.export.ExportCourse;
import dev.backstep.store.AtomicWrite;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import dev.backstep.ui.Notices;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Background.Task;
import dev.backstep.ui.kit.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Node;

/// Writes what has many steps in the background, shows how far it is, and tells how it went.
/// Cancelled, it leaves nothing.
final class LongExports {

    private static final long BEAT = 50_000_000;

    private final Notices notices;
    private final Background background;
    private final ExportBar bar = new ExportBar();

    LongExports(Notices notices, Background background) {
        this.notices = notices;
        this.background = background;
    }

    /// Writes one file, or several.
    @FunctionalInterface
    interface Work {

        /// @throws Refusal if it cannot be made
        void write(ExportCourse course) throws IOException;
    }

    /// What shows how far it is.
    Node bar() {
        return bar;
    }

    /// @param file the name in what is told
    void run(Path file, int steps, Work work) {
        String name = Objects.requireNonNullElse(file.getFileName(), file).toString();
        AtomicBoolean cancelled = new AtomicBoolean();
        bar.begin(name, steps, () -> cancelled.set(true));
        background.run(
                Task.EXPORT,
                () -> failure(name, work, course(name, cancelled)),
                failure -> {
                    bar.end();
                    failure.map(Texts::of)
                            .ifPresentOrElse(
                                    notices::refuse, () -> notices.tell(told("export.done", name)));
                },
                sentence -> {
                    bar.end();
                    notices.refuse(sentence);
                });
    }

    private ExportCourse course(String name, AtomicBoolean cancelled) {
        long[] shown = {System.nanoTime()};
        return (done, all) -> {
            long now = System.nanoTime();
            if (now - shown[0] > BEAT) {
                shown[0] = now;
                Platform.runLater(() -> bar.reach(name, done, all));
            }
            return !cancelled.get();
        };
    }

    /// Why nothing is written; nothing if it is.
    private static Optional<Message> failure(String name, Work work, ExportCourse course) {
        Message file = Message.verbatim(name);
        try {
            work.write(course);
            return Optional.empty();
        } catch (Refusal e) {
            return Optional.of(
                    Message.of("export.refused").with("file", file).with("why", e.why()));
        } catch (CancellationException e) {
            return Optional.of(Message.of("export.cancelled").with("file", file));
        } catch (IOException e) {
            return Optional.of(
                    AtomicWrite.why(e)
                            .map(
                                    why ->
                                            Message.of("export.refused")
                                                    .with("file", file)
                                                    .with("why", why))
                            .orElse(Message.of("export.failed").with("file", file)));
        }
    }

    private static String told(String key, String name) {
        return Texts.of(Message.of(key).with("file", Message.verbatim(name)));
    }
}
