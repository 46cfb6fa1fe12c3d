package dev.backstep.session;

import dev.backstep.explain.Updates.Moved;
import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Story;
import dev.backstep.lang.Model;
import dev.backstep.optim.Optimiser;
import dev.backstep.train.FirstStep;

/// The walkthroughs of programs, as the window and the commands show them.
public final class Walkthroughs {

    private Walkthroughs() {}

    /// Forward and backward; where the program trains, also the update of each parameter by the
    /// gradients of the mini-batch that is shown.
    public static Walkthrough of(Model model, Story.Grain grain) {
        Walkthrough w = Walkthrough.of(model.graph(), model.output(), model.leaves(), grain);
        return model.recipe().map(r -> updated(w, model, r.optimiser())).orElse(w);
    }

    private static Walkthrough updated(Walkthrough w, Model model, Optimiser optimiser) {
        return w.followedBy(
                optimiser,
                (values, gradients) -> {
                    FirstStep step = FirstStep.of(model.graph(), values, gradients, optimiser);
                    return p ->
                            new Moved(
                                    step.after(p),
                                    step.isWeight(p),
                                    step.norm(),
                                    step.factor(),
                                    step.first(p),
                                    step.second(p));
                });
    }
}
