package dev.backstep.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which groups of a graph are drawn as one card.
///
/// @param groups all groups that lie in no other, in order
/// @param folded those that are one card, in order; none lies in another
public record Folding(List<Group> groups, List<Group> folded) {

    /// No group is one card, and none has a frame.
    public static final Folding NONE = new Folding(List.of(), List.of());

    public Folding {
        groups = List.copyOf(groups);
        folded = List.copyOf(folded);
    }

    /// What a detail makes of these groups.
    public static Folding of(List<Group> groups, Detail detail) {
        List<Group> folded = new ArrayList<>();
        collect(groups, detail, folded);
        return new Folding(groups, folded);
    }

    /// The detail with the group of a card opened, or, if the card stands for no group, the
    /// innermost group around it folded that has other cards too. The same detail if there is none.
    ///
    /// @param branch whether all groups inside are opened too, or the outermost group folded
    public static Detail toggled(Detail detail, DrawnGraph drawn, int vertex, boolean branch) {
        Optional<Group> folded = drawn.folded(vertex).map(FoldedGroup::group);
        if (folded.isPresent()) {
            return opened(detail, folded.get(), branch);
        }
        List<OpenGroup> around = new ArrayList<>();
        List<OpenGroup> frames = drawn.frames();
        Optional<OpenGroup> next = around(frames, vertex);
        while (next.isPresent()) {
            around.add(next.get());
            next = around(next.get().inside(), vertex);
        }
        List<OpenGroup> worthwhile = around.stream().filter(f -> f.vertices().size() > 1).toList();
        if (worthwhile.isEmpty()) {
            return detail;
        }
        OpenGroup chosen = branch ? worthwhile.getFirst() : worthwhile.getLast();
        return detail.fold(chosen.group().name());
    }

    private static Optional<OpenGroup> around(List<OpenGroup> frames, int vertex) {
        return frames.stream().filter(f -> f.group().holds(vertex)).findFirst();
    }

    /// A group that holds nothing but one other is opened with it.
    private static Detail opened(Detail detail, Group group, boolean branch) {
        Detail opened = detail.open(group.name());
        for (Group inner : group.groups()) {
            boolean same = inner.from() == group.from() && inner.to() == group.to();
            opened = branch || same ? opened(opened, inner, branch) : opened;
        }
        return opened;
    }

    private static void collect(List<Group> groups, Detail detail, List<Group> folded) {
        for (Group group : groups) {
            if (detail.folds(group)) {
                folded.add(group);
            } else {
                collect(group.groups(), detail, folded);
            }
        }
    }
}
