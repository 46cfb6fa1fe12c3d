package dev.backstep.ui.files;

import dev.backstep.export.ExportCourse;
import dev.backstep.export.JsonReport;
import dev.backstep.export.PageLook;
import dev.backstep.export.StepPage;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.StepDiagrams;
import dev.backstep.session.ShownProgram;
import dev.backstep.session.State;
import dev.backstep.store.AtomicWrite;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.Notices;
import dev.backstep.ui.kit.Texts;
import java.io.IOException;
import java.nio.file.Path;

/// Writes all steps as a page for a browser: the graph as it stands on screen.
public final class PageFile {

    private final WholeWalk walk;
    private final Notices notices;
    private final LongExports exports;
    private final Choosers choosers;

    PageFile(WholeWalk walk, Notices notices, LongExports exports, Choosers choosers) {
        this.walk = walk;
        this.notices = notices;
        this.exports = exports;
        this.choosers = choosers;
    }

    /// Asks where it goes, and writes it there.
    public void save() {
        walk.refusal("page.hidden", "page.refused", StepPage::refusal)
                .map(Texts::of)
                .ifPresentOrElse(notices::refuse, () -> choosers.page().ifPresent(this::write));
    }

    /// Writes it in the background and tells how it went.
    public void write(Path file) {
        State state = walk.state();
        ShownProgram program = walk.program();
        Arrangement now = walk.arrangement();
        Walkthrough w = program.walkthrough();
        exports.run(file, w.size(), course -> write(file, state, program, now, course));
    }

    private static void write(
            Path file, State state, ShownProgram program, Arrangement now, ExportCourse course)
            throws IOException {
        Walkthrough w = program.walkthrough();
        StepDiagrams steps = new StepDiagrams(w, now, DiagramOptions.PLAIN);
        JsonReport report = JsonReport.of(program.model(), w, w.labels().plain(w.output()));
        PageLook look = PageLook.of(state.origin().name().orElseGet(() -> "Backstep"));
        int first = state.view().step();
        AtomicWrite.write(file, to -> StepPage.write(look, first, steps, report, course, to));
    }
}
