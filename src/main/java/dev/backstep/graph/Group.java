package dev.backstep.graph;

import java.util.List;

/// Neighbouring nodes that belong together. A group says how a graph may be drawn: as one card or
/// as a frame around its nodes; no number depends on it.
///
/// It holds all nodes from `from` to `to − 1`. Since an input's id is smaller than its user's, no
/// path leaves such a range and comes back to it: a group folds without making a cycle.
///
/// @param name what calls it in a program's groups, and no other: `Layer 1`, `h1`
/// @param title what its frame and its card say: `h1: layer`
/// @param from the first node
/// @param to one more than the last node
/// @param groups those inside, which share no node, in order
/// @param note what the program says of it behind `#`; may be empty
public record Group(
        Kind kind, String name, String title, int from, int to, List<Group> groups, String note) {

    /// Where a group comes from.
    public enum Kind {
        /// lines below a title
        SECTION,
        /// the body of a function, written out for a call
        CALL,
        /// a layer of `mlp`
        LAYER,
        /// one line of the program
        STATEMENT,
        /// the backward graph of a `grad`
        GRADIENT,
        /// the numbers of a matrix that is opened by itself
        TENSOR
    }

    public Group {
        groups = List.copyOf(groups);
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no nodes from " + from + " to " + to);
        }
        int free = from;
        for (Group inner : groups) {
            if (inner.from < free || inner.to > to) {
                throw new IllegalArgumentException(inner.name + " does not lie inside " + name);
            }
            free = inner.to;
        }
    }

    /// A group of which the program says nothing.
    public Group(Kind kind, String name, String title, int from, int to, List<Group> groups) {
        this(kind, name, title, from, to, groups, "");
    }

    /// Whether a node belongs to it.
    public boolean holds(int node) {
        return from <= node && node < to;
    }
}
