package dev.backstep.story;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Mistake;
import dev.backstep.graph.Node;
import dev.backstep.graph.Slip;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A backward pass with a mistake beside the right one, on the same numbers: what the mistake
/// costs.
///
/// @param slip what the mistake has done to the pass
/// @param adjoint the mistaken pass
/// @param trace its values
/// @param right the right pass
/// @param rightTrace its values
public record Mistaken(Slip slip, Adjoint adjoint, Trace trace, Adjoint right, Trace rightTrace) {

    /// Does the pass once more, rightly; nothing if no mistake was asked for.
    ///
    /// @param graph the program's own, without the gradients that make it longer
    static Optional<Mistaken> of(Graph graph, Adjoint adjoint, Trace trace) {
        return adjoint.slip()
                .map(
                        slip -> {
                            Adjoint right = Adjoint.of(graph, adjoint.output());
                            Map<Integer, Tensor> leaves = new HashMap<>();
                            graph.nodes().forEach(n -> leaves.put(n.id(), trace.value(n.id())));
                            Trace values =
                                    Trace.of(
                                            right.graph(),
                                            leaves,
                                            id -> Optional.ofNullable(leaves.get(id)));
                            return new Mistaken(slip, adjoint, trace, right, values);
                        });
    }

    /// A walkthrough by the right pass, up to its last gradient.
    ///
    /// @param w by the mistaken one
    public Walkthrough rightly(Walkthrough w) {
        Story story = Story.of(w.drawn(), right, w.story().grain());
        return new Walkthrough(
                story,
                rightTrace,
                w.labels(),
                Contribution.all(story, rightTrace),
                Optional.empty(),
                w.signedZeros(),
                Optional.empty(),
                w.hidden());
    }

    public Mistake mistake() {
        return slip.mistake();
    }

    /// The gradient that a node should have, if it has one.
    public Optional<Tensor> right(int node) {
        return right.gradient(node).map(rightTrace::value);
    }

    /// The gradient that it has with the mistake.
    public Optional<Tensor> wrong(int node) {
        return adjoint.gradient(node).map(trace::value);
    }

    /// Whether the mistake changes the gradient of a node. Where both are the same number, it does
    /// no harm here; rounding is none: an element counts if it is off by more than a part in 10¹².
    public boolean isOff(int node) {
        Optional<Tensor> right = right(node);
        Optional<Tensor> wrong = wrong(node);
        return right.isPresent() && wrong.isPresent() && differ(right.get(), wrong.get());
    }

    static boolean differ(Tensor right, Tensor wrong) {
        for (int k = 0; k < right.size(); k++) {
            double r = right.at(k);
            double w = wrong.at(k);
            boolean same =
                    Double.compare(r + 0.0, w + 0.0) == 0
                            || Math.abs(r - w) <= 1e-12 * Math.max(Math.abs(r), Math.abs(w));
            if (!same) {
                return true;
            }
        }
        return false;
    }

    /// The leaves that have a gradient, in the order of the program.
    public List<Integer> leaves() {
        return adjoint.graph().nodes().stream()
                .filter(Node::isLeafWithGradient)
                .map(Node::id)
                .filter(id -> right.gradient(id).isPresent())
                .toList();
    }

    /// Those of them whose gradient the mistake changes.
    public List<Integer> off() {
        return leaves().stream().filter(this::isOff).toList();
    }
}
