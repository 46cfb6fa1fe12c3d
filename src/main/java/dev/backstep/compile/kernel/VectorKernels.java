package dev.backstep.compile.kernel;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.optim.Optimiser;
import dev.backstep.tensor.Strided;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// The loops on the Vector API, lanes across the samples; what it would not make faster is left to
/// plain Java.
///
/// Element-wise loops write whole vectors: a place in memory is padded, see [Strided#SLACK] and
/// [dev.backstep.compile.Lowering#room]. No method here or below takes or returns a vector, or C2
/// gives up on keeping them in registers.
public final class VectorKernels implements Kernels {

    private final PlainKernels plain = new PlainKernels();
    private final BlockedProduct blocked = new BlockedProduct(plain.cores());
    private final VectorColumns columns = new VectorColumns();
    private double[] scratch = new double[0];

    @Override
    public CorePair cores() {
        return plain.cores();
    }

    @Override
    public VectorKernels another() {
        return new VectorKernels();
    }

    /// Room for what lies between two loops of one kernel.
    private double[] scratch(int length) {
        if (scratch.length < length) {
            scratch = new double[length];
        }
        return scratch;
    }

    @Override
    public void product(Strided a, Strided b, @Nullable Strided bias, Strided out) {
        if (BlockedProduct.pays(a, b)) {
            blocked.product(a, b, bias, out);
        } else if (b.across() == 1 || b.cols() == 1) {
            SmallProduct.product(a, b, bias, out);
        } else if (b.down() == 1 && a.across() == 1 && bias == null) {
            TransposedProduct.product(a, b, out);
        } else {
            plain.product(a, b, bias, out);
        }
    }

    @Override
    public void layerGradients(Strided g, Strided x, Strided weights, Strided bias) {
        if (GradientTiles.fits(g, x) && !BlockedProduct.pays(g, x)) {
            GradientTiles.gradients(g, x, weights, bias);
        } else {
            product(g, x, null, weights);
            sum(g, 1, bias);
        }
    }

    @Override
    public void apply(Unary op, DoubleUnaryOperator f, Strided x, Strided out) {
        if (!VectorFunctions.apply(op, x.data(), x.at(), out.data(), out.at(), out.size())) {
            plain.map(f, x, out);
        }
    }

    @Override
    public void map(DoubleUnaryOperator f, Strided x, Strided out) {
        plain.map(f, x, out);
    }

    @Override
    public void relu(Strided x, Strided out) {
        VectorFunctions.relu(x.data(), x.at(), out.data(), out.at(), out.size());
    }

    @Override
    public void combine(Binary op, DoubleBinaryOperator f, Strided x, Strided y, Strided out) {
        if (!VectorPairs.combine(op, x, y, out, scratch(2 * out.size() + 2 * Strided.SLACK))) {
            plain.combine(op, f, x, y, out);
        }
    }

    @Override
    public void tanhSlope(Strided g, Strided a, Strided out) {
        if (g.isFlat()) {
            VectorSlopes.tanh(g.data(), g.at(), a.data(), a.at(), out.data(), out.at(), out.size());
        } else {
            plain.tanhSlope(g, a, out);
        }
    }

    @Override
    public void sigmoidSlope(Strided g, Strided a, Strided out) {
        if (g.isFlat()) {
            VectorSlopes.sigmoid(
                    g.data(), g.at(), a.data(), a.at(), out.data(), out.at(), out.size());
        } else {
            plain.sigmoidSlope(g, a, out);
        }
    }

    @Override
    public void stepSlope(Strided g, Op.StepFunction step, Strided x, Strided out) {
        if (g.isFlat()) {
            VectorSlopes.step(g, step, x, out);
        } else {
            plain.stepSlope(g, step, x, out);
        }
    }

    @Override
    public void bceSlope(Strided g, Strided p, Strided y, Strided out) {
        if (g.isFlat()) {
            VectorSlopes.bce(g, p, y, out);
        } else if (g.isOne()) {
            VectorSlopes.bce(g.data()[g.at()], p, y, out);
        } else {
            plain.bceSlope(g, p, y, out);
        }
    }

    @Override
    public void sigmoidBceSlope(Strided g, Strided p, Strided y, Strided out) {
        if (!g.isOne() || !VectorSlopes.sigmoidBce(g.data()[g.at()], p, y, out)) {
            plain.sigmoidBceSlope(g, p, y, out);
        }
    }

    @Override
    public void sum(Strided x, double factor, Strided out) {
        if (x.cols() > 1 && x.across() != 1) {
            plain.sum(x, factor, out);
        } else if (out.size() == 1 && x.isFlat()) {
            VectorSums.all(x.data(), x.at(), x.size(), factor, out.data(), out.at());
        } else if (out.cols() == 1 && x.cols() > 1 && out.rows() == x.rows()) {
            RowSums.sums(x, factor, out);
        } else if (out.rows() == 1 && out.cols() == x.cols()) {
            VectorSums.columns(x, factor, out);
        } else {
            plain.sum(x, factor, out);
        }
    }

    @Override
    public void columns(Columnwise op, Strided x, Strided out) {
        if (x.cols() > 1 && x.across() == 1) {
            columns.softmax(op, x, out);
        } else {
            plain.columns(op, x, out);
        }
    }

    @Override
    public void crossEntropy(Columnwise op, Strided x, Strided y, Strided out) {
        if (x.cols() > 1 && x.across() == 1 && y.across() == 1) {
            columns.crossEntropy(op, x, y, out);
        } else {
            plain.crossEntropy(op, x, y, out);
        }
    }

    @Override
    public void dot(Strided x, Strided y, Strided out) {
        if (x.isFlat() && y.isFlat()) {
            VectorSums.dot(x.data(), x.at(), y.data(), y.at(), x.size(), out.data(), out.at());
        } else {
            plain.dot(x, y, out);
        }
    }

    @Override
    public void norm(Strided x, Strided out) {
        plain.norm(x, out);
    }

    @Override
    public void copy(Strided x, Strided out) {
        plain.copy(x, out);
    }

    @Override
    public void place(Strided x, Strided part, Strided out) {
        plain.place(x, part, out);
    }

    @Override
    public void sgd(Optimiser.Sgd settings, StepArrays state, int from, int to, double decay) {
        if (settings.momentum() == 0) {
            VectorSteps.sgd(
                    state.parameters(), state.gradients(), from, to, settings.rate(), decay);
        } else {
            VectorSteps.momentum(settings, state, from, to, decay);
        }
    }

    @Override
    public void adam(Optimiser.Adam settings, StepArrays state, int from, int to, double decay) {
        VectorSteps.adam(settings, state, from, to, decay);
    }

    /// The plain loop: it is bound by its root and its division, which are vectors there too.
    @Override
    public void rmsProp(
            Optimiser.RmsProp settings, StepArrays state, int from, int to, double decay) {
        plain.rmsProp(settings, state, from, to, decay);
    }
}
