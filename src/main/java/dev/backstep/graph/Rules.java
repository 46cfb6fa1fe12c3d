package dev.backstep.graph;

import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// What each op means forward: its shape and its value. Backward is [Adjoints].
public final class Rules {

    private Rules() {}

    /// The shape an op gives for operands of these shapes.
    ///
    /// @throws Refusal with the reason where they do not fit
    public static Shape shape(Op op, List<Shape> in) {
        return switch (op) {
            case Op.Leaf _ ->
                    throw new IllegalArgumentException(
                            "the shape of a leaf is given, not computed");
            case Op.Constant(Tensor value) -> value.shape();
            case Unary _,
                    Op.Pow _,
                    Op.Relu _,
                    Op.Abs _,
                    Op.LeakyRelu _,
                    Op.Elu _,
                    Op.StepFunction _ ->
                    in.getFirst();
            case Binary _ -> same(in);
            case Op.MatMul() -> product(in.get(0), in.get(1));
            case Op.Transpose() -> in.getFirst().transposed();
            case Op.Dot() -> {
                same(in);
                yield Shape.SCALAR;
            }
            case Op.Norm() -> Shape.SCALAR;
            case Op.Reshape(Shape to) -> reshaped(in.getFirst(), to);
            case Op.Broadcast(Shape to) -> stretched(in.getFirst(), to);
            case Op.Reduction reduction -> reduced(in.getFirst(), reduction.to());
            case Columnwise columns ->
                    switch (columns) {
                        case SOFTMAX, LOG_SOFTMAX -> in.getFirst();
                        case CE, CE_LOGITS -> new Shape(1, same(in).cols());
                    };
        };
    }

    /// The value of an op for these operands. Infinities and NaN pass as IEEE 754 has them.
    ///
    /// @throws IllegalArgumentException for a leaf, whose value comes from outside
    public static Tensor value(Op op, List<Tensor> in) {
        return switch (op) {
            case Op.Leaf _ ->
                    throw new IllegalArgumentException(
                            "the value of a leaf is given, not computed");
            case Op.Constant(Tensor value) -> value;
            case Unary _,
                    Op.Pow _,
                    Op.Relu _,
                    Op.Abs _,
                    Op.LeakyRelu _,
                    Op.Elu _,
                    Op.StepFunction _ ->
                    in.getFirst().map(function(op));
            case Binary binary -> in.get(0).zip(in.get(1), function(binary));
            case Op.MatMul() -> in.get(0).matmul(in.get(1));
            case Op.Transpose() -> in.getFirst().transposed();
            case Op.Dot() -> in.get(0).zip(in.get(1), (a, b) -> a * b).summedTo(Shape.SCALAR);
            case Op.Norm() -> Tensor.scalar(Functions.norm(in.getFirst()));
            case Op.Reshape(Shape to) -> in.getFirst().reshaped(to);
            case Op.Broadcast(Shape to) -> in.getFirst().stretchedTo(to);
            case Op.SumTo(Shape to) -> in.getFirst().summedTo(to);
            case Op.MeanTo(Shape to) -> {
                double count = (double) in.getFirst().size() / to.size();
                yield in.getFirst().summedTo(to).map(s -> s / count);
            }
            case Op.LogSumExp(Shape to) -> logSumExp(in.getFirst(), to);
            case Columnwise columns ->
                    switch (columns) {
                        case SOFTMAX -> Functions.softmax(in.getFirst());
                        case LOG_SOFTMAX -> Functions.logSoftmax(in.getFirst());
                        case CE -> crossEntropy(in.get(0).map(Math::log), in.get(1));
                        case CE_LOGITS -> crossEntropy(Functions.logSoftmax(in.get(0)), in.get(1));
                    };
        };
    }

    /// The function of an element-wise op with one operand.
    ///
    /// @throws IllegalArgumentException for any other op
    public static DoubleUnaryOperator function(Op op) {
        return switch (op) {
            case Unary unary -> function(unary);
            case Op.Pow(double p) -> x -> Math.pow(x, p);
            case Op.Relu _ -> x -> x > 0 || Double.isNaN(x) ? x : 0;
            case Op.Abs _ -> Math::abs;
            case Op.LeakyRelu(double slope, double _) -> x -> x > 0 ? x : slope * x;
            case Op.Elu(double alpha, double _) -> x -> x > 0 ? x : alpha * Math.expm1(x);
            case Op.StepFunction(double below, double at, double above) ->
                    x -> x > 0 ? above : x < 0 ? below : x == 0 ? at : Double.NaN;
            case Op.Leaf _,
                    Op.Constant _,
                    Binary _,
                    Op.Columnwise _,
                    Op.MatMul _,
                    Op.Transpose _,
                    Op.Dot _,
                    Op.Norm _,
                    Op.Reshape _,
                    Op.Broadcast _,
                    Op.Reduction _ ->
                    throw new IllegalArgumentException(
                            op + " is not element-wise with one operand");
        };
    }

    private static DoubleUnaryOperator function(Unary op) {
        return switch (op) {
            case NEG -> x -> -x;
            case EXP -> Math::exp;
            case LOG -> Math::log;
            case SQRT -> Math::sqrt;
            case SQUARE -> x -> x * x;
            case SIN -> Math::sin;
            case COS -> Math::cos;
            case TAN -> Math::tan;
            case TANH -> Math::tanh;
            case SIGMOID -> Functions::sigmoid;
            case SOFTPLUS -> Functions::softplus;
            case GELU -> x -> x * Functions.normalCdf(x);
            case SILU -> x -> x * Functions.sigmoid(x);
            case NORMAL_CDF -> Functions::normalCdf;
        };
    }

    /// The function of an element-wise op with two operands.
    public static DoubleBinaryOperator function(Binary op) {
        return switch (op) {
            case ADD -> (a, b) -> a + b;
            case SUB -> (a, b) -> a - b;
            case MUL -> (a, b) -> a * b;
            case DIV -> (a, b) -> a / b;
            case POW -> Math::pow;
            case MAX -> Math::max;
            case MIN -> Math::min;
            case SAFE_DIV -> (a, b) -> a == 0 && b == 0 ? 0 : a / b;
            case BCE -> Functions::crossEntropy;
            case BCE_LOGITS -> Functions::crossEntropyOfLogit;
            case SE -> (a, b) -> (a - b) * (a - b);
        };
    }

    private static Tensor crossEntropy(Tensor logProbabilities, Tensor y) {
        Tensor terms = y.zip(logProbabilities, (p, logq) -> 0 - Functions.weighed(p, logq));
        return terms.summedTo(new Shape(1, y.cols()));
    }

    /// The largest plus log(1 + Σ e^(x − largest)) over the others: nothing overflows, and what is
    /// small beside the largest keeps its digits.
    private static Tensor logSumExp(Tensor x, Shape to) {
        int size = (int) to.size();
        double[] max = new double[size];
        Arrays.fill(max, Double.NEGATIVE_INFINITY);
        for (int k = 0; k < x.size(); k++) {
            int t = target(k, x.cols(), to);
            max[t] = Math.max(max[t], x.at(k));
        }
        double[] others = new double[size];
        boolean[] met = new boolean[size];
        for (int k = 0; k < x.size(); k++) {
            int t = target(k, x.cols(), to);
            boolean largest = !met[t] && x.at(k) == max[t];
            met[t] |= largest;
            others[t] += largest ? 0 : Math.exp(x.at(k) - max[t]);
        }
        return Tensor.generate(
                to, t -> Double.isInfinite(max[t]) ? max[t] : max[t] + Math.log1p(others[t]));
    }

    /// Which element of `to` element `k` of a matrix with `cols` columns is reduced to.
    private static int target(int k, int cols, Shape to) {
        int row = to.rows() == 1 ? 0 : k / cols;
        int col = to.cols() == 1 ? 0 : k % cols;
        return row * to.cols() + col;
    }

    private static Shape same(List<Shape> in) {
        require(
                in.get(0).equals(in.get(1)),
                Message.of("misfit.shapes")
                        .with("a", in.get(0).toString())
                        .with("b", in.get(1).toString()));
        return in.getFirst();
    }

    private static Shape product(Shape a, Shape b) {
        require(
                a.cols() == b.rows(),
                Message.of("misfit.inner").with("p", a.cols()).with("q", b.rows()));
        return new Shape(a.rows(), b.cols());
    }

    private static Shape reshaped(Shape from, Shape to) {
        require(
                from.size() == to.size(),
                Message.of("misfit.reshape")
                        .with("from", from.toString())
                        .with("n", from.size())
                        .with("to", to.toString())
                        .with("m", to.size()));
        return to;
    }

    private static Shape stretched(Shape from, Shape to) {
        require(
                from.stretchesTo(to),
                Message.of("misfit.repeat")
                        .with("from", from.toString())
                        .with("to", to.toString()));
        return to;
    }

    private static Shape reduced(Shape from, Shape to) {
        require(
                to.stretchesTo(from),
                Message.of("misfit.sum").with("from", from.toString()).with("to", to.toString()));
        return to;
    }

    private static void require(boolean fits, Message why) {
        if (!fits) {
            throw new Refusal(why);
        }
    }
}
