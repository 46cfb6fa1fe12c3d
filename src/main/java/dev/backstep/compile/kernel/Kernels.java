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

/// The loops a program is made of. They mean what [dev.backstep.graph.Rules] says, to rounding.
///
/// Results lie flat; operands may have strides where it says so. An instance has buffers of its own
/// and serves the programs of one thread, with a second core for large products.
public sealed interface Kernels permits PlainKernels, VectorKernels {

    /// Loops on the Vector API where its module is there, else in plain Java.
    static Kernels best() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors ? new VectorKernels() : new PlainKernels();
    }

    /// The same for a run, see [dev.backstep.optim.TrainingSetup#work]. Before Java has compiled
    /// them, loops on the Vector API are a hundred times slower than plain ones; that takes a
    /// second or so, and a run that is over by then is done in plain Java. It depends on the setup
    /// alone, so that the same setup gives the same numbers, bit for bit.
    static Kernels best(double work) {
        return work < 4e8 ? new PlainKernels() : best();
    }

    /// Who does large products.
    CorePair cores();

    /// The same loops for another thread.
    Kernels another();

    /// `out = a · b (+ bias)`; m×k · k×n → m×n, any strides; `bias` m×1 is added to every column.
    void product(Strided a, Strided b, @Nullable Strided bias, Strided out);

    /// `weights = g · x` and `bias = Σ g` along the rows; m×k · k×n → m×n and m×1, any strides of
    /// `x`, row-wise `g`.
    void layerGradients(Strided g, Strided x, Strided weights, Strided bias);

    /// `out = f(x)`, flat operands; `op` is what `f` computes.
    void apply(Unary op, DoubleUnaryOperator f, Strided x, Strided out);

    /// `out = f(x)`, flat operands.
    void map(DoubleUnaryOperator f, Strided x, Strided out);

    /// `out = max(0, x)`, flat operands; NaN stays NaN.
    void relu(Strided x, Strided out);

    /// `out = f(x, y)`, row-wise operands; `op` is what `f` computes.
    void combine(Binary op, DoubleBinaryOperator f, Strided x, Strided y, Strided out);

    /// `out = g · (1 − a²)`, flat `a`, row-wise `g`.
    void tanhSlope(Strided g, Strided a, Strided out);

    /// `out = g · a · (1 − a)`, flat `a`, row-wise `g`.
    void sigmoidSlope(Strided g, Strided a, Strided out);

    /// `out = g · step(x)`, flat `x`, row-wise `g`.
    void stepSlope(Strided g, Op.StepFunction step, Strided x, Strided out);

    /// `out = −g · (y/p − (1 − y)/(1 − p))`, where 0/0 is 0, flat `p` and `y`, row-wise `g`.
    void bceSlope(Strided g, Strided p, Strided y, Strided out);

    /// [#bceSlope], then [#sigmoidSlope] with `a = p`: `out = g · (p − y)`, unless p(1 − p) is 0 or
    /// nearly, where a division by it overflows; flat `p` and `y`, row-wise `g`.
    void sigmoidBceSlope(Strided g, Strided p, Strided y, Strided out);

    /// `out = factor · Σ x` along every dimension in which `out` has 1, row-wise `x`.
    void sum(Strided x, double factor, Strided out);

    /// The columns of `x` by themselves, row-wise operands: softmax and its logarithm.
    void columns(Columnwise op, Strided x, Strided out);

    /// Cross-entropy of each column, row-wise operands; K×B, K×B → 1×B.
    void crossEntropy(Columnwise op, Strided x, Strided y, Strided out);

    /// `out = Σ x·y`, row-wise operands.
    void dot(Strided x, Strided y, Strided out);

    /// `out = √Σ x²` without overflow, any strides.
    void norm(Strided x, Strided out);

    /// `out = x`, any strides.
    void copy(Strided x, Strided out);

    /// `out = 0` but for its `part`, which is `x`, any strides; `out` lies flat.
    void place(Strided x, Strided part, Strided out);

    /// One step of stochastic gradient descent on the parameters from `from` to `to`, see
    /// [Optimiser.Sgd].
    void sgd(Optimiser.Sgd settings, StepArrays state, int from, int to, double decay);

    /// One step of Adam on the parameters from `from` to `to`, see [Optimiser.Adam].
    void adam(Optimiser.Adam settings, StepArrays state, int from, int to, double decay);

    /// One step of RMSprop on the parameters from `from` to `to`, see [Optimiser.RmsProp].
    void rmsProp(Optimiser.RmsProp settings, StepArrays state, int from, int to, double decay);
}
