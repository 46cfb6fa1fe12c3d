package dev.backstep.graph;

/// What passes along one edge backward.
///
/// @param upstream node of the longer graph that holds ∂L/∂z
/// @param local ∂z/∂x of the op alone
/// @param downstream node of the longer graph that holds what this edge hands to its operand
public record Flow(int upstream, LocalGradient local, int downstream) {}
