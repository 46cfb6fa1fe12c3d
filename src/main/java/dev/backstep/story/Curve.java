package dev.backstep.story;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The function of an element-wise op with one operand, and its derivative, with the current
/// operand on it.
///
/// @param line from left to right; a value that is no number is a gap
/// @param points one for each element of the operand, [#MOST] of them at most
public record Curve(List<CurvePoint> line, List<CurvePoint> points) {

    /// The most points that are put on a curve.
    public static final int MOST = 64;

    private static final int SAMPLES = 201;

    public Curve {
        line = List.copyOf(line);
        points = List.copyOf(points);
    }

    /// @param slope the derivative at `x`
    public record CurvePoint(double x, double value, double slope) {}

    /// The curve of a node around 0 and its current operand; nothing where its op has none.
    public static Optional<Curve> of(Walkthrough w, int node) {
        Node n = w.graph().node(node);
        if (!(n.op() instanceof Op.Pointwise) || w.drawn().folded(node).isPresent()) {
            return Optional.empty();
        }
        Tensor operand = w.value(n.inputs().getFirst());
        int shown = Math.min(MOST, operand.size());
        double[] at =
                IntStream.range(0, shown)
                        .mapToDouble(k -> operand.at((int) ((long) k * operand.size() / shown)))
                        .toArray();
        double reach = 4;
        for (double x : at) {
            reach = Double.isFinite(x) ? Math.max(reach, 1.25 * Math.abs(x)) : reach;
        }
        double width = reach;
        double[] grid =
                IntStream.range(0, SAMPLES)
                        .mapToDouble(k -> width * (2.0 * k / (SAMPLES - 1) - 1))
                        .toArray();
        return Optional.of(new Curve(samples(n.op(), grid), samples(n.op(), at)));
    }

    /// Round numbers from `low` to `high` to mark an axis with: apart by 1, 2 or 5 times a power of
    /// ten, `most` of them at most; none where there is no such stretch.
    public static List<Double> ticks(double low, double high, int most) {
        double least = (high - low) / most;
        if (!(least > 0) || !Double.isFinite(least)) {
            return List.of();
        }
        double ten = Math.pow(10, Math.floor(Math.log10(least)));
        double apart = 10 * ten;
        for (double step : new double[] {5, 2, 1}) {
            apart = step * ten >= least ? step * ten : apart;
        }
        double unit = apart;
        long first = (long) Math.ceil(low / unit);
        long last = (long) Math.floor(high / unit);
        return LongStream.rangeClosed(first, last)
                .limit(most)
                .mapToObj(k -> unit < 1 ? k / Math.rint(1 / unit) : k * unit)
                .toList();
    }

    /// Values and derivatives by the op's own rules: of a sum of its values, each derivative is one
    /// gradient.
    private static List<CurvePoint> samples(Op op, double[] xs) {
        Graph.Builder b = Graph.builder();
        int x = b.leaf("x", Op.Role.INPUT, new Shape(1, xs.length));
        int z = b.add(op, x);
        int sum = b.add(new Op.SumTo(Shape.SCALAR), z);
        Adjoint adjoint = Adjoint.of(b.build(), sum);
        Trace trace = Trace.of(adjoint.graph(), Map.of(x, Tensor.of(1, xs.length, xs)));
        Tensor values = trace.value(z);
        Tensor slopes = trace.value(adjoint.gradient(x).orElseThrow());
        return IntStream.range(0, xs.length)
                .mapToObj(k -> new CurvePoint(xs[k], values.at(k), slopes.at(k)))
                .toList();
    }
}
