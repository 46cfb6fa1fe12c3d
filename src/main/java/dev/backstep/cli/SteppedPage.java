package dev.backstep.cli;

import dev.backstep.export.ExportCourse;
import dev.backstep.export.PageLook;
import dev.backstep.export.StepPage;
import dev.backstep.graph.Detail;
import dev.backstep.layout.Size;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.Locale;

/// All steps of a program as a page for a browser.
record SteppedPage(Evaluated run, Arranged drawn) {

    static final String SIZELESS =
            "a page is as large as its window: give no --view, --width, --scale, --size or --transparent";

    /// What a page has for the graph, in a window of usual size.
    private static final Size ROOM = new Size(1000, 700);

    /// Whether a file's name asks for a page.
    static boolean isNamed(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".html");
    }

    static SteppedPage of(Evaluated run, DetailOption detail) {
        return new SteppedPage(run, Arranged.at(Detail.Level.OPERATIONS, detail, run, ROOM));
    }

    /// Writes all steps.
    ///
    /// @param step where it opens; `all` is its beginning
    /// @throws CommandFailure if there is no such step, there are too many, or it cannot be written
    void write(PageLook look, String step, ExportCourse course, OutFile file) {
        int first = step.equals("all") ? 0 : StepOption.index(step, drawn.w().story());
        Walkthrough w = drawn.w();
        StepPage.refusal(w, drawn.arrangement()).ifPresent(why -> refuse(file, why));
        try {
            file.write(
                    to ->
                            StepPage.write(
                                    look, first, drawn.steps(), Steps.report(run, w), course, to));
        } catch (Refusal e) {
            refuse(file, e.why());
        }
    }

    private static void refuse(OutFile file, Message why) {
        throw new CommandFailure(
                file.said() + Bundle.ENGLISH.say(why) + ", such as by --detail layers");
    }
}
