package dev.backstep.graph;

import java.util.ArrayList;
import java.util.List;

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
