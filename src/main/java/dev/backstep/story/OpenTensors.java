package dev.backstep.story;

import dev.backstep.graph.Detail;
import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.FoldedGroup;
import dev.backstep.graph.Folding;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Group;
import dev.backstep.graph.Mistake;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Unrolled;
import dev.backstep.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which matrices of a program are opened by themselves into their numbers, while all others stay
/// whole.
///
/// A matrix is called as on its card, and the group of its numbers by [Detail#tensor] of that name.
public final class OpenTensors {

    private static final Message MISTAKEN = Message.of("detail.scalars.mistake");

    private OpenTensors() {}

    /// The nodes that can be opened, by what they are called, in order.
    ///
    /// @param whole a program with no matrix opened
    public static Map<String, Integer> names(Walkthrough whole) {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (Node node : whole.graph().nodes()) {
            if (Unrolled.canOpen(whole.graph(), node.id())) {
                names.putIfAbsent(whole.labels().plain(node.id()), node.id());
            }
        }
        return names;
    }

    /// The nodes that a detail opens: those that lie in no folded group, in order, as long as the
    /// graph has no more than [Unrolled#MOST] nodes with them.
    ///
    /// @param groups of the program, those that lie in no other
    public static Set<Integer> of(Walkthrough whole, List<Group> groups, Detail detail) {
        Set<Integer> opened = new TreeSet<>();
        if (whole.mistaken().isPresent()
                || detail.level() == Detail.Level.SCALARS
                || detail.opened().isEmpty()) {
            return opened;
        }
        DrawnGraph drawn = whole.drawn().with(Folding.of(groups, detail));
        names(whole)
                .forEach(
                        (name, node) -> {
                            boolean asked = detail.opened().contains(Detail.tensor(name));
                            if (asked
                                    && drawn.vertex(node) == node
                                    && drawn.folded(node).isEmpty()) {
                                opened.add(node);
                                if (Unrolled.refusal(whole.graph(), opened).isPresent()) {
                                    opened.remove(node);
                                }
                            }
                        });
        return opened;
    }

    /// A program drawn at a detail. Where not all matrices can be opened, see [#refusal], they stay
    /// whole.
    ///
    /// @param whole with no matrix opened
    /// @param groups of the program, those that lie in no other
    public static Walkthrough drawn(Walkthrough whole, List<Group> groups, Detail detail) {
        boolean all =
                detail.level() == Detail.Level.SCALARS
                        && whole.mistaken().isEmpty()
                        && Unrolled.refusal(whole.graph()).isEmpty();
        Set<Integer> some = all ? Set.of() : of(whole, groups, detail);
        if (!all && some.isEmpty()) {
            return whole.folded(Folding.of(groups, detail));
        }
        Unrolled unrolled = all ? whole.unrolled() : whole.unrolled(some);
        return whole.opened(unrolled, false).folded(Folding.of(unrolled.groups(groups), detail));
    }

    /// Why a node is not opened beside those that are: there would be too many numbers, or backward
    /// is computed with a mistake. Nothing if it can be.
    public static Optional<Message> refusal(Walkthrough whole, Set<Integer> opened, int node) {
        if (whole.mistaken().isPresent()) {
            return Optional.of(MISTAKEN);
        }
        Set<Integer> more = new TreeSet<>(opened);
        more.add(node);
        return Unrolled.refusal(whole.graph(), more);
    }

    /// Why the matrices of a whole program are not opened into their numbers: there would be too
    /// many, or backward is computed with a mistake, which is made with whole matrices. Nothing if
    /// they can be.
    public static Optional<Message> refusal(Graph whole, Optional<Mistake> mistake) {
        return mistake.isPresent() ? Optional.of(MISTAKEN) : Unrolled.refusal(whole);
    }

    /// The detail with whatever has this name opened: the group, if it is one card, else the
    /// matrix. Nothing if there is neither.
    public static Optional<Detail> open(
            Walkthrough whole, List<Group> groups, Detail detail, String name) {
        DrawnGraph drawn = whole.drawn().with(Folding.of(groups, detail));
        boolean folded =
                drawn.vertexSet().stream()
                        .flatMap(v -> drawn.folded(v).map(FoldedGroup::group).stream())
                        .anyMatch(g -> g.name().equals(name));
        boolean tensor = names(whole).containsKey(name);
        if (!folded && tensor) {
            return Optional.of(detail.open(Detail.tensor(name)));
        }
        return isGroup(groups, name) ? Optional.of(detail.open(name)) : Optional.empty();
    }

    private static boolean isGroup(List<Group> groups, String name) {
        return groups.stream().anyMatch(g -> g.name().equals(name) || isGroup(g.groups(), name));
    }

    /// What a matrix is called whose numbers get cards.
    static Optional<String> called(Walkthrough whole, int id) {
        Node node = whole.graph().node(id);
        boolean literal = node.op() instanceof Op.Constant || whole.labels().isSpelledOut(id);
        return node.name().isPresent() || node.isStretch() || literal
                ? node.name()
                : Optional.of(whole.labels().plain(id));
    }
}
