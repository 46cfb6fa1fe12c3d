package dev.backstep.story;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Mistake;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one edge adds to the gradient of its operand.
///
/// @param edge from the node that hands on
/// @param step when it arrives
/// @param value in the shape of the operand
/// @param sum what the operand has then, this contribution included; with a mistake it may be this
///   contribution alone, or what an earlier batch has left besides
public record Contribution(Edge edge, int step, Tensor value, Tensor sum) {

    /// For each drawn node what it receives, in the order of the story. Summed once for all steps,
    /// so that going to any step costs no more than reading.
    static Map<Integer, List<Contribution>> all(Story story, Trace trace) {
        Map<Integer, List<Contribution>> all = new HashMap<>();
        boolean replaces = story.adjoint().makes(Mistake.OVERWRITE);
        for (int i = story.seed(); i < story.size(); i++) {
            if (story.step(i) instanceof Step.Backward(int _, List<Edge> edges)) {
                for (Edge edge : edges) {
                    int to = story.drawn().source(edge).id();
                    Tensor value = trace.value(story.drawn().arrives(story.adjoint(), edge));
                    List<Contribution> before = all.computeIfAbsent(to, _ -> new ArrayList<>(1));
                    Tensor sum =
                            before.isEmpty() || replaces
                                    ? value
                                    : before.getLast().sum().zip(value, Double::sum);
                    before.add(new Contribution(edge, i, value, sum));
                }
            }
        }
        addLeftOver(all, story.adjoint(), trace);
        all.replaceAll((_, list) -> List.copyOf(list));
        return Collections.unmodifiableMap(all);
    }

    /// Adds what earlier batches have left to what a parameter has in the end.
    private static void addLeftOver(
            Map<Integer, List<Contribution>> all, Adjoint adjoint, Trace trace) {
        if (adjoint.makes(Mistake.NO_ZERO)) {
            all.forEach(
                    (to, list) -> {
                        if (adjoint.graph().node(to).isParameter()) {
                            Contribution last = list.removeLast();
                            Tensor whole = trace.value(adjoint.gradient(to).orElseThrow());
                            list.add(new Contribution(last.edge, last.step, last.value, whole));
                        }
                    });
        }
    }
}
