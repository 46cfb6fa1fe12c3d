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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Writes what has many steps in the background, one after the other, shows how far each is, and
/// tells how it went. Cancelled, it leaves nothing.
final class LongExports {

    private static final long BEAT = 50_000_000;

    private final Notices notices;
    private final Background background;
    private final VBox bars = new VBox();
    private final Set<Running> running = new LinkedHashSet<>();

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

    /// An export that has not ended. Where it is shown is for the thread of the window.
    private static final class Running {

        private final String name;
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private int done;
        private int all;
        private LongExports in;
        private ExportBar bar = new ExportBar();

        Running(String name, int all, LongExports in) {
            this.name = name;
            this.all = all;
            this.in = in;
        }

        /// Shows it in `now`, and there alone.
        void showIn(LongExports now) {
            end();
            in = now;
            bar = new ExportBar();
            bar.begin(() -> cancelled.set(true), cancelled.get());
            bar.reach(name, done, all);
            now.running.add(this);
            now.bars.getChildren().add(bar);
        }

        void reach(int reached, int of) {
            done = reached;
            all = of;
            bar.reach(name, done, all);
        }

        void end() {
            in.running.remove(this);
            in.bars.getChildren().remove(bar);
        }

        void refuse(String sentence) {
            end();
            in.notices.refuse(sentence);
        }

        void tell(Optional<Message> failure) {
            if (failure.isPresent()) {
                refuse(Texts.of(failure.get()));
                return;
            }
            end();
            in.notices.tell(
                    Texts.of(Message.of("export.done").with("file", Message.verbatim(name))));
        }
    }

    /// What shows how far they are: a line each.
    Node bar() {
        return bars;
    }

    /// @param file the name in what is told
    void run(Path file, int steps, Work work) {
        String name = Objects.requireNonNullElse(file.getFileName(), file).toString();
        Running export = new Running(name, steps, this);
        export.showIn(this);
        background.run(
                Task.EXPORT,
                () -> failure(name, work, course(export)),
                export::tell,
                export::refuse);
    }

    /// Shows from now on what runs in another window, whose place this one takes.
    void takeOver(LongExports other) {
        List.copyOf(other.running).forEach(export -> export.showIn(this));
    }

    private static ExportCourse course(Running export) {
        long[] shown = {System.nanoTime()};
        return (done, all) -> {
            long now = System.nanoTime();
            if (now - shown[0] > BEAT) {
                shown[0] = now;
                Platform.runLater(() -> export.reach(done, all));
            }
            return !export.cancelled.get();
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
}
