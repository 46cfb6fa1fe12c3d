package dev.backstep.session;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Folding;
import dev.backstep.graph.OpenGroup;
import dev.backstep.lang.Model;
import dev.backstep.story.Story;
import dev.backstep.story.Updates;
import dev.backstep.story.Walkthrough;
import dev.backstep.train.Moment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The last program that could be read, and its walkthrough: what is on screen.
///
/// @param keys what its nodes are called across edits
/// @param literals whether a number that a formula writes out has a card of its own
/// @param detail how much of the graph is drawn
public record ShownProgram(
        Model model, Walkthrough walkthrough, NodeKeys keys, boolean literals, Detail detail) {

    /// The most cards that are drawn until a detail is chosen.
    static final int MOST_CARDS = 30;

    private ShownProgram(Model model, Walkthrough walkthrough, NodeKeys keys, boolean literals) {
        this(model, walkthrough, keys, literals, Detail.OPERATIONS);
    }

    static ShownProgram of(Model model, Story.Grain grain, boolean literals) {
        return new ShownProgram(
                model,
                Walkthroughs.of(model, grain, literals),
                NodeKeys.of(model.graph()),
                literals);
    }

    /// The mini-batch that comes next in a training of `program`.
    static ShownProgram at(Model program, Moment moment, Story.Grain grain, boolean literals) {
        Model model = Walkthroughs.model(program, moment);
        return new ShownProgram(
                model,
                Walkthroughs.of(model, moment, grain, literals),
                NodeKeys.of(model.graph()),
                literals);
    }

    /// A program without the update that may follow.
    static ShownProgram gradients(Model model, Story.Grain grain, boolean literals) {
        return new ShownProgram(
                model,
                Walkthrough.of(model.graph(), model.output(), model.leaves(), grain, literals),
                NodeKeys.of(model.graph()),
                literals);
    }

    /// The same with a card for each number that a formula writes out, or without.
    ShownProgram withLiterals(boolean cards) {
        return cards == literals
                ? this
                : new ShownProgram(model, walkthrough.withLiterals(cards), keys, cards, detail);
    }

    /// The same with as much of the graph drawn as is asked for; where nothing is, the finest level
    /// with no more than [#MOST_CARDS] cards.
    ShownProgram withDetail(Optional<Detail> asked) {
        Detail wanted = asked.orElseGet(this::usual);
        Folding folding = Folding.of(model.groups(), wanted);
        return new ShownProgram(model, walkthrough.folded(folding), keys, literals, wanted);
    }

    /// What opens the group that a card stands for, or folds the group around it.
    ///
    /// @param branch whether with all groups inside, or the outermost
    public Action toggling(int vertex, boolean branch) {
        return new Action.Draw(
                Optional.of(Folding.toggled(detail, walkthrough.drawn(), vertex, branch)));
    }

    /// What folds an open group into one card; nothing if it has no more than one.
    public Optional<Action> folding(String group) {
        return open(walkthrough.drawn().frames(), group)
                .filter(frame -> frame.vertices().size() > 1)
                .map(_ -> new Action.Draw(Optional.of(detail.fold(group))));
    }

    private static Optional<OpenGroup> open(List<OpenGroup> frames, String group) {
        return frames.stream()
                .flatMap(
                        f ->
                                f.group().name().equals(group)
                                        ? Stream.of(f)
                                        : open(f.inside(), group).stream())
                .findFirst();
    }

    private Detail usual() {
        return Stream.of(Detail.Level.OPERATIONS, Detail.Level.STATEMENTS)
                .map(Detail::of)
                .filter(d -> cards(d) <= MOST_CARDS)
                .findFirst()
                .orElse(Detail.of(Detail.Level.LAYERS));
    }

    private int cards(Detail detail) {
        return walkthrough.drawn().with(Folding.of(model.groups(), detail)).vertexSet().size();
    }

    /// Whether a node has a card.
    boolean isDrawn(int node) {
        return walkthrough.drawn().containsVertex(node);
    }

    /// The same graph with another text and other numbers, evaluated.
    ShownProgram with(Model changed) {
        return new ShownProgram(
                changed, walkthrough.with(changed.leaves()), keys, literals, detail);
    }

    /// The same graph with another text and other numbers, to be evaluated later.
    ShownProgram ahead(Model changed) {
        return new ShownProgram(changed, walkthrough, keys, literals, detail);
    }

    /// The same told in steps of another size.
    ShownProgram by(Story.Grain grain) {
        return new ShownProgram(model, walkthrough.by(grain), keys, literals, detail);
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
