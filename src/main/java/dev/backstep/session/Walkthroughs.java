package dev.backstep.session;

import dev.backstep.lang.Model;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.train.Batch;
import dev.backstep.train.Moment;

/// The walkthroughs of programs, as the window and the commands show them.
public final class Walkthroughs {

    private Walkthroughs() {}

    /// Forward and backward; where the program trains, also the update of each parameter by the
    /// gradients of the mini-batch that is shown.
    ///
    /// A number that a formula writes out has no card of its own.
    public static Walkthrough of(Model model, Story.Grain grain) {
        return of(model, grain, false);
    }

    /// The same.
    ///
    /// @param literals whether a number that a formula writes out has a card of its own all the
    ///   same
    static Walkthrough of(Model model, Story.Grain grain, boolean literals) {
        Walkthrough w =
                Walkthrough.of(model.graph(), model.output(), model.leaves(), grain, literals);
        return model.setup().map(r -> w.followedBy(r.optimiser())).orElse(w);
    }

    /// A moment of a training: the mini-batch that comes next, forward, backward, and its update,
    /// with the numbers that the training computes.
    ///
    /// @param model on that batch, see [#model]
    public static Walkthrough of(Model model, Moment moment, Story.Grain grain) {
        return of(model, moment, grain, false);
    }

    static Walkthrough of(Model model, Moment moment, Story.Grain grain, boolean literals) {
        return Walkthrough.of(model.graph(), model.output(), moment.trace(), grain, literals)
                .followedBy(moment.optimiser(), moment.memory());
    }

    /// The program on the mini-batch of a moment, with the parameters before it.
    public static Model model(Model program, Moment moment) {
        Batch batch = moment.batch();
        return program.on(batch.network().samples(), batch.leaves());
    }
}
