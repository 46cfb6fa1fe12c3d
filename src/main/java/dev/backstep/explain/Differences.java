package dev.backstep.explain;

import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Replay;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The gradient of a leaf against central differences with one Richardson step, whose error is of
/// order h⁴.
///
/// Of a large leaf [#MOST] elements, evenly spread, are compared. At a kink, where the slopes to
/// the left and to the right differ, any gradient between the two is right: which one it is, is a
/// convention.
///
/// @param compared how many elements were compared
/// @param error the largest relative error; at a kink the distance from between the slopes
public record Differences(int compared, double error, Verdict verdict) {

    /// What a comparison comes to.
    public enum Verdict {
        OK,
        /// right, as far as a convention can be: it lies between the slopes on both sides
        KINK,
        OFF
    }

    /// The most elements of one leaf that are compared; each costs four evaluations.
    public static final int MOST = 100;

    private static final double TOLERANCE = 1e-6;

    /// Compares the gradient of a leaf with the output's differences.
    public static Differences of(Walkthrough w, int leaf) {
        return of(w, leaf, w.gradient(leaf).orElseGet(() -> Tensor.full(w.value(leaf).shape(), 0)));
    }

    /// Compares what is claimed to be the gradient of a leaf.
    static Differences of(Walkthrough w, int leaf, Tensor gradient) {
        Tensor at = w.value(leaf);
        Map<Integer, Tensor> leaves = new HashMap<>();
        w.graph().nodes().stream()
                .filter(Node::isSource)
                .forEach(n -> leaves.put(n.id(), w.value(n.id())));
        Optional<Replay> replay = Replay.of(w.graph());
        replay.ifPresent(r -> leaves.forEach((source, value) -> put(w, r, source, value)));
        int compared = Math.min(MOST, at.size());
        double worst = 0;
        Verdict verdict = Verdict.OK;
        for (int i = 0; i < compared; i++) {
            int k = (int) ((long) i * at.size() / compared);
            Slope slope = new Slope(w, leaves, replay, leaf, k);
            Differences one = slope.against(gradient.at(k));
            worst = Double.isNaN(one.error) ? Double.NaN : Math.max(worst, one.error);
            verdict = one.verdict.compareTo(verdict) > 0 ? one.verdict : verdict;
        }
        return new Differences(compared, worst, verdict);
    }

    private static void put(Walkthrough w, Replay replay, int source, Tensor value) {
        if (w.graph().node(source).op() instanceof Op.Leaf) {
            replay.put(source, value.item());
        }
    }

    public boolean ok() {
        return verdict != Verdict.OFF;
    }

    /// The slope of the output along element `k` of a leaf.
    private record Slope(
            Walkthrough w, Map<Integer, Tensor> leaves, Optional<Replay> replay, int leaf, int k) {

        Differences against(double gradient) {
            double x = w.value(leaf).at(k);
            double h = 1e-4 * Math.max(Math.abs(x), 1e-2);
            double numeric = (4 * between(x - h / 2, x + h / 2) - between(x - h, x + h)) / 3;
            double size = Math.max(1, Math.max(Math.abs(numeric), Math.abs(gradient)));
            double loss = Math.abs(w.value(w.output()).item());
            double allowed = TOLERANCE * size + 16 * Math.ulp(Math.max(1, loss)) / h;
            double error = Math.abs(numeric - gradient);
            if (error <= allowed) {
                return new Differences(1, error / size, Verdict.OK);
            }
            return isKink(x, h, allowed)
                    ? besideKink(x, h, gradient, allowed, size)
                    : off(error / size);
        }

        private static Differences off(double error) {
            return new Differences(1, error, Verdict.OFF);
        }

        /// Whether left and right slopes stay apart when the step is halved; where the function is
        /// smooth they come together.
        private boolean isKink(double x, double h, double allowed) {
            double wide = between(x, x + h) - between(x - h, x);
            double narrow = between(x, x + h / 2) - between(x - h / 2, x);
            double ratio = narrow / wide;
            return Math.abs(narrow) > 4 * allowed && ratio > 0.75 && ratio < 1.5;
        }

        /// Both slopes are carried to h = 0 by Richardson's step for one-sided differences.
        private Differences besideKink(
                double x, double h, double gradient, double allowed, double size) {
            double right = 2 * between(x, x + h / 2) - between(x, x + h);
            double left = 2 * between(x - h / 2, x) - between(x - h, x);
            double outside =
                    Math.max(
                            0,
                            Math.max(
                                    gradient - Math.max(left, right),
                                    Math.min(left, right) - gradient));
            return new Differences(
                    1, outside / size, outside <= 4 * allowed ? Verdict.KINK : Verdict.OFF);
        }

        private double between(double a, double b) {
            return (output(b) - output(a)) / (b - a);
        }

        private double output(double x) {
            if (replay.isPresent()) {
                replay.get().put(leaf, x);
                replay.get().run();
                return replay.get().value(w.output());
            }
            Map<Integer, Tensor> changed = new HashMap<>(leaves);
            changed.put(leaf, w.value(leaf).with(k, x));
            return Trace.of(w.graph(), changed).value(w.output()).item();
        }
    }
}
