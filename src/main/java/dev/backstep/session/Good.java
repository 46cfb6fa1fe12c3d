package dev.backstep.session;

import dev.backstep.explain.Updates;
import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Story;
import dev.backstep.lang.Model;

/// The last program that could be read, and its walkthrough: what is on screen.
///
/// @param keys what its nodes are called across edits
public record Good(Model model, Walkthrough walkthrough, NodeKeys keys) {

    static Good of(Model model, Story.Grain grain) {
        return new Good(model, Walkthroughs.of(model, grain), NodeKeys.of(model.graph()));
    }

    /// The same graph with another text and other numbers, evaluated.
    Good with(Model changed) {
        return new Good(changed, walkthrough.with(changed.leaves()), keys);
    }

    /// The same graph with another text and other numbers, to be evaluated later.
    Good ahead(Model changed) {
        return new Good(changed, walkthrough, keys);
    }

    Good by(Story.Grain grain) {
        return new Good(model, walkthrough.by(grain), keys);
    }

    /// The same, with all that is large worked out before the window asks for it: in the
    /// background.
    Good prepared() {
        walkthrough.updates().ifPresent(Updates::prepare);
        return this;
    }

    /// Whether the numbers of the walkthrough are those of the model.
    @SuppressWarnings("ReferenceEquality") // a trace holds the very leaves it was given
    boolean isEvaluated() {
        return model.leaves().entrySet().stream()
                .allMatch(l -> walkthrough.value(l.getKey()) == l.getValue());
    }
}
