package dev.backstep.session;

import dev.backstep.lang.Model;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;

/// The walkthroughs of programs, as the window and the commands show them.
public final class Walkthroughs {

    private Walkthroughs() {}

    /// Forward and backward; where the program trains, also the update of each parameter by the
    /// gradients of the mini-batch that is shown.
    public static Walkthrough of(Model model, Story.Grain grain) {
        Walkthrough w = Walkthrough.of(model.graph(), model.output(), model.leaves(), grain);
        return model.setup().map(r -> w.followedBy(r.optimiser())).orElse(w);
    }
}
