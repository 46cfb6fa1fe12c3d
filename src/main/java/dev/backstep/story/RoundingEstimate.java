package dev.backstep.story;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Replay;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The output of a program with one element of one leaf moved.
///
/// @param noise how far rounding moves the output, see [#noise(Walkthrough)]
record RoundingEstimate(
        Walkthrough w,
        int leaf,
        Map<Integer, Tensor> leaves,
        Optional<Replay> replay,
        double noise) {

    static RoundingEstimate of(Walkthrough w, int leaf) {
        Map<Integer, Tensor> leaves = new HashMap<>();
        Optional<Replay> replay = Replay.of(w.graph());
        for (Node node : w.graph().nodes()) {
            if (node.isSource()) {
                Tensor value = w.value(node.id());
                leaves.put(node.id(), value);
                if (node.op() instanceof Op.Leaf) {
                    replay.ifPresent(r -> r.put(node.id(), value.item()));
                }
            }
        }
        return new RoundingEstimate(w, leaf, leaves, replay, noise(w));
    }

    double at(int k) {
        return w.value(leaf).at(k);
    }

    /// The output when element `k` of the leaf is `x`.
    double output(int k, double x) {
        if (replay.isPresent()) {
            replay.get().put(leaf, x);
            replay.get().run();
            return replay.get().value(w.output());
        }
        Map<Integer, Tensor> changed = new HashMap<>(leaves);
        changed.put(leaf, w.value(leaf).with(k, x));
        return Trace.of(w.graph(), changed).value(w.output()).item();
    }

    /// How far the gradient of element `k` differs from place to place within `h` of it, itself
    /// left out.
    double unrest(int k, double h) {
        double x = at(k);
        double low = gradient(k, x - h);
        double high = low;
        for (double part : new double[] {1, 0.5, 0.31, 0.17, -0.23, -0.41, -0.71}) {
            double g = gradient(k, x + part * h);
            low = Math.min(low, g);
            high = Math.max(high, g);
        }
        return high - low;
    }

    /// Whether a node has its operand exactly at a kink or a tie, where a convention decides.
    boolean isAtKink() {
        return w.graph().nodes().stream().anyMatch(this::isAtKink);
    }

    private boolean isAtKink(Node node) {
        List<Tensor> in = node.inputs().stream().map(w::value).toList();
        return switch (node.op()) {
            case Op.Relu _, Op.Abs _, Op.LeakyRelu _, Op.Elu _, Op.Norm _ -> any(in.getFirst(), 0);
            case Op.Binary.MAX, Op.Binary.MIN ->
                    any(in.get(0).zip(in.get(1), (x, y) -> x == y ? 0 : 1), 0);
            case Op.Clip(double low, double high) ->
                    any(in.getFirst(), low) || any(in.getFirst(), high);
            case Op.Reduce reduce -> isTied(reduce, in.getFirst(), w.value(node.id()));
            default -> false;
        };
    }

    /// Whether several elements are the largest or the smallest, or none differs from their mean.
    private static boolean isTied(Op.Reduce reduce, Tensor x, Tensor z) {
        return switch (reduce.by()) {
            case MAX, MIN -> {
                Tensor chosen = x.zip(z.stretchedTo(x.shape()), (a, b) -> a == b ? 1 : 0);
                yield Arrays.stream(chosen.summedTo(z.shape()).toArray()).anyMatch(n -> n > 1);
            }
            case STD -> any(z, 0);
            case VAR -> false;
        };
    }

    private static boolean any(Tensor t, double value) {
        return IntStream.range(0, t.size()).anyMatch(k -> t.at(k) == value);
    }

    /// The gradient of element `k` when that is `x`.
    double gradient(int k, double x) {
        Map<Integer, Tensor> changed = new HashMap<>(leaves);
        changed.put(leaf, w.value(leaf).with(k, x));
        return w.with(changed).gradient(leaf).map(g -> g.at(k)).orElse(0.0);
    }

    /// How far rounding may have moved element `k` of the gradient, where large contributions
    /// cancel.
    double gradientNoise(int k) {
        double sum = 0;
        List<Contribution> all = w.contributions().getOrDefault(leaf, List.of());
        for (Contribution c : all) {
            sum += Math.abs(c.value().at(k));
        }
        return Double.isFinite(sum) && all.size() > 1 ? 16 * Math.ulp(sum) : 0;
    }

    /// To first order: every node is off by a unit in its last place, and its gradient says what
    /// that makes of the output. (Linnainmaa, *Taylor Expansion of the Accumulated Rounding Error*,
    /// 1976.) Leaves are exact, but elements that are added up may cancel. What is not finite is
    /// left out.
    private static double noise(Walkthrough w) {
        double noise = 0;
        for (Node node : w.graph().nodes()) {
            Optional<Tensor> gradient = w.gradient(node.id());
            if (gradient.isPresent() && (!node.isSource() || isAdded(w.graph(), node))) {
                Tensor g = gradient.get();
                Tensor value = w.value(node.id());
                for (int k = 0; k < g.size(); k++) {
                    boolean finite = Double.isFinite(g.at(k)) && Double.isFinite(value.at(k));
                    noise += finite ? Math.abs(g.at(k)) * Math.ulp(value.at(k)) : 0;
                }
            }
        }
        return noise;
    }

    private static boolean isAdded(Graph graph, Node leaf) {
        return !leaf.shape().isScalar()
                && graph.nodes().stream()
                        .anyMatch(n -> n.inputs().contains(leaf.id()) && adds(n.op()));
    }

    private static boolean adds(Op op) {
        return op instanceof Op.MatMul
                || op instanceof Op.Dot
                || op instanceof Op.SumTo
                || op instanceof Op.MeanTo
                || op instanceof Op.Centre
                || op instanceof Op.Reduce(Op.Reducer by, Shape _)
                        && (by == Op.Reducer.VAR || by == Op.Reducer.STD);
    }
}
