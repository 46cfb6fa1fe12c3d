package dev.backstep.graph;

import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import java.util.Optional;
import java.util.Set;

/// The rules of single ops with a mistake in them, where it can be made.
final class MistakenRules {

    private static final Set<Op> ACTIVATIONS =
            Set.of(
                    Unary.SIGMOID,
                    Unary.TANH,
                    Unary.SOFTPLUS,
                    Unary.GELU,
                    Unary.SILU,
                    Columnwise.SOFTMAX,
                    Columnwise.LOG_SOFTMAX);

    private final Graph.Builder b;
    private final BackwardPass pass;

    MistakenRules(Graph.Builder builder, BackwardPass pass) {
        this.b = builder;
        this.pass = pass;
    }

    /// Whether an op is an activation of the language, whose derivative can be forgotten.
    static boolean isActivation(Op op) {
        return ACTIVATIONS.contains(op)
                || op instanceof Op.Relu
                || op instanceof Op.LeakyRelu
                || op instanceof Op.Elu;
    }

    /// The flow along an edge with the mistake; nothing where the op leaves no room for it, so that
    /// its right rule holds.
    ///
    /// @param g upstream
    Optional<Flow> flow(Node node, int slot, int g) {
        if (pass.makes(Mistake.NO_SLOPE) && isActivation(node.op())) {
            return Optional.of(new Flow(g, new LocalGradient.Unit(), g));
        }
        if (pass.makes(Mistake.NO_MEAN) && node.op() instanceof Op.MeanTo(Shape to)) {
            Shape from = b.shape(node.inputs().getFirst());
            return from.size() == to.size()
                    ? Optional.empty()
                    : Optional.of(new Flow(g, new LocalGradient.Unit(), b.stretch(g, from)));
        }
        return pass.makes(Mistake.NO_TRANSPOSE) && node.op() instanceof Op.MatMul
                ? product(slot, node.inputs().get(0), node.inputs().get(1), g)
                : Optional.empty();
    }

    /// w·upstream for wᵀ·upstream and upstream·x for upstream·xᵀ, which fit where w, or x, is
    /// square. A 1×1 is its own transpose.
    private Optional<Flow> product(int slot, int w, int x, int g) {
        int factor = slot == 0 ? x : w;
        Shape shape = b.shape(factor);
        if (shape.rows() != shape.cols() || shape.isScalar()) {
            return Optional.empty();
        }
        return Optional.of(
                slot == 0
                        ? new Flow(g, new LocalGradient.Right(x), b.add(new Op.MatMul(), g, x))
                        : new Flow(g, new LocalGradient.Left(w), b.add(new Op.MatMul(), w, g)));
    }
}
