package dev.backstep.calculus;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Tangents;
import dev.backstep.story.Jacobians;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.Locale;
import java.util.Optional;

/// The Jacobian of one node by another one, whatever lies between them; 0 if no gradient passes
/// from one to the other.
///
/// @param of the node that is differentiated, of shape N×P
/// @param by the node it is differentiated by, of shape K×M
/// @param matrix (N·P)×(K·M), both counted row by row: row i is the gradient of element i of `of`
/// @param mode how it was computed
public record NodeJacobian(
        int of, int by, Shape output, Shape input, Tensor matrix, PassMode mode) {

    /// The ways to compute a Jacobian.
    public enum PassMode {
        /// a backward pass for each row
        REVERSE,
        /// a forward pass for each column
        FORWARD,
        /// no pass: no gradient passes between them, so that all is 0
        NONE;

        /// The way with fewer passes; backward if both take as many.
        static PassMode fewer(Shape output, Shape input) {
            return input.size() < output.size() ? FORWARD : REVERSE;
        }
    }

    /// The two nodes in the order in which one depends on the other, or why their Jacobian is not
    /// shown.
    public sealed interface Question {

        /// It can be computed.
        record Possible(int of, int by) implements Question {}

        /// It cannot, and this is why.
        record Refused(Message why) implements Question {}
    }

    /// Which of two nodes depends on the other: they may be told in either order. If none does, the
    /// first one is the output.
    public static Question question(Walkthrough w, int first, int second) {
        boolean apart = !depends(w.graph(), Math.max(first, second), Math.min(first, second));
        return apart
                ? ordered(w, first, second)
                : ordered(w, Math.max(first, second), Math.min(first, second));
    }

    /// The same for nodes that are told in their order, whichever depends on the other.
    public static Question ordered(Walkthrough w, int of, int by) {
        long size = size(w, of) * size(w, by);
        if (size > Jacobians.LARGEST) {
            return new Question.Refused(
                    Message.of("jacobian.large")
                            .with("shape", size(w, of) + "×" + size(w, by))
                            .with("n", grouped(size))
                            .with("most", grouped(Jacobians.LARGEST)));
        }
        return new Question.Possible(of, by);
    }

    private static long size(Walkthrough w, int node) {
        return w.graph().node(node).shape().size();
    }

    private static String grouped(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /// Whether a gradient can pass from one node to another; to one that stands behind it none can.
    static boolean depends(Graph graph, int of, int by) {
        if (by > of) {
            return false;
        }
        boolean[] depends = new boolean[of + 1];
        for (int id = by; id <= of; id++) {
            Node node = graph.node(id);
            depends[id] =
                    id == by
                            || !(node.op() instanceof Op.Stop)
                                    && node.inputs().stream().anyMatch(i -> depends[i]);
        }
        return depends[of];
    }

    /// Computes it, in the way that takes fewer passes.
    public static NodeJacobian of(Walkthrough w, Question.Possible question) {
        Shape output = w.graph().node(question.of()).shape();
        Shape input = w.graph().node(question.by()).shape();
        return of(w, question, PassMode.fewer(output, input));
    }

    /// Computes it. Cost: as many evaluations of what lies between as it has rows or columns.
    ///
    /// @param wanted where passes are needed at all
    static NodeJacobian of(Walkthrough w, Question.Possible question, PassMode wanted) {
        int of = question.of();
        int by = question.by();
        PassMode mode = depends(w.graph(), of, by) ? wanted : PassMode.NONE;
        Shape output = w.graph().node(of).shape();
        Shape input = w.graph().node(by).shape();
        double[] all = new double[Math.toIntExact(output.size() * input.size())];
        switch (mode) {
            case REVERSE -> rows(w, of, by, all);
            case FORWARD -> columns(w, of, by, all);
            case NONE -> {}
        }
        Shape shape = new Shape((int) output.size(), (int) input.size());
        return new NodeJacobian(of, by, output, input, Tensor.of(shape, all), mode);
    }

    /// Row i is the gradient of ⟨z, v⟩ with v the i-th unit matrix.
    private static void rows(Walkthrough w, int of, int by, double[] all) {
        Graph.Builder builder = w.graph().extended();
        int upstream = builder.leaf("upstream", Op.Role.CONST, builder.shape(of));
        int product = builder.add(new Op.Dot(), of, upstream);
        int gradient = Adjoint.append(builder, product, by, Integer.MAX_VALUE).orElseThrow();
        AppendedNodes nodes = new AppendedNodes(w, builder.build(), upstream);
        Tensor none = Tensor.full(builder.shape(of), 0);
        for (int i = 0; i < none.size(); i++) {
            nodes.put(none.with(i, 1));
            double[] row = nodes.value(gradient).toArray();
            System.arraycopy(row, 0, all, i * row.length, row.length);
        }
    }

    /// Column k is the derivative of z along the k-th unit matrix.
    private static void columns(Walkthrough w, int of, int by, double[] all) {
        Tangents tangents = Tangents.of(w.graph(), by, of);
        Optional<Integer> tangent = tangents.tangent(of);
        if (tangent.isEmpty()) {
            return;
        }
        AppendedNodes nodes = new AppendedNodes(w, tangents.graph(), tangents.direction());
        Tensor none = Tensor.full(w.graph().node(by).shape(), 0);
        int cols = none.size();
        for (int k = 0; k < cols; k++) {
            nodes.put(none.with(k, 1));
            Tensor column = nodes.value(tangent.get());
            for (int i = 0; i < column.size(); i++) {
                all[i * cols + k] = column.at(i);
            }
        }
    }

    /// The number of passes it took.
    public int passes() {
        return switch (mode) {
            case REVERSE -> matrix.rows();
            case FORWARD -> matrix.cols();
            case NONE -> 0;
        };
    }

    /// Jᵀ·g: what an upstream gradient of `of` becomes at `by`, in its shape.
    public Tensor transposedTimes(Tensor upstream) {
        Tensor column = upstream.reshaped(new Shape(upstream.size(), 1));
        return matrix.transposed().matmul(column).reshaped(input);
    }

    /// The largest size of an element; 0 if none is a number.
    double largest() {
        double largest = 0;
        for (int k = 0; k < matrix.size(); k++) {
            double size = Math.abs(matrix.at(k));
            largest = size > largest ? size : largest;
        }
        return largest;
    }
}
