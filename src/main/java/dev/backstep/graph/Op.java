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
            case Reduce(Reducer by, Shape _) -> by.name().toLowerCase(Locale.ROOT);
            case Centre _ -> "centre";
            case Clip _ -> "clip";
            case Stop() -> "stop";
            case Diag() -> "diag";
            case Slice _ -> "slice";
            case Place _ -> "place";
            case Join(boolean down) -> down ? "above" : "beside";
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

    /// A function of one number, applied to each element of its one operand; m×n → m×n. A curve
    /// shows it, with its slope.
    sealed interface Pointwise extends Op {}

    /// A function without parameters.
    enum Unary implements Pointwise {
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
    record Pow(double exponent) implements Pointwise {}

    /// `max(0, x)`; `atZero` is its local gradient at 0.
    record Relu(double atZero) implements Pointwise {}

    /// `|x|`; `atZero` is its local gradient at 0.
    record Abs(double atZero) implements Pointwise {}

    /// `x` above 0, `slope·x` below; `atZero` is its local gradient at 0.
    record LeakyRelu(double slope, double atZero) implements Pointwise {}

    /// `x` above 0, `α(eˣ − 1)` from 0 down (Clevert, Unterthiner, Hochreiter 2015); `atZero` is
    /// its local gradient at 0.
    record Elu(double alpha, double atZero) implements Pointwise {}

    /// `x` held between two bounds, element-wise. At a bound itself its local gradient is ½, as
    /// that of `max` and `min` at a tie; where the bounds are one, it is 0.
    record Clip(double low, double high) implements Pointwise {}

    /// `below` for x < 0, `at` for x = 0, `above` for x > 0; its gradient is 0 everywhere. Slopes
    /// of the ops with a kink are made of it.
    record StepFunction(double below, double at, double above) implements Pointwise {}

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

    /// By one of the [Reducer]s.
    record Reduce(Reducer by, Shape to) implements Reduction {}

    /// What numbers are reduced to one by.
    enum Reducer {
        /// a tie shares the gradient evenly
        MAX,
        /// a tie shares the gradient evenly
        MIN,
        /// the mean squared deviation from the mean: divided by n, not by n − 1
        VAR,
        /// the root of VAR; where that is 0, its gradient is 0, as that of a norm is
        STD
    }

    /// Each element minus the mean along every dimension in which `over` has 1; m×n → m×n. Equal
    /// elements give exactly 0. What the gradients of VAR and STD are made of.
    record Centre(Shape over) implements Op {}

    /// Elements in other places, beside zeros or without the others.
    sealed interface Move extends Op {}

    /// The operand itself, which no gradient passes.
    record Stop() implements Move {}

    /// A column → a square with it on the diagonal and 0 elsewhere, n×1 → n×n; a square → its
    /// diagonal, n×n → n×1.
    record Diag() implements Move {}

    /// The rows from `top` to `bottom − 1` and of these the columns from `left` to `right − 1`.
    record Slice(int top, int bottom, int left, int right) implements Move {

        /// The part that is as large as `x`, from row `top` and column `left` on.
        public static Slice at(int top, int left, Shape x) {
            return new Slice(top, top + x.rows(), left, left + x.cols());
        }

        /// One number, counted row by row.
        ///
        /// @param of the shape of the matrix
        public static Slice element(int k, Shape of) {
            int row = k / of.cols();
            int col = k % of.cols();
            return new Slice(row, row + 1, col, col + 1);
        }

        public Shape shape() {
            return new Shape(bottom - top, right - left);
        }

        /// `[0, 1:3]`, the part of a matrix of shape `x` as the language writes it.
        public String index(Shape x) {
            String rows = index(top, bottom, x.rows());
            String cols = index(left, right, x.cols());
            return x.cols() == 1
                    ? "[" + rows + "]"
                    : x.rows() == 1 ? "[" + cols + "]" : "[" + rows + ", " + cols + "]";
        }

        private static String index(int from, int to, int size) {
            return to == from + 1
                    ? Integer.toString(from)
                    : from == 0 && to == size ? ":" : from + ":" + to;
        }
    }

    /// The operand with its first element in row `top` and column `left` of zeros.
    record Place(int top, int left, Shape into) implements Move {}

    /// Matrices one above the other, or side by side.
    record Join(boolean down) implements Move {}

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
