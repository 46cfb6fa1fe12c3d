package dev.backstep.ui.graph;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Group;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.session.ShownProgram;
import dev.backstep.ui.ThemedState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What keeps a group that is opened or folded where it is on screen: its card, or the upper left
/// corner of its frame.
final class FoldAnchor {

    private @Nullable Shown last;

    /// A picture, and what it shows.
    private record Shown(ShownProgram program, Diagram diagram) {}

    /// The same group before and after.
    record Moved(Box before, Box after) {}

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
                .flatMap(
                        g ->
                                box(was.diagram, g)
                                        .flatMap(
                                                a ->
                                                        box(now.diagram, g)
                                                                .map(b -> new Moved(a, b))));
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

    private static Optional<Group> first(List<Group> groups, Set<String> names) {
        return groups.stream()
                .flatMap(
                        g ->
                                names.contains(g.name())
                                        ? Stream.of(g)
                                        : first(g.groups(), names).stream())
                .findFirst();
    }

    private static Optional<Box> box(Diagram shown, Group group) {
        return shown.frames().stream()
                .filter(f -> f.name().equals(group.name()))
                .map(Diagram.GroupFrame::box)
                .findFirst()
                .or(
                        () ->
                                shown.cards().stream()
                                        .filter(c -> group.holds(c.node()))
                                        .map(Diagram.Card::box)
                                        .reduce(Box::union));
    }
}
