package dev.backstep.quiz;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.BackwardPass;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Mistake;
import dev.backstep.graph.Node;
import dev.backstep.graph.Trace;
import dev.backstep.optim.EarlySteps;
import dev.backstep.optim.Optimiser;
import dev.backstep.story.Updates;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The gradient of a node where backprop and the steps of training get mixed up.
///
/// @param updates the step that follows the backward pass
record TrainingMistakes(Walkthrough w, Updates updates) {

    /// Nothing where nothing trains.
    static Optional<TrainingMistakes> of(Walkthrough w) {
        return w.updates().filter(u -> !u.isStopped()).map(u -> new TrainingMistakes(w, u));
    }

    /// With all parameters as the step leaves them, forward and backward.
    Optional<Tensor> afterStep(int node) {
        Function<Node, Tensor> moved =
                n -> updates.moves(n.id()) ? updates.of(n.id()).after() : w.value(n.id());
        return w.with(leaves(w, moved)).gradient(node);
    }

    /// With each parameter moved as soon as its own gradient is known. Cost: a backward pass.
    Optional<Tensor> movedEarly(int node) {
        Graph graph = w.graph();
        Optimiser optimiser = updates.optimiser();
        BackwardPass early =
                new BackwardPass(
                        Optional.of(Mistake.EARLY_UPDATE),
                        Optional.of(EarlySteps.of(optimiser, graph)));
        Adjoint adjoint = Adjoint.of(graph, w.output(), early);
        Map<Integer, Tensor> all = leaves(w, n -> w.value(n.id()));
        all.putAll(EarlySteps.carried(graph, adjoint, Optional.of(optimiser), updates.memory()));
        return adjoint.gradient(node).map(Trace.of(adjoint.graph(), all)::value);
    }

    /// With what the batches before have left there, where it is known.
    Optional<Tensor> leftOver(int node) {
        return Optional.ofNullable(updates.memory().left().get(node))
                .flatMap(left -> w.gradient(node).map(g -> RedonePass.sum(g, left)));
    }

    /// The leaves of a program with other values.
    static Map<Integer, Tensor> leaves(Walkthrough w, Function<Node, Tensor> value) {
        Map<Integer, Tensor> leaves = new HashMap<>();
        w.graph().nodes().stream()
                .filter(Node::isSource)
                .forEach(n -> leaves.put(n.id(), value.apply(n)));
        return leaves;
    }
}
