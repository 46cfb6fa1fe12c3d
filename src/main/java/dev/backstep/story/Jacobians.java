package dev.backstep.story;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.LocalGradient;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The local gradient of an edge as one matrix.
public final class Jacobians {

    /// The largest Jacobian that is written out, in elements.
    public static final long LARGEST = 100_000;

    private Jacobians() {}

    /// The factor or matrix by which upstream becomes downstream: ones in the shape of the operand
    /// for [LocalGradient.Unit], the whole Jacobian for [LocalGradient.Coupled]. Of an edge into a
    /// folded group, from the value that the group is told by: see [Between]. Nothing where no
    /// gradient passes, or where that Jacobian is too large to read.
    public static Optional<Tensor> local(Walkthrough w, Edge edge) {
        Optional<Flow> flow = w.adjoint().flow(edge);
        if (flow.isPresent() && w.drawn().folded(w.drawn().user(edge)).isPresent()) {
            Between between = Between.of(w, edge);
            if (!between.isNothing()) {
                return between.isFactor()
                        ? Optional.of(between.factor())
                        : folded(w, between.from(), edge);
            }
        }
        return flow.flatMap(
                f ->
                        switch (f.local()) {
                            case LocalGradient.Unit() ->
                                    Optional.of(Tensor.full(w.graph().source(edge).shape(), 1));
                            case LocalGradient.Factor(int node) ->
                                    Optional.of(w.trace().value(node));
                            case LocalGradient.Left(int node) -> Optional.of(w.trace().value(node));
                            case LocalGradient.Right(int node) ->
                                    Optional.of(w.trace().value(node));
                            case LocalGradient.Coupled() -> whole(w, edge);
                        });
    }

    /// The whole Jacobian between a value of a folded group and an operand.
    private static Optional<Tensor> folded(Walkthrough w, int from, Edge edge) {
        Shape output = w.graph().node(from).shape();
        Shape operand = w.drawn().source(edge).shape();
        return rows(output, operand, row -> Vjp.drawn(w, from, edge, row));
    }

    /// (size of the output) × (size of the operand), both counted row by row: row i is the gradient
    /// of output element i, by the op's own adjoint. Nothing where it is too large or no gradient
    /// passes.
    public static Optional<Tensor> whole(Walkthrough w, Edge edge) {
        Shape output = w.graph().node(edge.node()).shape();
        Shape operand = w.graph().source(edge).shape();
        return w.adjoint().flow(edge).isEmpty()
                ? Optional.empty()
                : rows(
                        output,
                        operand,
                        row -> Vjp.along(w.adjoint(), w.trace(), w.graph().size(), edge, row));
    }

    private static Optional<Tensor> rows(
            Shape output, Shape operand, UnaryOperator<Tensor> product) {
        if (output.size() * operand.size() > LARGEST) {
            return Optional.empty();
        }
        int rows = (int) output.size();
        int cols = (int) operand.size();
        Tensor none = Tensor.full(output, 0);
        double[] all = new double[rows * cols];
        for (int i = 0; i < rows; i++) {
            Tensor row = product.apply(none.with(i, 1));
            System.arraycopy(row.toArray(), 0, all, i * cols, cols);
        }
        return Optional.of(Tensor.of(new Shape(rows, cols), all));
    }
}
