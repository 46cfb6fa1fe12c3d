package dev.backstep.session;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Folding;
import dev.backstep.graph.Group;
import dev.backstep.graph.Unrolled;
import dev.backstep.lang.Model;
import dev.backstep.story.Hidden;
import dev.backstep.story.OpenTensors;
import dev.backstep.story.Story;
import dev.backstep.story.Updates;
import dev.backstep.story.Walkthrough;
import dev.backstep.train.Moment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The last program that could be read, and its walkthrough: what is on screen.
///
/// @param whole the walkthrough of the operations, whose nodes are those of the model
/// @param wholeKeys what these nodes are called across edits
/// @param literals whether a number that a formula writes out has a card of its own
/// @param detail how much of the graph is drawn
/// @param opened the walkthrough with the numbers of all matrices, or of some, where that is on
///   screen
public record ShownProgram(
        Model model,
        Walkthrough whole,
        NodeKeys wholeKeys,
        boolean literals,
        Detail detail,
        Optional<OpenedMatrices> opened) {

    /// The most cards that are drawn until a detail is chosen.
    static final int MOST_CARDS = 30;

    /// The most numbers that matrices are opened into while a key is down.
    private static final int MOST_AT_ONCE = 400;

    private ShownProgram(Model model, Walkthrough whole, NodeKeys keys, boolean literals) {
        this(model, whole, keys, literals, Detail.OPERATIONS, Optional.empty());
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
                Walkthroughs.gradients(model, grain, literals),
                NodeKeys.of(model.graph()),
                literals);
    }

    /// The same with a card for each number that a formula writes out, or without.
    ShownProgram withLiterals(boolean cards) {
        return cards == literals
                ? this
                : new ShownProgram(
                        model,
                        whole.withLiterals(cards),
                        wholeKeys,
                        cards,
                        detail,
                        opened.map(o -> o.with(w -> w.withLiterals(cards))));
    }

    /// What is on screen.
    public Walkthrough walkthrough() {
        return opened.map(OpenedMatrices::walkthrough).orElse(whole);
    }

    /// What its nodes are called across edits.
    public NodeKeys keys() {
        return opened.map(OpenedMatrices::keys).orElse(wholeKeys);
    }

    /// The node of the model that a node on screen is, or is a number of.
    public int origin(int node) {
        return opened.map(o -> o.unrolled().origin(node)).orElse(node);
    }

    /// The nodes on screen that a node of the model is, or whose numbers they are.
    public List<Integer> shown(int node) {
        return opened.map(o -> o.unrolled().parts(node)).orElseGet(() -> List.of(node));
    }

    /// The groups of what is on screen that lie in no other.
    public List<Group> groups() {
        return opened.map(o -> o.unrolled().groups(model.groups())).orElseGet(model::groups);
    }

    /// The group of that name.
    public Optional<Group> group(String name) {
        return named(groups(), name);
    }

    private static Optional<Group> named(List<Group> groups, String name) {
        return groups.stream()
                .flatMap(
                        g ->
                                g.name().equals(name)
                                        ? Stream.of(g)
                                        : named(g.groups(), name).stream())
                .findFirst();
    }

    /// The same with as much of the graph drawn as is asked for; where nothing is, the finest level
    /// with no more than [#MOST_CARDS] cards. A graph with too many numbers is drawn by operations
    /// instead.
    ShownProgram withDetail(Optional<Detail> asked) {
        Detail wanted = asked.orElseGet(this::usual);
        if (wanted.level() != Detail.Level.SCALARS) {
            Set<Integer> tensors = OpenTensors.of(whole, model.groups(), wanted);
            return drawn(
                    wanted, tensors.isEmpty() ? Optional.empty() : Optional.of(opened(tensors)));
        }
        if (OpenTensors.refusal(model.graph(), model.mistake()).isPresent()) {
            return drawn(
                    new Detail(Detail.Level.OPERATIONS, wanted.folded(), wanted.opened()),
                    Optional.empty());
        }
        return drawn(
                wanted,
                opened.filter(OpenedMatrices::isWhole)
                        .or(() -> Optional.of(OpenedMatrices.of(whole, literals))));
    }

    private OpenedMatrices opened(Set<Integer> tensors) {
        return opened.filter(o -> o.unrolled().opened().equals(tensors))
                .orElseGet(() -> OpenedMatrices.of(whole, tensors, literals));
    }

    /// Whether [#withDetail] has more to do than can be done while a key is down.
    boolean takesLong(Optional<Detail> asked) {
        if (asked.isEmpty()) {
            return false;
        }
        if (asked.get().level() == Detail.Level.SCALARS) {
            long size = Unrolled.size(model.graph());
            return !opened.filter(OpenedMatrices::isWhole).isPresent()
                    && size > MOST_AT_ONCE
                    && OpenTensors.refusal(model.graph(), model.mistake()).isEmpty();
        }
        Set<Integer> tensors = OpenTensors.of(whole, model.groups(), asked.get());
        boolean known = opened.filter(o -> o.unrolled().opened().equals(tensors)).isPresent();
        return !tensors.isEmpty() && !known && Unrolled.size(model.graph(), tensors) > MOST_AT_ONCE;
    }

    /// Whether the same matrices are opened.
    public boolean isOpenedAs(ShownProgram other) {
        return openedNodes().equals(other.openedNodes());
    }

    /// The nodes of the model whose matrices are opened.
    Set<Integer> openedNodes() {
        return opened.map(o -> o.unrolled().opened()).orElse(Set.of());
    }

    /// Whether this is the same text with other matrices opened.
    boolean isOpenedTo(ShownProgram other) {
        return !isOpenedAs(other) && model.text().equals(other.model.text());
    }

    /// Roughly the nanoseconds that other numbers in its leaves take.
    long work(Model changed) {
        return Understanding.work(changed.graph())
                + opened.map(o -> Understanding.work(o.unrolled().graph())).orElse(0L);
    }

    private ShownProgram drawn(Detail wanted, Optional<OpenedMatrices> numbers) {
        ShownProgram next = new ShownProgram(model, whole, wholeKeys, literals, wanted, numbers);
        Folding folding = Folding.of(next.groups(), wanted);
        return numbers.isPresent()
                ? new ShownProgram(
                        model,
                        whole,
                        wholeKeys,
                        literals,
                        wanted,
                        numbers.map(o -> o.with(w -> w.folded(folding))))
                : new ShownProgram(
                        model, whole.folded(folding), wholeKeys, literals, wanted, numbers);
    }

    private Detail usual() {
        return Stream.of(Detail.Level.OPERATIONS, Detail.Level.STATEMENTS)
                .map(Detail::of)
                .filter(d -> cards(d) <= MOST_CARDS)
                .findFirst()
                .orElse(Detail.of(Detail.Level.LAYERS));
    }

    private int cards(Detail detail) {
        return whole.drawn().with(Folding.of(model.groups(), detail)).vertexSet().size();
    }

    /// Whether a node has a card.
    public boolean isDrawn(int node) {
        return walkthrough().drawn().containsVertex(node);
    }

    /// The same graph with another text and other numbers, evaluated.
    ShownProgram with(Model changed) {
        return new ShownProgram(
                changed,
                whole.with(changed.leaves()),
                wholeKeys,
                literals,
                detail,
                opened.map(o -> o.with(w -> w.with(o.unrolled().leaves(changed.leaves())))));
    }

    /// The same graph with another text and other numbers, to be evaluated later.
    ShownProgram ahead(Model changed) {
        return new ShownProgram(changed, whole, wholeKeys, literals, detail, opened);
    }

    /// The same with some numbers hidden: nodes of the model.
    ShownProgram hiding(Hidden hidden) {
        return new ShownProgram(
                model,
                whole.hiding(hidden),
                wholeKeys,
                literals,
                detail,
                opened.map(o -> o.with(w -> w.hiding(hidden.opened(o.unrolled())))));
    }

    /// The same told in steps of another size.
    ShownProgram by(Story.Grain grain) {
        return new ShownProgram(
                model,
                whole.by(grain),
                wholeKeys,
                literals,
                detail,
                opened.map(o -> o.with(w -> w.by(grain))));
    }

    /// The same, with all that is large worked out before the window asks for it: in the
    /// background.
    ShownProgram prepared() {
        walkthrough().updates().ifPresent(Updates::prepare);
        return this;
    }

    /// Whether the numbers of the walkthrough are those of the model.
    @SuppressWarnings("ReferenceEquality") // a trace holds the very leaves it was given
    boolean isEvaluated() {
        return model.leaves().entrySet().stream()
                .allMatch(l -> whole.value(l.getKey()) == l.getValue());
    }
}
