package dev.backstep.ui.files;

import dev.backstep.export.JsonReport;
import dev.backstep.export.StepPage;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.NonFiniteMarks;
import dev.backstep.session.Session;
import dev.backstep.session.ShownProgram;
import dev.backstep.session.State;
import dev.backstep.store.AtomicWrite;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.Notices;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Background.Task;
import dev.backstep.ui.kit.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Writes all steps as a page for a browser: the graph as it stands on screen.
public final class PageFile {

    private final Session session;
    private final Notices notices;
    private final Background background;
    private final Choosers choosers;
    private final Supplier<Optional<Arrangement>> arrangement;

    PageFile(
            Session session,
            Notices notices,
            Background background,
            Choosers choosers,
            Supplier<Optional<Arrangement>> arrangement) {
        this.session = session;
        this.notices = notices;
        this.background = background;
        this.choosers = choosers;
        this.arrangement = arrangement;
    }

    /// Asks where it goes, and writes it there.
    public void save() {
        refusal()
                .map(Texts::of)
                .ifPresentOrElse(notices::refuse, () -> choosers.page().ifPresent(this::write));
    }

    /// Why there can be none now; nothing if there can.
    private Optional<Message> refusal() {
        Optional<Walkthrough> w = session.state().good().map(ShownProgram::walkthrough);
        if (w.isEmpty() || arrangement.get().isEmpty()) {
            return Optional.of(Message.of("export.nothing"));
        }
        if (!w.get().hidden().isNothing()) {
            return Optional.of(Message.of("page.hidden"));
        }
        return w.get().size() > StepPage.MOST_STEPS
                ? Optional.of(
                        Message.of("page.long")
                                .with("most", StepPage.MOST_STEPS)
                                .with("steps", w.get().size()))
                : Optional.empty();
    }

    /// Writes it in the background and tells how it went.
    public void write(Path file) {
        State state = session.state();
        ShownProgram program = state.good().orElseThrow();
        Arrangement now = arrangement.get().orElseThrow();
        String name = String.valueOf(file.getFileName());
        notices.tell(Texts.of(Message.of("export.running").with("file", name)));
        background.run(
                Task.EXPORT,
                () -> {
                    write(file, state, program, now);
                    return file;
                },
                _ -> notices.tell(Texts.of(Message.of("export.done").with("file", name))),
                _ -> notices.refuse(Texts.of(Message.of("export.failed").with("file", name))));
    }

    private static void write(Path file, State state, ShownProgram program, Arrangement now)
            throws IOException {
        Walkthrough w = program.walkthrough();
        NonFiniteMarks marks = NonFiniteMarks.of(w);
        List<Diagram> steps =
                IntStream.range(0, w.size())
                        .mapToObj(
                                i -> Diagrams.at(w, now, i, DiagramOptions.PLAIN.with(marks.at(i))))
                        .toList();
        JsonReport report = JsonReport.of(program.model(), w, w.labels().plain(w.output()));
        String title = state.origin().name().orElseGet(() -> "Backstep");
        AtomicWrite.write(
                file, to -> StepPage.write(title, state.view().step(), steps, report, to));
    }
}
