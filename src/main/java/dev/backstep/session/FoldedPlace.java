package dev.backstep.session;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.FoldedGroup;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// The moment of a step in the story of the same graph with other groups folded.
final class FoldedPlace {

    private final Walkthrough w;
    private final int from;
    private final int to;

    /// @param vertex of the old story: the nodes that it stands for are those of `from` to `to`
    private FoldedPlace(Walkthrough was, int vertex, Walkthrough w) {
        this.w = w;
        this.from = was.drawn().folded(vertex).map(f -> f.group().from()).orElse(vertex);
        this.to = was.drawn().folded(vertex).map(f -> f.group().to() - 1).orElse(vertex);
    }

    /// The step of a story with just as much known as after step `step` of another. Where the
    /// moment lies inside a folded group, the step of the group.
    static int of(Walkthrough was, int step, Walkthrough now) {
        Step then = was.step(step);
        FoldedPlace place = new FoldedPlace(was, then.node(), now);
        return switch (then) {
            case Step.Seed _ -> now.story().seed();
            case Step.Forward _ -> place.forward();
            case Step.Backward(int _, List<Edge> edges) -> place.backward(edges);
            case Step.ParameterUpdate(int node) ->
                    place.last(s -> s instanceof Step.ParameterUpdate(int n) && n == node)
                            .orElse(now.size() - 1);
        };
    }

    private int forward() {
        return last(s -> s instanceof Step.Forward(int n) && start(n) <= to).orElse(0);
    }

    /// Whether a group is used to its end, or up to an edge.
    private int backward(List<Edge> used) {
        Edge end = used.isEmpty() ? new Edge(from, Integer.MAX_VALUE) : used.getLast();
        int vertex = w.drawn().vertex(from);
        boolean inside = w.drawn().folded(vertex).filter(f -> to < f.group().to()).isPresent();
        OptionalInt upTo = last(s -> isUsed(s, end) && s.node() == vertex);
        OptionalInt own =
                upTo.isPresent()
                        ? upTo
                        : first(s -> s instanceof Step.Backward && s.node() == vertex);
        return inside && own.isPresent()
                ? own.getAsInt()
                : last(s -> isUsed(s, end) && start(s.node()) >= from).orElse(w.story().seed());
    }

    private static boolean isUsed(Step step, Edge end) {
        return step instanceof Step.Backward(int _, List<Edge> edges)
                && (edges.isEmpty() || !isAfter(edges.getLast(), end));
    }

    /// Whether an edge is used later than another: backward, from the last node to the first.
    private static boolean isAfter(Edge edge, Edge other) {
        return edge.node() < other.node()
                || edge.node() == other.node() && edge.slot() > other.slot();
    }

    /// The first node that a vertex stands for.
    private int start(int vertex) {
        DrawnGraph drawn = w.drawn();
        return drawn.folded(vertex).map(FoldedGroup::group).map(g -> g.from()).orElse(vertex);
    }

    private OptionalInt first(Predicate<Step> wanted) {
        for (int i = 0; i < w.size(); i++) {
            if (wanted.test(w.step(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt last(Predicate<Step> wanted) {
        for (int i = w.size() - 1; i >= 0; i--) {
            if (wanted.test(w.step(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
