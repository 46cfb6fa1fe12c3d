package dev.backstep.train;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.graph.Op.Unary;
import dev.backstep.optim.Optimiser;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// The loops a program is made of. They mean what [dev.backstep.graph.Rules] says, to rounding.
///
/// Results lie flat; operands may have strides where it says so. An instance has buffers of its own
/// and serves the programs of one thread, with a second core for large products.
sealed interface Kernels permits PlainKernels, VectorKernels {

    /// Loops on the Vector API where its module is there, else in plain Java.
    static Kernels best() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors ? new VectorKernels() : new PlainKernels();
    }

    /// The same for a run, see [Recipe#work]. Before Java has compiled them, loops on the Vector
    /// API are a hundred times slower than plain ones; that takes a second or so, and a run that is
    /// over by then is done in plain Java. It depends on the recipe alone, so that the same recipe
    /// gives the same numbers, bit for bit.
    static Kernels best(double work) {
        return work < 4e8 ? new PlainKernels() : best();
    }

    /// Who does large products.
    Cores cores();

    /// The same loops for another thread.
    Kernels another();

    /// `out = a · b (+ bias)`; m×k · k×n → m×n, any strides; `bias` m×1 is added to every column.
    void product(View a, View b, @Nullable View bias, View out);

    /// `out = f(x)`, flat operands; `op` is what `f` computes.
    void apply(Unary op, DoubleUnaryOperator f, View x, View out);

    /// `out = f(x)`, flat operands.
    void map(DoubleUnaryOperator f, View x, View out);

    /// `out = max(0, x)`, flat operands; NaN stays NaN.
    void relu(View x, View out);

    /// `out = f(x, y)`, row-wise operands; `op` is what `f` computes.
    void combine(Binary op, DoubleBinaryOperator f, View x, View y, View out);

    /// `out = g · (1 − a²)`, flat `a`, row-wise `g`.
    void tanhSlope(View g, View a, View out);

    /// `out = g · a · (1 − a)`, flat `a`, row-wise `g`.
    void sigmoidSlope(View g, View a, View out);

    /// `out = g · step(x)`, flat `x`, row-wise `g`.
    void stepSlope(View g, Op.Step step, View x, View out);

    /// `out = −g · (y/p − (1 − y)/(1 − p))`, where 0/0 is 0, flat `p` and `y`, row-wise `g`.
    void bceSlope(View g, View p, View y, View out);

    /// [#bceSlope], then [#sigmoidSlope] with `a = p`: `out = g · (p − y)`, unless p(1 − p) is 0 or
    /// nearly, where a division by it overflows; flat `p` and `y`, row-wise `g`.
    void sigmoidBceSlope(View g, View p, View y, View out);

    /// `out = factor · Σ x` along every dimension in which `out` has 1, row-wise `x`.
    void sum(View x, double factor, View out);

    /// The columns of `x` by themselves, row-wise operands: softmax and its logarithm.
    void columns(Columns op, View x, View out);

    /// Cross-entropy of each column, row-wise operands; K×B, K×B → 1×B.
    void crossEntropy(Columns op, View x, View y, View out);

    /// `out = Σ x·y`, row-wise operands.
    void dot(View x, View y, View out);

    /// `out = √Σ x²` without overflow, any strides.
    void norm(View x, View out);

    /// `out = x`, any strides.
    void copy(View x, View out);

    /// One step of stochastic gradient descent on the parameters from `from` to `to`, see
    /// [Optimiser.Sgd].
    void sgd(Optimiser.Sgd settings, Motion motion, int from, int to, double decay);

    /// One step of Adam on the parameters from `from` to `to`, see [Optimiser.Adam].
    void adam(Optimiser.Adam settings, Motion motion, int from, int to, double decay);

    /// One step of RMSprop on the parameters from `from` to `to`, see [Optimiser.RmsProp].
    void rmsProp(Optimiser.RmsProp settings, Motion motion, int from, int to, double decay);
}
