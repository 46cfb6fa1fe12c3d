package dev.backstep.session;

import dev.backstep.graph.Unrolled;
import dev.backstep.story.Walkthrough;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A program with every matrix opened into its numbers, or some of them.
///
/// @param walkthrough of the opened graph
/// @param keys what its nodes are called across edits
record OpenedMatrices(Unrolled unrolled, Walkthrough walkthrough, NodeKeys keys) {

    static OpenedMatrices of(Walkthrough whole, boolean literals) {
        return of(whole, whole.unrolled(), literals);
    }

    /// With these matrices opened by themselves.
    static OpenedMatrices of(Walkthrough whole, Set<Integer> opened, boolean literals) {
        return of(whole, whole.unrolled(opened), literals);
    }

    private static OpenedMatrices of(Walkthrough whole, Unrolled unrolled, boolean literals) {
        return new OpenedMatrices(
                unrolled, whole.opened(unrolled, literals), NodeKeys.of(unrolled.graph()));
    }

    OpenedMatrices with(UnaryOperator<Walkthrough> change) {
        return new OpenedMatrices(unrolled, change.apply(walkthrough), keys);
    }

    /// Whether all matrices are opened.
    boolean isWhole() {
        return unrolled.opened().size() == unrolled.whole().size();
    }
}
