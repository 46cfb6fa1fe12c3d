package dev.backstep.cli;

import dev.backstep.cli.Program.Evaluated;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;

/// The gradient of a leaf against central differences with one Richardson step, whose error is of order h⁴.
///
/// Of a large leaf [#MOST] elements, evenly spread, are compared. At a kink a difference sees the mean of both slopes,
/// which is the gradient only where `relu0` is 0.5.
record Differences(int compared, double error, boolean ok) {

    /// The most elements of one leaf that are compared; each costs four evaluations.
    static final int MOST = 100;

    private static final double TOLERANCE = 1e-6;

    static Differences of(Evaluated run, int leaf) {
        Tensor at = run.model().leaf(leaf);
        Tensor zero = Tensor.full(at.shape(), 0);
        Tensor gradient = run.adjoint().gradient(leaf).map(run.trace()::value).orElse(zero);
        double loss = Math.abs(run.trace().value(run.model().output()).item());
        int compared = Math.min(MOST, at.size());
        double worst = 0;
        boolean ok = true;
        for (int i = 0; i < compared; i++) {
            int k = (int) ((long) i * at.size() / compared);
            double h = 1e-4 * Math.max(Math.abs(at.at(k)), 1e-2);
            double coarse = slope(run, leaf, k, h);
            double numeric = (4 * slope(run, leaf, k, h / 2) - coarse) / 3;
            double error = Math.abs(numeric - gradient.at(k));
            double size = Math.max(1, Math.max(Math.abs(numeric), Math.abs(gradient.at(k))));
            double rounding = 16 * Math.ulp(Math.max(1, loss)) / h;
            worst = Double.isNaN(error) ? Double.NaN : Math.max(worst, error / size);
            ok &= error <= TOLERANCE * size + rounding;
        }
        return new Differences(compared, worst, ok);
    }

    private static double slope(Evaluated run, int leaf, int k, double h) {
        Tensor at = run.model().leaf(leaf);
        double above = at.at(k) + h;
        double below = at.at(k) - h;
        return (loss(run, leaf, at.with(k, above)) - loss(run, leaf, at.with(k, below))) / (above - below);
    }

    private static double loss(Evaluated run, int leaf, Tensor value) {
        Map<Integer, Tensor> leaves = new HashMap<>(run.model().leaves());
        leaves.put(leaf, value);
        return Trace.of(run.model().graph(), leaves).value(run.model().output()).item();
    }
}
