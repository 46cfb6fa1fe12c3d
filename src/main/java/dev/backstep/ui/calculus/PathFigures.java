package dev.backstep.ui.calculus;

import dev.backstep.calculus.DeepNets;
import dev.backstep.calculus.Deepening;
import dev.backstep.calculus.FactoredGradient;
import dev.backstep.calculus.ModeCosts;
import dev.backstep.calculus.PathCosts;
import dev.backstep.explain.ClosedForm;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Paths;
import dev.backstep.story.Walkthrough;
import java.util.List;
import java.util.stream.IntStream;

/// What the sheet on paths tells, worked out.
///
/// @param leaf the leaf that the paths lead to
/// @param factored its gradient in the order of backprop, as TeX
/// @param one what the gradient of the leaf costs
/// @param all what those of all leaves cost
/// @param leaves how many leaves have a gradient
/// @param nets the closed formulas of nets of one layer, of two, and so on
record PathFigures(
        int leaf,
        Paths paths,
        String factored,
        PathCosts one,
        PathCosts all,
        int leaves,
        Deepening deepening,
        List<ClosedForm> nets) {

    PathFigures {
        nets = List.copyOf(nets);
    }

    /// Cost: many walks over the graph, and over its numbers.
    ///
    /// @param most more paths are only counted
    static PathFigures of(Walkthrough w, int leaf, int most, Numbers numbers) {
        return new PathFigures(
                leaf,
                Paths.of(w, leaf, most),
                FactoredGradient.of(w, leaf, numbers).orElse("1"),
                PathCosts.of(w, w.output(), leaf),
                PathCosts.ofAllLeaves(w),
                ModeCosts.leaves(w).size(),
                Deepening.of(w, leaf),
                IntStream.rangeClosed(1, DeepNets.DEEPEST).mapToObj(DeepNets::net).toList());
    }
}
