package dev.backstep.explain;

import dev.backstep.explain.Expression.Applied;
import dev.backstep.explain.Expression.Number;
import dev.backstep.explain.Expression.Ones;
import dev.backstep.explain.Expression.Symbol;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.story.Between;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import java.util.Optional;

/// The rule by which a folded group turns the gradient of its value into what an edge hands on,
/// read from the nodes that compute it.
///
/// @param upstream the node of the longer graph that holds the gradient of its value
record FoldedRule(Walkthrough w, Between between, int upstream) {

    /// The most parts of a rule that is written out.
    private static final int LONGEST = 30;

    static FoldedRule of(Between between) {
        Walkthrough w = between.w();
        return new FoldedRule(w, between, w.adjoint().gradient(between.from()).orElseThrow());
    }

    /// The factor that upstream meets, as a formula of forward values; nothing if there is none, or
    /// if it is too long to be read.
    Optional<Expression> factor() {
        if (!between.isFactor()) {
            return Optional.empty();
        }
        int node = w.adjoint().flow(between.edge()).orElseThrow().downstream();
        return read(node, Expression.ONE).map(Guards::hidden).map(CaseSplit::of);
    }

    /// What arrives at the operand, as a formula of forward values and of upstream; nothing if it
    /// is too long to be read.
    Optional<Expression> downstream() {
        return read(w.drawn().arrives(w.adjoint(), between.edge()), new Symbol(upstream))
                .map(Guards::hidden)
                .map(Simplifier::simplified)
                .filter(FoldedRule::isReadable);
    }

    Shape shape(int node) {
        return node(node).shape();
    }

    private Optional<Expression> read(int id, Expression start) {
        InwardReader reader = new InwardReader(start);
        Expression whole = reader.read(id);
        return reader.left < 0 ? Optional.empty() : Optional.of(whole);
    }

    private Node node(int id) {
        return w.adjoint().graph().node(id);
    }

    /// Steps are written as cases, and only a whole formula is: inside of one only a step from 0 to
    /// 1 reads as what it is.
    private static boolean isReadable(Expression e) {
        return !(e instanceof Applied a)
                || isPlainStep(a.op()) && a.in().stream().allMatch(FoldedRule::isReadable);
    }

    private static boolean isPlainStep(Op op) {
        return !(op instanceof Op.StepFunction(double below, double _, double above))
                || below == 0 && above == 1;
    }

    /// Reads a formula until it is too long.
    private final class InwardReader {

        private final Expression start;
        private int left = LONGEST;

        InwardReader(Expression start) {
            this.start = start;
        }

        Expression read(int id) {
            if (--left < 0 || id == upstream) {
                return start;
            }
            Node node = node(id);
            if (id < w.graph().size() || w.adjoint().moved(id).isPresent()) {
                return new Symbol(id);
            }
            if (node.op() instanceof Op.Constant(var value) && value.shape().isScalar()) {
                return new Number(value.item());
            }
            if (node.isStretch()) {
                return repeated(node);
            }
            return node.op() instanceof Binary ? elementwise(node) : applied(node);
        }

        private Expression applied(Node node) {
            return new Applied(node.op(), node.inputs().stream().map(this::read).toList());
        }

        /// A repeated operand is written as it is, if the other one has the shape of both.
        private Expression elementwise(Node node) {
            int x = node.inputs().getFirst();
            int y = node.inputs().getLast();
            boolean first = node(x).isStretch() && !node(y).isStretch();
            boolean second = node(y).isStretch() && !node(x).isStretch();
            return Expression.of(
                    node.op(),
                    read(first ? node(x).inputs().getFirst() : x),
                    read(second ? node(y).inputs().getFirst() : y));
        }

        private Expression repeated(Node node) {
            Shape from = node(node.inputs().getFirst()).shape();
            Shape to = node.shape();
            Expression x = read(node.inputs().getFirst());
            if (from.isScalar()) {
                return Expression.times(x, new Ones(to));
            }
            return from.rows() == 1
                    ? Expression.of(new Op.MatMul(), new Ones(new Shape(to.rows(), 1)), x)
                    : Expression.of(new Op.MatMul(), x, new Ones(new Shape(1, to.cols())));
        }
    }
}
