package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;

/// What lies between the parts of a picture.
///
/// @param columns between two columns: room for a pill with two short numbers
/// @param ofMatrices the same where most wires carry matrices, whose pills are too wide to stand
///   between cards
/// @param cards between two cards of a column
/// @param wires between a wire and a card that it passes, and between two wires
/// @param slope how far columns draw apart for steep wires between them; nothing to let wires be
///   steep
/// @param below between a card and those that hang below it
/// @param beside between two of these
/// @param rows between two rows
record Gaps(
        double columns,
        double ofMatrices,
        double cards,
        double wires,
        double slope,
        double below,
        double beside,
        double rows) {

    static final Gaps USUAL = new Gaps(64, 40, 38, 20, 12, 42, 14, 60);

    /// Where the room is small: the least that a wire with its head needs, and a pill beside it.
    static final Gaps TIGHT = new Gaps(44, 22, 22, 10, 0, 34, 10, 30);

    /// What lies between two columns of a graph.
    double between(DrawnGraph drawn) {
        long matrices =
                drawn.vertexSet().stream()
                        .filter(id -> !drawn.graph().node(id).shape().isScalar())
                        .count();
        return 2 * matrices > drawn.vertexSet().size() ? ofMatrices : columns;
    }

    /// With something else between two columns.
    Gaps withColumns(double between) {
        return new Gaps(between, ofMatrices, cards, wires, slope, below, beside, rows);
    }
}
