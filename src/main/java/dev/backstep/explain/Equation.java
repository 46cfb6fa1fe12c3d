package dev.backstep.explain;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.LocalGradient;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.story.Between;
import dev.backstep.story.Jacobians;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// What one edge hands on as an equation of tables, in the order of its formula: `wᵀ · ∂L/∂z =
/// ∂L/∂x` has the local gradient first.
///
/// @param before what stands before the first factor
/// @param factors upstream and, if a table says it, the local gradient
/// @param sign between the factors
/// @param after what stands behind the last factor
/// @param downstream what all of it comes to, in the shape of the drawn operand
public record Equation(
        Before before, List<Factor> factors, Sign sign, After after, Tensor downstream) {

    public Equation {
        factors = List.copyOf(factors);
    }

    /// A table left of the equals sign.
    public record Factor(boolean local, Tensor tensor) {}

    /// What is done to the product of the factors.
    public enum Before {
        NOTHING,
        /// everything is added up: the operand was one number
        SUM,
        /// added down each column: the operand was one row
        SUM_ROWS,
        /// added along each row: the operand was one column
        SUM_COLS,
        /// times the transposed Jacobian, which is too large to write
        JACOBIAN
    }

    /// How the factors are multiplied.
    public enum Sign {
        /// as matrices, or one of them is a number
        TIMES,
        /// element by element, a dimension of 1 repeated
        ELEMENTWISE,
        /// the transpose of the first times the second, both counted row by row
        TRANSPOSED_TIMES
    }

    /// What is done to the last factor.
    public enum After {
        NOTHING,
        TRANSPOSED,
        RESHAPED,
        /// cut out, or put among zeros
        MOVED
    }

    static Equation of(Walkthrough w, Edge edge) {
        Between between = Between.of(w, edge);
        if (!between.isNothing()) {
            return folded(w, between);
        }
        Flow flow = w.adjoint().flow(edge).orElseThrow();
        Tensor g = w.trace().value(flow.upstream());
        Equation made =
                switch (flow.local()) {
                    case LocalGradient.Unit() -> moved(w, edge, g);
                    case LocalGradient.Factor(int local) ->
                            scaled(w, edge, g, w.trace().value(local));
                    case LocalGradient.Left(int local) ->
                            times(local(w.trace().value(local)), upstream(g));
                    case LocalGradient.Right(int local) ->
                            times(upstream(g), local(w.trace().value(local)));
                    case LocalGradient.Coupled() -> coupled(w, edge, g);
                };
        Before before = w.drawn().isStretched(edge) ? sum(w.drawn().source(edge)) : made.before;
        Tensor downstream = w.handed(edge).orElseThrow();
        return new Equation(before, made.factors, made.sign, made.after, downstream);
    }

    private static Equation folded(Walkthrough w, Between between) {
        Edge edge = between.edge();
        Tensor g = w.gradient(between.from()).orElseThrow();
        Optional<Tensor> local = Jacobians.local(w, edge);
        Tensor downstream = w.handed(edge).orElseThrow();
        if (local.isEmpty()) {
            Equation alone = jacobian(g);
            return new Equation(alone.before, alone.factors, alone.sign, alone.after, downstream);
        }
        if (!between.isFactor()) {
            Equation made = of(local(local.get()), Sign.TRANSPOSED_TIMES, upstream(g));
            return new Equation(made.before, made.factors, made.sign, made.after, downstream);
        }
        boolean number = g.shape().isScalar() || local.get().shape().isScalar();
        Equation made = of(upstream(g), number ? Sign.TIMES : Sign.ELEMENTWISE, local(local.get()));
        boolean summed = w.drawn().isStretched(edge);
        Before before = summed ? sum(w.drawn().source(edge)) : made.before;
        return new Equation(before, made.factors, made.sign, made.after, downstream);
    }

    private static Equation jacobian(Tensor g) {
        return new Equation(Before.JACOBIAN, List.of(upstream(g)), Sign.TIMES, After.NOTHING, g);
    }

    private static Equation moved(Walkthrough w, Edge edge, Tensor g) {
        Op op = w.graph().node(edge.node()).op();
        Shape from = w.graph().source(edge).shape();
        boolean same = from.equals(g.shape());
        if (op instanceof Op.SumTo || op instanceof Op.MeanTo) {
            return spread(g, from, 1);
        }
        if (op instanceof Op.Transpose && !from.isScalar()) {
            return alone(g, After.TRANSPOSED);
        }
        if (op instanceof Op.Move && !same) {
            return alone(g, After.MOVED);
        }
        return same ? times(upstream(g), local(Tensor.scalar(1))) : alone(g, After.RESHAPED);
    }

    private static Equation scaled(Walkthrough w, Edge edge, Tensor g, Tensor local) {
        if (w.graph().node(edge.node()).op() instanceof Op.MeanTo) {
            return spread(g, w.graph().source(edge).shape(), local.item());
        }
        boolean number = g.shape().isScalar() || local.shape().isScalar();
        return of(upstream(g), number ? Sign.TIMES : Sign.ELEMENTWISE, local(local));
    }

    /// Upstream repeated to the shape of the operand, by a matrix of equal elements: the share that
    /// each element has in its sum.
    private static Equation spread(Tensor g, Shape from, double share) {
        if (g.shape().equals(from)) {
            return times(upstream(g), local(Tensor.scalar(share)));
        }
        if (g.shape().isScalar()) {
            return times(upstream(g), local(Tensor.full(from, share)));
        }
        return g.rows() == 1
                ? times(local(Tensor.full(new Shape(from.rows(), 1), share)), upstream(g))
                : times(upstream(g), local(Tensor.full(new Shape(1, from.cols()), share)));
    }

    private static Equation coupled(Walkthrough w, Edge edge, Tensor g) {
        return Jacobians.whole(w, edge)
                .map(j -> of(local(j), Sign.TRANSPOSED_TIMES, upstream(g)))
                .orElseGet(() -> jacobian(g));
    }

    private static Before sum(Node to) {
        return to.shape().isScalar()
                ? Before.SUM
                : to.shape().rows() == 1 ? Before.SUM_ROWS : Before.SUM_COLS;
    }

    private static Factor upstream(Tensor g) {
        return new Factor(false, g);
    }

    private static Factor local(Tensor local) {
        return new Factor(true, local);
    }

    private static Equation times(Factor left, Factor right) {
        return of(left, Sign.TIMES, right);
    }

    private static Equation of(Factor left, Sign sign, Factor right) {
        List<Factor> factors = List.of(left, right);
        return new Equation(Before.NOTHING, factors, sign, After.NOTHING, right.tensor);
    }

    private static Equation alone(Tensor g, After after) {
        return new Equation(Before.NOTHING, List.of(upstream(g)), Sign.TIMES, after, g);
    }
}
