package dev.backstep.ui.graph;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Group;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.session.ShownProgram;
import dev.backstep.story.OpenTensors;
import dev.backstep.ui.ThemedState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What keeps a group or a matrix that is opened or folded where it is on screen: its card, or the
/// upper left corner of its frame.
final class FoldAnchor {

    private @Nullable Shown last;

    /// A picture, and what it shows.
    record Shown(ShownProgram program, Diagram diagram) {}

    /// The same group before and after.
    record Moved(Box before, Box after, Shown was, Shown now) {}

    /// Where the outermost group that differs from the picture before stood there, and where it
    /// stands in this one; nothing if no single group is what differs.
    Optional<Moved> moved(ThemedState now, Diagram diagram) {
        Shown before = last;
        last = now.state().good().map(g -> new Shown(g, diagram)).orElse(null);
        return before == null || last == null ? Optional.empty() : moved(before, last);
    }

    private static Optional<Moved> moved(Shown was, Shown now) {
        Detail before = was.program.detail();
        Detail after = now.program.detail();
        if (before.equals(after)
                || after.level() == Detail.Level.SCALARS
                || before.level() != after.level()
                || !isSame(was.program, now.program)) {
            return Optional.empty();
        }
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
