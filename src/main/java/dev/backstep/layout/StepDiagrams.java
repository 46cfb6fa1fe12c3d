package dev.backstep.layout;

import dev.backstep.story.Progress;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import java.util.List;
import java.util.stream.IntStream;

/// The pictures of all steps of a walk, each drawn up when it is asked for. All have the same
/// extent, so that nothing moves from step to step.
///
/// They belong to one thread.
public final class StepDiagrams {

    private final Walkthrough w;
    private final Diagrams diagrams;
    private final DiagramOptions look;
    private final NonFiniteMarks marks;
    private final Box extent;

    /// Cost: that of the pills of every step that may stand beyond all else.
    ///
    /// @param look how numbers are shown; what is marked as a problem is found anew for each step
    public StepDiagrams(Walkthrough w, Arrangement arrangement, DiagramOptions look) {
        this.w = w;
        this.diagrams = new Diagrams(w, arrangement);
        this.look = look;
        this.marks = NonFiniteMarks.of(w);
        this.extent =
                IntStream.range(0, w.size())
                        .filter(i -> isBackward(w.step(i)))
                        .mapToObj(this::outerPills)
                        .flatMap(List::stream)
                        .map(Diagram.Pill::box)
                        .reduce(diagrams.bounds(), Box::union);
    }

    /// Those of a step backward that may stand beyond all else.
    private List<Diagram.Pill> outerPills(int step) {
        return diagrams.pills(look)
                .beyond(
                        diagrams.bounds(),
                        Progress.at(w, step).edges(),
                        MistakeMarks.at(w, step).pills());
    }

    private static boolean isBackward(Step step) {
        return step instanceof Step.Backward;
    }

    /// How many cards and wires the pictures of all steps have together.
    public static long parts(Walkthrough w, Arrangement arrangement) {
        long each = (long) arrangement.cards().size() + arrangement.routes().size();
        return w.size() * each;
    }

    public int size() {
        return w.size();
    }

    /// That of a step, from 0.
    public Diagram at(int step) {
        return diagrams.at(step, look.with(marks.at(step))).within(extent);
    }
}
