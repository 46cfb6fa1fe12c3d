package dev.backstep.cli;

import dev.backstep.export.StepPage;
import dev.backstep.graph.Detail;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.NonFiniteMarks;
import dev.backstep.layout.Size;
import dev.backstep.story.Walkthrough;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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
    /// @param caption the title of the page; if empty, it is the name of the program
    /// @param step where it opens; `last`, which pictures mean if none is given, and `all` are its
    ///   beginning
    /// @throws CommandFailure if there are too many steps, or it cannot be written
    void write(String caption, String program, String step, OutFile file) {
        boolean whole = step.equals("last") || step.equals("all");
        int first = whole ? 0 : StepOption.index(step, drawn.w().story());
        String title = caption.isEmpty() ? program : caption;
        Walkthrough w = drawn.w();
        if (w.size() > StepPage.MOST_STEPS) {
            throw new CommandFailure(
                    file.said()
                            + "a page has room for %,d steps, and this program has %,d; fold it, such as by --detail layers"
                                    .formatted(StepPage.MOST_STEPS, w.size()));
        }
        NonFiniteMarks marks = NonFiniteMarks.of(w);
        List<Diagram> steps =
                IntStream.range(0, w.size())
                        .mapToObj(
                                i ->
                                        Diagrams.at(
                                                w,
                                                drawn.arrangement(),
                                                i,
                                                DiagramOptions.PLAIN.with(marks.at(i))))
                        .toList();
        file.write(to -> StepPage.write(title, first, steps, Steps.report(run, w), to));
    }
}
