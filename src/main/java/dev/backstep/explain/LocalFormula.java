package dev.backstep.explain;

import static dev.backstep.explain.Expression.over;

import dev.backstep.explain.Expression.Applied;
import dev.backstep.explain.Expression.Choice;
import dev.backstep.explain.Expression.Number;
import dev.backstep.explain.Expression.Symbol;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.LocalGradient;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// The local gradient of an edge as a formula of forward values, read from the nodes that compute
/// it.
///
/// @param computed as the nodes have it
/// @param plain the same without what only steers its edges
/// @param shown the same as one would write it by hand
record LocalFormula(
        Walkthrough w, Edge edge, Expression computed, Expression plain, Expression shown) {

    /// @throws IllegalArgumentException if only a whole Jacobian says it
    static LocalFormula of(Walkthrough w, Edge edge) {
        Flow flow = w.adjoint().flow(edge).orElseThrow();
        FormulaReader reader = new FormulaReader(w, edge);
        Expression computed =
                switch (flow.local()) {
                    case LocalGradient.Unit() -> Expression.ONE;
                    case LocalGradient.Factor(int node) -> reader.read(node);
                    case LocalGradient.Left(int node) -> reader.read(node);
                    case LocalGradient.Right(int node) -> reader.read(node);
                    case LocalGradient.Coupled() ->
                            throw new IllegalArgumentException("no factor says it");
                };
        Expression plain = Guards.hidden(computed);
        return new LocalFormula(w, edge, computed, plain, share(CaseSplit.of(plain)));
    }

    /// What passes along an edge, as a formula of forward values and its upstream.
    static Expression downstream(Walkthrough w, Edge edge) {
        int node = w.adjoint().flow(edge).orElseThrow().downstream();
        return Simplifier.simplified(new FormulaReader(w, edge).read(node));
    }

    /// The part that each of n has in their mean is written 1/n.
    private static Expression share(Expression e) {
        return e instanceof Number(double c) && Simplifier.parts(c) > 1
                ? over(Expression.ONE, new Number(Simplifier.parts(c)))
                : e;
    }

    /// The formula with these names, or with these numbers.
    Term tex(IntFunction<Term> symbols) {
        return ExpressionTex.of(shown, symbols);
    }

    boolean isChoice() {
        return shown instanceof Choice;
    }

    /// Whether the formula reads 0/0 or 0·∞ at some element that has a local gradient all the same:
    /// its limit, or one by convention.
    boolean isAtEdge() {
        if (plain.equals(computed)) {
            return false;
        }
        Tensor local = computed.value(w.trace()::value);
        Tensor read = plain.value(w.trace()::value).stretchedTo(local.shape());
        return IntStream.range(0, local.size())
                .anyMatch(k -> Double.isFinite(local.at(k)) && !Double.isFinite(read.at(k)));
    }

    /// Reads the formula of a node of the longer graph: what belongs to the program is a symbol,
    /// the rest is written out.
    private record FormulaReader(Walkthrough w, Edge edge) {

        Expression read(int id) {
            Node node = w.adjoint().graph().node(id);
            if (id == w.adjoint().flow(edge).orElseThrow().upstream()) {
                return new Symbol(id);
            }
            if (id == edge.node()) {
                return isWrittenOut(node.op()) ? applied(node) : new Symbol(id);
            }
            if (node.isStretch()) {
                return read(node.inputs().getFirst());
            }
            if (isForward(id)) {
                return new Symbol(id);
            }
            if (node.op() instanceof Op.Constant(Tensor value) && value.shape().isScalar()) {
                return new Number(value.item());
            }
            return isSumOfShares(node) ? Expression.ONE : applied(node);
        }

        private Applied applied(Node node) {
            return new Applied(node.op(), node.inputs().stream().map(this::read).toList());
        }

        /// Whether the value of an op is written as a formula of its operands, as in σ(x)(1 −
        /// σ(x)).
        private static boolean isWrittenOut(Op op) {
            return op instanceof Unary || op instanceof Binary || op instanceof Op.Pow;
        }

        /// Whether labels that add up to 1 in each column are added up.
        private boolean isSumOfShares(Node node) {
            return node.op() instanceof Op.SumTo
                    && isForward(node.inputs().getFirst())
                    && isAll1(w.trace().value(node.id()));
        }

        private boolean isForward(int id) {
            return id < w.graph().size() || w.adjoint().moved(id).isPresent();
        }
    }

    private static boolean isAll1(Tensor sums) {
        return IntStream.range(0, sums.size()).allMatch(k -> Math.abs(sums.at(k) - 1) < 1e-9);
    }
}
