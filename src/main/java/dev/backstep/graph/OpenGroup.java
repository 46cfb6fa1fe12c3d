package dev.backstep.graph;

import java.util.List;

/// A group that is drawn as a frame around its cards.
///
/// @param vertices all its cards, in order, those of the groups inside among them
/// @param inside the open groups inside
public record OpenGroup(Group group, List<Integer> vertices, List<OpenGroup> inside) {

    public OpenGroup {
        vertices = List.copyOf(vertices);
        inside = List.copyOf(inside);
    }
}
