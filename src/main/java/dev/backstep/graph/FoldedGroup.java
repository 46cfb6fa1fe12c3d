package dev.backstep.graph;

import java.util.List;

/// A group that is drawn as one card.
///
/// @param vertex the node in whose place the card stands: the output if the group holds it, else
///   the last value that is used outside, of those that get a gradient if any does
/// @param edges those by which its nodes take operands from outside, by node and slot
/// @param exits the nodes whose values are used outside, in order, and the output; only `vertex`
///   for most groups
/// @param computes whether anything is computed inside: a group of leaves alone has no step
public record FoldedGroup(
        Group group, int vertex, List<Edge> edges, List<Integer> exits, boolean computes) {

    public FoldedGroup {
        edges = List.copyOf(edges);
        exits = List.copyOf(exits);
    }
}
