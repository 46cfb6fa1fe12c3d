package dev.backstep.graph;

/// The edge by which `node` takes its operand number `slot`; `x * x` has two.
public record Edge(int node, int slot) {}
