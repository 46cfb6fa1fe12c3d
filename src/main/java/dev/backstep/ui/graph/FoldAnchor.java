package dev.backstep.ui.graph;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Group;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Point;
import dev.backstep.session.ShownProgram;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What keeps a group that is opened or folded where it is on screen: its card, or the upper left
/// corner of its frame.
final class FoldAnchor {

    private FoldAnchor() {}

    /// A picture, and what it shows.
    record Shown(ShownProgram program, Diagram diagram) {}

    /// By how much the picture must be moved so that the outermost group that differs stays where
    /// it was; nothing if no single group is what differs.
    static Optional<Point> shift(Shown was, Shown now) {
        Detail before = was.program.detail();
        Detail after = now.program.detail();
        if (before.equals(after)
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
                                corner(was.diagram, g)
                                        .flatMap(
                                                c ->
                                                        corner(now.diagram, g)
                                                                .map(d -> c.plus(-d.x(), -d.y()))));
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

    private static Optional<Point> corner(Diagram shown, Group group) {
        Optional<Box> frame =
                shown.frames().stream()
                        .filter(f -> f.name().equals(group.name()))
                        .map(Diagram.GroupFrame::box)
                        .findFirst();
        return frame.or(
                        () ->
                                shown.cards().stream()
                                        .filter(c -> group.holds(c.node()))
                                        .map(Diagram.Card::box)
                                        .reduce(Box::union))
                .map(b -> new Point(b.x(), b.y()));
    }
}
