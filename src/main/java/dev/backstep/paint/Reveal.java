package dev.backstep.paint;

import java.util.Set;

/// Heat maps whose cells are just being computed, and how many of them are shown.
///
/// @param nodes the cards
/// @param gradient whether it is the map of the gradient
/// @param share of the cells shown, 0 to 1
public record Reveal(Set<Integer> nodes, boolean gradient, double share) {

    /// All cells of all cards are shown.
    public static final Reveal ALL = new Reveal(Set.of(), false, 1);

    public Reveal {
        nodes = Set.copyOf(nodes);
    }

    boolean isOf(int node, boolean ofGradient) {
        return gradient == ofGradient && nodes.contains(node);
    }
}
