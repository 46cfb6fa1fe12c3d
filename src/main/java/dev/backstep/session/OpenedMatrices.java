package dev.backstep.session;

import dev.backstep.graph.Unrolled;
import dev.backstep.story.Walkthrough;
import java.util.function.UnaryOperator;

/// A program with every matrix opened into its numbers.
///
/// @param walkthrough of the opened graph
/// @param keys what its nodes are called across edits
record OpenedMatrices(Unrolled unrolled, Walkthrough walkthrough, NodeKeys keys) {

    static OpenedMatrices of(Walkthrough whole, boolean literals) {
        Unrolled unrolled = whole.unrolled();
        return new OpenedMatrices(
                unrolled, whole.opened(unrolled, literals), NodeKeys.of(unrolled.graph()));
    }

    OpenedMatrices with(UnaryOperator<Walkthrough> change) {
        return new OpenedMatrices(unrolled, change.apply(walkthrough), keys);
    }
}
