package dev.backstep.ui.files;

import dev.backstep.export.ExportCourse;
import dev.backstep.export.JsonReport;
import dev.backstep.export.StepPage;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.StepDiagrams;
import dev.backstep.session.Session;
import dev.backstep.session.ShownProgram;
import dev.backstep.session.State;
import dev.backstep.store.AtomicWrite;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.Notices;
import dev.backstep.ui.kit.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Writes all steps as a page for a browser: the graph as it stands on screen.
public final class PageFile {

    private final Session session;
    private final Notices notices;
    private final LongExports exports;
    private final Choosers choosers;
    private final Supplier<Optional<Arrangement>> arrangement;

    PageFile(
            Session session,
            Notices notices,
            LongExports exports,
            Choosers choosers,
            Supplier<Optional<Arrangement>> arrangement) {
        this.session = session;
        this.notices = notices;
        this.exports = exports;
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
        return StepPage.refusal(w.get(), arrangement.get().orElseThrow())
                .map(why -> Message.of("page.refused").with("why", why));
    }

    /// Writes it in the background and tells how it went.
    public void write(Path file) {
        State state = session.state();
        ShownProgram program = state.good().orElseThrow();
        Arrangement now = arrangement.get().orElseThrow();
        Walkthrough w = program.walkthrough();
        exports.run(file, w.size(), course -> write(file, state, program, now, course));
    }

    private static void write(
            Path file, State state, ShownProgram program, Arrangement now, ExportCourse course)
            throws IOException {
        Walkthrough w = program.walkthrough();
        StepDiagrams steps = new StepDiagrams(w, now, DiagramOptions.PLAIN);
        JsonReport report = JsonReport.of(program.model(), w, w.labels().plain(w.output()));
        String title = state.origin().name().orElseGet(() -> "Backstep");
        int first = state.view().step();
        AtomicWrite.write(file, to -> StepPage.write(title, first, steps, report, course, to));
    }
}
