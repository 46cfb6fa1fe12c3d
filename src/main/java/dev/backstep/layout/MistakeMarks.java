package dev.backstep.layout;

import dev.backstep.explain.MistakeWords;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Mistake;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Arrivals;
import dev.backstep.story.Contribution;
import dev.backstep.story.Mistaken;
import dev.backstep.story.Progress;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a mistake leaves in the picture of one step: the numbers that should stand there, and the
/// edges whose downstream is lost. Nothing where backward is computed rightly.
///
/// @param mistaken the two passes
/// @param wrong the step of the pass that is told
/// @param rightly the same step of the right pass
/// @param lost the edges whose downstream has been overwritten by now, in order
record MistakeMarks(
        Optional<Mistaken> mistaken,
        Progress wrong,
        Progress rightly,
        List<Edge> lost,
        Set<Edge> lostOnes) {

    /// While so few are lost in all, each keeps its pill; else only those that this step loses.
    private static final int FEW = 6;

    static MistakeMarks at(Walkthrough w, int step) {
        Progress wrong = Progress.at(w, step);
        Progress rightly = w.mistaken().isEmpty() ? wrong : Progress.at(w.rightly(), step);
        List<Edge> lost = w.adjoint().makes(Mistake.OVERWRITE) ? lost(w, step) : List.of();
        return new MistakeMarks(w.mistaken(), wrong, rightly, lost, new HashSet<>(lost));
    }

    private static List<Edge> lost(Walkthrough w, int step) {
        List<Edge> lost = new ArrayList<>();
        for (int node : w.contributions().keySet()) {
            Arrivals.of(w, step, node).lost(w).stream().map(Contribution::edge).forEach(lost::add);
        }
        return lost;
    }

    boolean isLost(Edge edge) {
        return lostOnes.contains(edge);
    }

    /// The lost edges that show what they have lost, beside those that the step uses.
    List<Edge> pills() {
        Set<Integer> reached = new HashSet<>();
        Walkthrough w = wrong.walkthrough();
        wrong.edges().forEach(e -> reached.add(w.drawn().source(e).id()));
        return lost.stream()
                .filter(e -> lost.size() <= FEW || reached.contains(w.drawn().source(e).id()))
                .filter(w.drawn()::containsEdge)
                .toList();
    }

    /// What should have arrived at a node by now, if that is another number.
    Optional<Tensor> right(int node) {
        if (mistaken.isEmpty() || wrong.walkthrough().hidden().hidesGradient(node)) {
            return Optional.empty();
        }
        Optional<Tensor> here = wrong.gradient(node);
        return rightly.gradient(node)
                .filter(right -> here.filter(h -> Mistaken.differ(right, h)).isPresent());
    }

    /// What is said above the picture, the same at every step.
    static Optional<Diagram.Notice> notice(Walkthrough w, Numbers numbers) {
        return w.mistaken()
                .map(
                        m ->
                                new Diagram.Notice(
                                        MistakeWords.on(m.mistake()),
                                        MistakeWords.effect(w, m, numbers)));
    }
}
