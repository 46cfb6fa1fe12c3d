package dev.backstep.explain;

import dev.backstep.graph.Edge;
import dev.backstep.graph.LocalGradient;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;

/// What to say where the formula of a local gradient, with the numbers put in, reads 0/0 or 0·∞,
/// and the local gradient is a limit or a convention.
final class Limits {

    private Limits() {}

    /// What to add to the sentence about a step that uses these edges of a node; nothing where
    /// their formulas hold as they are.
    static Optional<Message> of(Walkthrough w, List<Edge> edges) {
        return edges.stream()
                .filter(e -> isFactor(w, e) && LocalFormula.of(w, e).isAtEdge())
                .findFirst()
                .map(e -> Message.of("limit." + kind(w.graph().node(e.node()).op(), e.slot())));
    }

    private static boolean isFactor(Walkthrough w, Edge edge) {
        return w.adjoint().flow(edge).orElseThrow().local() instanceof LocalGradient.Factor;
    }

    private static String kind(Op op, int slot) {
        if (op == Binary.POW) {
            return slot == 0 ? "power" : "exponent";
        }
        if (op == Binary.BCE || op == Columnwise.CE) {
            return "label";
        }
        if (op instanceof Op.Reduce(Op.Reducer by, Shape _) && by == Op.Reducer.STD) {
            return "std";
        }
        return op instanceof Op.Norm ? "norm" : "other";
    }
}
