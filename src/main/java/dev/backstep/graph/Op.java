package dev.backstep.graph;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Locale;

/// What a node computes. Operands stand beside the op, in [Node#inputs].
///
/// What an op means (shape, value, adjoint) stands in [Rules] and [Adjoints]; each of their
/// switches is exhaustive, so that the compiler lists what a new op still needs.
public sealed interface Op {

    /// The op in the words of the language, as far as it has one: `matmul`, `sigmoid`,
    /// `leaky_relu`.
    default String word() {
        return switch (this) {
            case Unary op -> op.name().toLowerCase(Locale.ROOT);
            case Binary op -> op.name().toLowerCase(Locale.ROOT);
            case Columnwise op -> op.name().toLowerCase(Locale.ROOT);
            case Leaf _ -> "leaf";
            case Constant _ -> "constant";
            case Pow _ -> "pow";
            case Relu _ -> "relu";
            case Abs _ -> "abs";
            case LeakyRelu _ -> "leaky_relu";
            case Elu _ -> "elu";
            case StepFunction _ -> "step";
            case MatMul() -> "matmul";
            case Transpose() -> "transpose";
            case Dot() -> "dot";
            case Norm() -> "norm";
            case Reshape _ -> "reshape";
            case Broadcast _ -> "stretch";
            case SumTo _ -> "sum";
            case MeanTo _ -> "mean";
            case LogSumExp _ -> "logsumexp";
        };
    }

    /// A value from outside: what the program assigns, or a sample of its data.
    record Leaf(Role role) implements Op {}

    /// What a leaf is for.
    enum Role {
        /// has a gradient and can be dragged
        INPUT,
        /// has a gradient and is moved by training
        PARAM,
        /// has no gradient
        CONST,
        /// comes from a data set; has no gradient
        DATA;

        public boolean hasGradient() {
            return this == INPUT || this == PARAM;
        }
    }

    /// A number or a matrix written inside an expression.
    record Constant(Tensor value) implements Op {}

    /// Element-wise, one operand; m×n → m×n.
    enum Unary implements Op {
        NEG,
        EXP,
        LOG,
        SQRT,
        SQUARE,
        SIN,
        COS,
        TAN,
        TANH,
        SIGMOID,
        SOFTPLUS,
        GELU,
        SILU,
        /// Φ, the distribution function of the standard normal; what GELU is made of
        NORMAL_CDF
    }

    /// `x^p` with a fixed `p`, element-wise.
    record Pow(double exponent) implements Op {}

    /// `max(0, x)`; `atZero` is its local gradient at 0.
    record Relu(double atZero) implements Op {}

    /// `|x|`; `atZero` is its local gradient at 0.
    record Abs(double atZero) implements Op {}

    /// `x` above 0, `slope·x` below; `atZero` is its local gradient at 0.
    record LeakyRelu(double slope, double atZero) implements Op {}

    /// `x` above 0, `α(eˣ − 1)` from 0 down (Clevert, Unterthiner, Hochreiter 2015); `atZero` is
    /// its local gradient at 0.
    record Elu(double alpha, double atZero) implements Op {}

    /// `below` for x < 0, `at` for x = 0, `above` for x > 0; its gradient is 0 everywhere. Slopes
    /// of the ops with a kink are made of it.
    record StepFunction(double below, double at, double above) implements Op {}

    /// Element-wise, two operands of one shape; m×n, m×n → m×n.
    enum Binary implements Op {
        ADD,
        SUB,
        MUL,
        DIV,
        POW,
        /// a tie gives each side half the gradient
        MAX,
        /// a tie gives each side half the gradient
        MIN,
        /// x/y, where 0/0 is 0; what the gradients of a norm and of cross-entropies are made of
        SAFE_DIV,
        /// binary cross-entropy of (ŷ, y): −[y log ŷ + (1 − y) log(1 − ŷ)]; a term of weight 0 is 0
        BCE,
        /// binary cross-entropy of (z, y) with ŷ = σ(z), without ever dividing by ŷ
        BCE_LOGITS,
        /// squared error (a − b)²
        SE
    }

    /// m×k · k×n → m×n.
    record MatMul() implements Op {}

    /// m×n → n×m.
    record Transpose() implements Op {}

    /// Σ aᵢⱼ bᵢⱼ; m×n, m×n → 1×1.
    record Dot() implements Op {}

    /// √Σ xᵢⱼ², the Euclidean norm; m×n → 1×1. Its gradient at 0 is 0.
    record Norm() implements Op {}

    /// The same elements, row by row, in another shape.
    record Reshape(Shape to) implements Op {}

    /// Dimensions of 1 repeated up to a shape: broadcasting.
    record Broadcast(Shape to) implements Op {}

    /// One number of many, along every dimension in which the target has 1.
    sealed interface Reduction extends Op {
        Shape to();
    }

    /// Summed.
    record SumTo(Shape to) implements Reduction {}

    /// Averaged.
    record MeanTo(Shape to) implements Reduction {}

    /// log Σ eˣ, the smooth maximum.
    record LogSumExp(Shape to) implements Reduction {}

    /// Works on each column by itself: a column is a sample.
    enum Columnwise implements Op {
        /// K×B → K×B
        SOFTMAX,
        /// K×B → K×B
        LOG_SOFTMAX,
        /// cross-entropy of (ŷ, y): −Σₖ yₖ log ŷₖ; a term of weight yₖ = 0 is 0; K×B, K×B → 1×B
        CE,
        /// cross-entropy of (z, y) with ŷ = softmax(z), without ever taking log ŷ; K×B, K×B → 1×B
        CE_LOGITS
    }
}
