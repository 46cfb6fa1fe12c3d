package dev.backstep.ui;

import dev.backstep.explain.Numbers;
import dev.backstep.explain.Walkthrough;
import dev.backstep.paint.Theme;
import dev.backstep.session.Good;
import dev.backstep.session.State;
import java.util.Optional;

/// What all panes show: the state, in the colours that its choice comes to on this system.
public record Screen(State state, Theme theme) {

    public Optional<Walkthrough> walkthrough() {
        return state.good().map(Good::walkthrough);
    }

    public Numbers numbers() {
        return new Numbers(state.view().digits());
    }

    /// The current step, an index into the story.
    public int step() {
        return state.view().step();
    }
}
