package dev.backstep.paint;

/// The roles that colours are named by; each theme gives every role its colour.
public enum ColorRole {
    /// behind the graph
    PAPER,
    /// behind controls
    PANEL,
    /// a node
    CARD,
    /// behind what is set apart
    SOFT,
    /// text
    INK,
    /// less important text
    MUTED,
    /// rules and borders
    LINE,
    /// what is not reached yet
    DIM,
    /// forward: values
    VALUE,
    /// backward: what arrives, and a node's gradient
    UPSTREAM,
    /// the local gradient
    LOCAL,
    /// what an edge hands on
    DOWNSTREAM,
    /// parameters and their update
    UPDATE,
    /// errors, NaN, a failed check
    PROBLEM
}
