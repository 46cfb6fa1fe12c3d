package dev.backstep.ui.files;

import dev.backstep.export.ExportCourse;
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
import java.util.Optional;
import java.util.Set;
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

        private final Message name;
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private int done;
        private int all;
        private LongExports in;
        private ExportBar bar = new ExportBar();

        Running(Message name, int all, LongExports in) {
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
            in.notices.tell(Texts.of(Message.of("export.done").with("file", name)));
        }
    }

    /// What shows how far they are: a line each.
    Node bar() {
        return bars;
    }

    /// @param file the name in what is told
    void run(Path file, int steps, Work work) {
        Running export = new Running(Unwritten.name(file), steps, this);
        export.showIn(this);
        background.run(
                Task.EXPORT,
                () -> Unwritten.of(file, () -> work.write(course(export))),
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
}
