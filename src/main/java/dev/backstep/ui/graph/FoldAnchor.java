package dev.backstep.ui.graph;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Group;
import dev.backstep.layout.ArrangementStyle;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.session.ShownProgram;
import dev.backstep.story.OpenTensors;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.ThemedState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stays where it is on screen while other things are drawn, or the same things elsewhere: the
/// card of a group or a matrix that is opened or folded, or the upper left corner of its frame; if
/// all is drawn at another level or in another arrangement, the card that the step is about.
final class FoldAnchor {

    private @Nullable Shown last;

    /// A picture, and what it shows.
    record Shown(ShownProgram program, ArrangementStyle style, Diagram diagram) {

        /// Whether it is one level, arranged in one style, in both.
        boolean isLike(Shown other) {
            return style == other.style
                    && program.detail().level() == other.program.detail().level()
                    && program.detail().level() != Detail.Level.SCALARS;
        }
    }

    /// The same group before and after.
    record Moved(Box before, Box after, Shown was, Shown now) {}

    /// Where the outermost group that differs from the picture before, or else the card of the
    /// step, stood there, and where it stands in this one; nothing if the same is drawn, or another
    /// program.
    Optional<Moved> moved(ThemedState now, ArrangementStyle style, Diagram diagram) {
        Shown before = last;
        last = now.state().good().map(g -> new Shown(g, style, diagram)).orElse(null);
        if (before == null || last == null || !isSame(before.program, last.program)) {
            return Optional.empty();
        }
        boolean same =
                before.style == style && before.program.detail().equals(last.program.detail());
        return same
                ? Optional.empty()
                : before.isLike(last) ? moved(before, last) : moved(before, last, now.step());
    }

    private static Optional<Moved> moved(Shown was, Shown now, int step) {
        Walkthrough w = now.program.walkthrough();
        int node = w.step(Math.clamp(step, 0, w.size() - 1)).node();
        Optional<Card> card = now.diagram.card(w.drawn().vertex(node));
        Optional<Card> before = stoodFor(was.program, now.program, node).flatMap(was.diagram::card);
        return before.flatMap(b -> card.map(c -> new Moved(b.box(), c.box(), was, now)));
    }

    /// The card that stood for a node before.
    static Optional<Integer> stoodFor(ShownProgram was, ShownProgram now, int node) {
        int there = node;
        if (!was.isOpenedAs(now)) {
            int origin = now.origin(node);
            List<Integer> parts = now.shown(origin);
            List<Integer> old = was.shown(origin);
            int part = parts.indexOf(node);
            if (old.isEmpty()) {
                return Optional.empty();
            }
            there = part >= 0 && old.size() == parts.size() ? old.get(part) : old.getLast();
        }
        return Optional.of(was.walkthrough().drawn().vertex(there));
    }

    private static Optional<Moved> moved(Shown was, Shown now) {
        Detail before = was.program.detail();
        Detail after = now.program.detail();
        Set<String> toggled = new HashSet<>();
        difference(before.folded(), after.folded(), toggled);
        difference(before.opened(), after.opened(), toggled);
        return first(now.program.model().groups(), toggled)
                .or(() -> toggled.stream().sorted().findFirst())
                .flatMap(
                        name ->
                                box(was, name)
                                        .flatMap(
                                                a ->
                                                        box(now, name)
                                                                .map(
                                                                        b ->
                                                                                new Moved(
                                                                                        a, b, was,
                                                                                        now))));
    }

    @SuppressWarnings("ReferenceEquality") // folding keeps the very model
    private static boolean isSame(ShownProgram was, ShownProgram now) {
        return was.model() == now.model();
    }

    private static void difference(Set<String> a, Set<String> b, Set<String> into) {
        Stream.concat(a.stream(), b.stream())
                .filter(name -> !a.contains(name) || !b.contains(name))
                .forEach(into::add);
    }

    private static Optional<String> first(List<Group> groups, Set<String> names) {
        return groups.stream()
                .flatMap(
                        g ->
                                names.contains(g.name())
                                        ? Stream.of(g.name())
                                        : first(g.groups(), names).stream())
                .findFirst();
    }

    /// The frame of a group, or what it is drawn as instead: its cards, or the matrix.
    private static Optional<Box> box(Shown shown, String name) {
        List<Card> cards = shown.diagram.cards();
        return shown.diagram.frames().stream()
                .filter(f -> f.name().equals(name))
                .map(Diagram.GroupFrame::box)
                .findFirst()
                .or(
                        () ->
                                nodes(shown.program, name)
                                        .flatMap(
                                                nodes ->
                                                        cards.stream()
                                                                .filter(c -> nodes.test(c.node()))
                                                                .map(Card::box)
                                                                .reduce(Box::union)));
    }

    /// Which nodes on screen a group has, or a matrix.
    private static Optional<IntPredicate> nodes(ShownProgram shown, String name) {
        Optional<Group> group = shown.group(name);
        if (group.isPresent()) {
            return Optional.of(group.get()::holds);
        }
        return OpenTensors.names(shown.whole()).entrySet().stream()
                .filter(t -> Detail.tensor(t.getKey()).equals(name))
                .map(t -> shown.shown(t.getValue()))
                .<IntPredicate>map(parts -> parts::contains)
                .findFirst();
    }
}
