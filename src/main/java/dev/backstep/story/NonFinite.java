package dev.backstep.story;

import dev.backstep.graph.Node;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A place where numbers break down: the first NaN made of none, or the first infinity made of
/// finite numbers.
///
/// @param node a node of the traced graph; of the longer one where that was traced, see
///   [dev.backstep.graph.Origin]
/// @param element which of its elements, counted row by row
/// @param value NaN or an infinity
/// @param why a sentence: `log of 0 is −∞`
public record NonFinite(int node, int element, double value, Message why) {

    /// The first place, in evaluation order.
    public static Optional<NonFinite> first(Trace trace) {
        return trace.graph().nodes().stream()
                .map(n -> at(trace, n))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Every node in which NaN or an infinity arises, in evaluation order; nodes that only pass it
    /// on are not among them.
    public static List<NonFinite> all(Trace trace) {
        List<NonFinite> all = new ArrayList<>();
        for (Node node : trace.graph().nodes()) {
            at(trace, node).ifPresent(all::add);
        }
        return all;
    }

    /// Whether NaN or an infinity arises at one node, and why.
    public static Optional<NonFinite> of(Trace trace, int node) {
        return at(trace, trace.graph().node(node));
    }

    private static Optional<NonFinite> at(Trace trace, Node node) {
        Tensor value = trace.value(node.id());
        if (value.isFinite()) {
            return Optional.empty();
        }
        List<Tensor> operands = node.inputs().stream().map(trace::value).toList();
        boolean nan = operands.stream().anyMatch(t -> any(t, true));
        boolean infinite = operands.stream().anyMatch(t -> any(t, false));
        for (int k = 0; k < value.size(); k++) {
            double x = value.at(k);
            boolean arises = Double.isNaN(x) ? !nan : Double.isInfinite(x) && !infinite && !nan;
            if (arises) {
                return Optional.of(
                        new NonFinite(node.id(), k, x, NonFiniteReasons.why(node, operands, k, x)));
            }
        }
        return Optional.empty();
    }

    private static boolean any(Tensor t, boolean nan) {
        for (int k = 0; k < t.size(); k++) {
            if (nan ? Double.isNaN(t.at(k)) : Double.isInfinite(t.at(k))) {
                return true;
            }
        }
        return false;
    }
}
