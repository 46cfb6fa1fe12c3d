package dev.backstep.calculus;

import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.Optional;

/// A Jacobian beside the short rule it collapses to, on the same upstream gradient.
///
/// @param rule nothing if only Jᵀ·g itself says it
/// @param upstream ∂L/∂z; ones if no gradient arrives at z
/// @param arrives whether `upstream` is ∂L/∂z
/// @param downstream Jᵀ·upstream
/// @param difference the largest difference between both, element by element; 0 without a rule
/// @param whole whether nothing comes to x but through z, so that `downstream` is ∂L/∂x
public record Collapse(
        NodeJacobian jacobian,
        Optional<ShortRule> rule,
        Tensor upstream,
        boolean arrives,
        Tensor downstream,
        double difference,
        boolean whole) {

    /// Looks for the rule. Cost: a few times the elements of the Jacobian, and a walk over the
    /// graph.
    public static Collapse of(Walkthrough w, NodeJacobian jacobian) {
        Optional<ShortRule> rule = new RuleFinder(w, jacobian).find();
        Optional<Tensor> gradient = w.gradient(jacobian.of());
        Tensor g = gradient.orElseGet(() -> Tensor.full(jacobian.output(), 1));
        Tensor product = jacobian.transposedTimes(g);
        double difference = rule.map(r -> difference(r.of(g), product)).orElse(0.0);
        boolean whole = gradient.isPresent() && isOnlyThrough(w, jacobian.of(), jacobian.by());
        return new Collapse(jacobian, rule, g, gradient.isPresent(), product, difference, whole);
    }

    /// The largest difference of two matrices; NaN where one has a NaN.
    static double difference(Tensor a, Tensor b) {
        double apart = 0;
        for (int k = 0; k < a.size(); k++) {
            apart = Math.max(apart, a.at(k) == b.at(k) ? 0 : Math.abs(a.at(k) - b.at(k)));
        }
        return apart;
    }

    /// Whether every path from the output to `by` passes `of`.
    private static boolean isOnlyThrough(Walkthrough w, int of, int by) {
        boolean[] around = new boolean[w.output() + 1];
        around[by] = by != of;
        for (int id = by + 1; id <= w.output(); id++) {
            around[id] =
                    id != of
                            && w.adjoint().gradient(id).isPresent()
                            && w.graph().edges(id).stream()
                                    .anyMatch(
                                            e ->
                                                    w.adjoint().flow(e).isPresent()
                                                            && around[w.graph().source(e).id()]);
        }
        return !around[w.output()];
    }
}
