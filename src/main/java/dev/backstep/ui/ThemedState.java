package dev.backstep.ui;

import dev.backstep.graph.Group;
import dev.backstep.lang.Problem;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.Theme;
import dev.backstep.session.ShownProgram;
import dev.backstep.session.State;
import dev.backstep.story.Hidden;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;

/// What all panes show: the state, in the colours that its choice comes to on this system.
///
/// @param most the most significant digits that a number is shown with, whatever is preferred
public record ThemedState(State state, Theme theme, int most) {

    public ThemedState(State state, Theme theme) {
        this(state, theme, Integer.MAX_VALUE);
    }

    /// The same with numbers of fewer digits, for larger type.
    public ThemedState withDigits(int fewer) {
        return new ThemedState(state, theme, fewer);
    }

    /// What of the program is not to be seen yet.
    public Hidden hidden() {
        return state.good().map(p -> p.whole().hidden()).orElse(Hidden.NONE);
    }

    public Optional<Walkthrough> walkthrough() {
        return state.good().map(ShownProgram::walkthrough);
    }

    /// What the program says behind `#` of a node's line; of a folded group what it says of that.
    public Optional<String> note(int node) {
        Optional<String> whole =
                walkthrough()
                        .flatMap(w -> w.drawn().folded(node))
                        .map(f -> f.group().note())
                        .filter(said -> !said.isEmpty());
        return whole.or(() -> state.good().map(p -> p.model().notes().get(p.origin(node))));
    }

    /// What it says of an open group.
    public Optional<String> note(String group) {
        return state.good()
                .flatMap(p -> p.group(group))
                .map(Group::note)
                .filter(said -> !said.isEmpty());
    }

    /// Whether there is more than comments, which are no program yet, nor wrong.
    public boolean isBegun() {
        return !state.document()
                .text()
                .lines()
                .allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
    }

    /// What is told of what is wrong with the program.
    public List<Problem> problems() {
        return state.problems().isEmpty() || isBegun() ? state.problems() : List.of();
    }

    /// A problem in words, with its line and column.
    public String told(Problem problem) {
        return problem.place(state.document().text()) + ": " + Texts.of(problem.sentence());
    }

    public Numbers numbers() {
        return new Numbers(Math.min(most, state.view().preferences().digits()));
    }

    /// How large text is, and all of the window with it: 1 is the usual size.
    public double enlarged() {
        return state.view().preferences().textSize();
    }

    /// Whether things may move: the program's setting, unless the system asks for less motion.
    public boolean motion() {
        return state.view().preferences().motion() && !Platform.getPreferences().isReducedMotion();
    }

    /// The current step, an index into the story.
    public int step() {
        return state.view().step();
    }
}
