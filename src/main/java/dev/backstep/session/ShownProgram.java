package dev.backstep.session;

import dev.backstep.lang.Model;
import dev.backstep.story.Story;
import dev.backstep.story.Updates;
import dev.backstep.story.Walkthrough;

/// The last program that could be read, and its walkthrough: what is on screen.
///
/// @param keys what its nodes are called across edits
public record ShownProgram(Model model, Walkthrough walkthrough, NodeKeys keys) {

    static ShownProgram of(Model model, Story.Grain grain) {
        return new ShownProgram(model, Walkthroughs.of(model, grain), NodeKeys.of(model.graph()));
    }

    /// The same graph with another text and other numbers, evaluated.
    ShownProgram with(Model changed) {
        return new ShownProgram(changed, walkthrough.with(changed.leaves()), keys);
    }

    /// The same graph with another text and other numbers, to be evaluated later.
    ShownProgram ahead(Model changed) {
        return new ShownProgram(changed, walkthrough, keys);
    }

    ShownProgram by(Story.Grain grain) {
        return new ShownProgram(model, walkthrough.by(grain), keys);
    }

    /// The same, with all that is large worked out before the window asks for it: in the
    /// background.
    ShownProgram prepared() {
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
