package dev.backstep.story;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The steps from the first value to the last gradient: forward in evaluation order, the seed,
/// backward in reverse. Where training goes on from there, the update of each parameter follows.
///
/// Sources have no step of their own, nor have stretches: both belong to what uses them. A folded
/// group has one step forward and one backward, as an op has.
public record Story(DrawnGraph drawn, Adjoint adjoint, Grain grain, List<Step> steps) {

    /// How much one backward step shows.
    public enum Grain {
        NODES,
        EDGES
    }

    public Story {
        steps = List.copyOf(steps);
    }

    /// Tells the story of the graph that `adjoint` made longer.
    ///
    /// @param drawn that graph as it is drawn
    public static Story of(DrawnGraph drawn, Adjoint adjoint, Grain grain) {
        List<Step> steps = forward(drawn);
        steps.add(new Step.Seed(adjoint.output()));
        for (int id : List.copyOf(drawn.vertexSet()).reversed()) {
            List<Edge> edges = drawn.isComputed(id) ? drawn.flows(adjoint, id) : List.of();
            boolean ends = edges.isEmpty();
            if (grain == Grain.EDGES && !ends) {
                edges.forEach(e -> steps.add(new Step.Backward(id, List.of(e))));
            } else if (!ends || drawn.isComputed(id) && !drawn.leaves(adjoint, id).isEmpty()) {
                steps.add(new Step.Backward(id, edges));
            }
        }
        return new Story(drawn, adjoint, grain, steps);
    }

    private static List<Step> forward(DrawnGraph drawn) {
        List<Step> steps = new ArrayList<>();
        for (int id : drawn.vertexSet()) {
            if (drawn.isComputed(id)) {
                steps.add(new Step.Forward(id));
            }
        }
        return steps;
    }

    /// What is computed.
    public Graph graph() {
        return drawn.graph();
    }

    /// The same story with an update of each of these parameters at its end.
    public Story followedBy(List<Integer> parameters) {
        List<Step> longer = new ArrayList<>(steps);
        parameters.forEach(p -> longer.add(new Step.ParameterUpdate(p)));
        return new Story(drawn, adjoint, grain, longer);
    }

    /// The same story of the same graph drawn with other literals: they have no gradient, and so no
    /// step but the forward one of those that are computed.
    Story of(DrawnGraph other) {
        List<Step> told = forward(other);
        told.addAll(steps.subList(seed(), size()));
        return new Story(other, adjoint, grain, told);
    }

    public int size() {
        return steps.size();
    }

    public Step step(int index) {
        return steps.get(index);
    }

    /// The index of the seed: the first step of the backward pass.
    public int seed() {
        return first(step -> !(step instanceof Step.Forward));
    }

    /// The index of the first update, which is the number of steps where there is none.
    public int updates() {
        return first(step -> step instanceof Step.ParameterUpdate);
    }

    /// The first step that fits, where all after it do; the number of steps where none does.
    private int first(Predicate<Step> fits) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (fits.test(steps.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// The index of the last forward step, or of the seed where nothing is computed forward.
    public int lastForward() {
        return Math.max(0, seed() - 1);
    }
}
