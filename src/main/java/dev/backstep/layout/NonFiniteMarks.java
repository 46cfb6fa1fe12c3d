package dev.backstep.layout;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Origin;
import dev.backstep.notation.Numbers;
import dev.backstep.story.NonFinite;
import dev.backstep.story.Progress;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which cards to mark because a NaN or an infinity first appears there, forward or backward, and
/// why.
public final class NonFiniteMarks {

    private final Walkthrough w;
    private final List<NonFinite> all;
    private final List<Origin> origins;

    private NonFiniteMarks(Walkthrough w, List<NonFinite> all, List<Origin> origins) {
        this.w = w;
        this.all = all;
        this.origins = origins;
    }

    /// Looks through all numbers of a walkthrough once.
    public static NonFiniteMarks of(Walkthrough w) {
        List<NonFinite> all = NonFinite.all(w.trace());
        return new NonFiniteMarks(
                w, all, all.isEmpty() ? List.of() : Origin.of(w.graph(), w.adjoint()));
    }

    /// For each card that is to be marked after a step, a sentence that says why: as
    /// [DiagramOptions#problems].
    public Map<Integer, Message> at(int step) {
        Map<Integer, Message> marked = new HashMap<>();
        if (all.isEmpty()) {
            return marked;
        }
        Progress progress = Progress.at(w, step);
        for (NonFinite breakdown : all) {
            switch (origins.get(breakdown.node())) {
                case Origin.Value(int node) ->
                        mark(marked, progress.isValued(node), card(node), breakdown);
                case Origin.Gradient(int node) ->
                        mark(marked, isKnown(progress, node), card(node), breakdown);
                case Origin.Along(var edge) ->
                        mark(marked, isKnown(progress, edge), card(edge.node()), breakdown);
            }
        }
        return marked;
    }

    private int card(int node) {
        return w.drawn().vertex(node);
    }

    /// Whether the gradient of a node is known: of one inside a folded group as soon as the group
    /// hands on.
    private boolean isKnown(Progress progress, int node) {
        return card(node) == node
                ? progress.gradient(node).isPresent()
                : progress.isHandedOn(card(node));
    }

    private boolean isKnown(Progress progress, Edge edge) {
        int card = card(edge.node());
        boolean inside = !w.drawn().containsEdge(edge) && w.drawn().folded(card).isPresent();
        return inside ? progress.isHandedOn(card) : progress.isCrossed(edge);
    }

    private static void mark(
            Map<Integer, Message> marked, boolean known, int node, NonFinite breakdown) {
        if (known) {
            String value = Numbers.DEFAULT.plain(breakdown.value());
            marked.putIfAbsent(
                    node,
                    Message.of("nonfinite.here").with("value", value).with("why", breakdown.why()));
        }
    }
}
