package dev.backstep.layout;

/// How the cards of a graph are arranged.
public enum ArrangementStyle {
    /// in columns, from what is given to the output: every wire runs forward
    LAYERED,
    /// what is connected stands close together: for graphs in which much is shared
    ORGANIC
}
