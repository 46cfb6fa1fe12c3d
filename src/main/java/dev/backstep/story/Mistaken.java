package dev.backstep.story;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Mistake;
import dev.backstep.graph.Node;
import dev.backstep.graph.Slip;
import dev.backstep.graph.Trace;
import dev.backstep.notation.Labels;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A backward pass with a mistake beside the right one, on the same numbers: what the mistake
/// costs.
///
/// @param slip what the mistake has done to the pass
/// @param adjoint the mistaken pass
/// @param trace its values
/// @param right the same story with the right pass, step for step
public record Mistaken(Slip slip, Adjoint adjoint, Trace trace, Walkthrough right) {

    /// Does the pass once more, rightly; nothing if no mistake was asked for.
    static Optional<Mistaken> of(
            Story story, Trace trace, Labels labels, Optional<Updates> updates) {
        Adjoint adjoint = story.adjoint();
        return adjoint.slip()
                .map(
                        slip -> {
                            Graph graph = story.graph();
                            Adjoint right = Adjoint.of(graph, adjoint.output());
                            Map<Integer, Tensor> known = new HashMap<>();
                            graph.nodes().forEach(n -> known.put(n.id(), trace.value(n.id())));
                            Trace values =
                                    Trace.of(
                                            right.graph(),
                                            known,
                                            id -> Optional.ofNullable(known.get(id)));
                            Walkthrough told =
                                    new Walkthrough(
                                            Story.of(story.drawn(), right, story.grain()),
                                            values,
                                            labels,
                                            Optional.empty(),
                                            Hidden.NONE);
                            return new Mistaken(
                                    slip,
                                    adjoint,
                                    trace,
                                    updates.map(u -> told.followedBy(u.optimiser(), u.memory()))
                                            .orElse(told));
                        });
    }

    Mistaken with(UnaryOperator<Walkthrough> change) {
        return new Mistaken(slip, adjoint, trace, change.apply(right));
    }

    /// The right pass, with what a walkthrough by the mistaken one hides.
    public Walkthrough rightly(Walkthrough w) {
        return right.hiding(w.hidden());
    }

    public Mistake mistake() {
        return slip.mistake();
    }

    /// The gradient that a node should have, if it has one.
    public Optional<Tensor> right(int node) {
        return right.gradient(node);
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

    /// Whether two gradients are not the same but for rounding.
    public static boolean differ(Tensor right, Tensor wrong) {
        for (int k = 0; k < right.size(); k++) {
            if (differ(right.at(k), wrong.at(k))) {
                return true;
            }
        }
        return false;
    }

    /// Whether two numbers are not the same but for rounding.
    public static boolean differ(double right, double wrong) {
        return Double.compare(right + 0.0, wrong + 0.0) != 0
                && !(Math.abs(right - wrong) <= 1e-12 * Math.max(Math.abs(right), Math.abs(wrong)));
    }

    /// What the batch before has left at a parameter, where gradients are not cleared.
    public Optional<Tensor> leftOver(int parameter) {
        return slip.carried().entrySet().stream()
                .filter(c -> c.getValue().parameter() == parameter)
                .filter(c -> c.getValue().quantity().equals(Slip.Carried.LEFT_OVER))
                .map(c -> trace.value(c.getKey()))
                .findFirst();
    }

    /// What the batch before has left at a node, if it changes the gradient: not in the first
    /// batch.
    public Optional<Tensor> addedTo(int node) {
        return leftOver(node).filter(_ -> isOff(node));
    }

    /// The leaves that have a gradient, in the order of the program.
    public List<Integer> leaves() {
        return adjoint.graph().nodes().stream()
                .filter(Node::isLeafWithGradient)
                .map(Node::id)
                .filter(id -> right(id).isPresent())
                .toList();
    }

    /// Those of them whose gradient the mistake changes.
    public List<Integer> off() {
        return leaves().stream().filter(this::isOff).toList();
    }
}
