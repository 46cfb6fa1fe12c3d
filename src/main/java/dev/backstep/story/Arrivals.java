package dev.backstep.story;

import dev.backstep.graph.Mistake;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// The gradient of a node as the sum of what its edges contribute, as far as the story has come.
///
/// @param node the drawn node that receives
/// @param all every contribution of the whole story, in the order in which they arrive
/// @param arrived how many of them have arrived
public record Arrivals(int node, List<Contribution> all, int arrived) {

    /// What has arrived at `node` when step `step` has been taken.
    public static Arrivals of(Walkthrough w, int step, int node) {
        List<Contribution> all = w.contributions().getOrDefault(node, List.of());
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).step() <= step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return new Arrivals(node, all, low);
    }

    /// The sum of what has arrived; nothing before the first contribution.
    public Optional<Tensor> sum() {
        return arrived == 0 ? Optional.empty() : Optional.of(all.get(arrived - 1).sum());
    }

    /// Whether nothing more will come: the sum is the whole gradient.
    public boolean complete() {
        return arrived == all.size();
    }

    /// Those that a later one has overwritten by now: none, unless the pass makes that mistake.
    public List<Contribution> lost(Walkthrough w) {
        return w.adjoint().makes(Mistake.OVERWRITE) && arrived > 0
                ? all.subList(0, arrived - 1)
                : List.of();
    }

    /// Those that have arrived.
    public List<Contribution> soFar() {
        return all.subList(0, arrived);
    }
}
