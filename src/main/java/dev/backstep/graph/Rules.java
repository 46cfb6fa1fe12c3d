package dev.backstep.graph;

import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
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
            case Op.Clip(double low, double high) -> clipped(in.getFirst(), low <= high);
            case Op.Pointwise _ -> in.getFirst();
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
            case Op.Centre(Shape over) -> {
                reduced(in.getFirst(), over);
                yield in.getFirst();
            }
            case Op.Move move -> MoveRules.shape(move, in);
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
            case Op.Pointwise point -> in.getFirst().map(function(point));
            case Binary binary -> in.get(0).zip(in.get(1), function(binary));
            case Op.MatMul() -> in.get(0).matmul(in.get(1));
            case Op.Transpose() -> in.getFirst().transposed();
            case Op.Dot() -> in.get(0).zip(in.get(1), (a, b) -> a * b).summedTo(Shape.SCALAR);
            case Op.Norm() -> Tensor.scalar(Functions.norm(in.getFirst()));
            case Op.Reshape(Shape to) -> in.getFirst().reshaped(to);
            case Op.Broadcast(Shape to) -> in.getFirst().stretchedTo(to);
            case Op.Reduction reduction -> Reductions.value(reduction, in.getFirst());
            case Op.Centre(Shape over) -> Reductions.centred(in.getFirst(), over);
            case Op.Move move -> MoveRules.value(move, in);
            case Columnwise columns ->
                    switch (columns) {
                        case SOFTMAX -> Functions.softmax(in.getFirst());
                        case LOG_SOFTMAX -> Functions.logSoftmax(in.getFirst());
                        case CE -> crossEntropy(in.get(0).map(Math::log), in.get(1));
                        case CE_LOGITS -> crossEntropy(Functions.logSoftmax(in.get(0)), in.get(1));
                    };
        };
    }

    /// What an op does to each number.
    public static DoubleUnaryOperator function(Op.Pointwise op) {
        return switch (op) {
            case Unary unary -> function(unary);
            case Op.Pow(double p) -> x -> Math.pow(x, p);
            case Op.Relu _ -> x -> x > 0 || Double.isNaN(x) ? x : 0;
            case Op.Abs _ -> Math::abs;
            case Op.LeakyRelu(double slope, double _) -> x -> x > 0 ? x : slope * x;
            case Op.Elu(double alpha, double _) -> x -> x > 0 ? x : alpha * Math.expm1(x);
            case Op.Clip(double low, double high) -> x -> Math.min(Math.max(x, low), high);
            case Op.StepFunction(double below, double at, double above) ->
                    x -> x > 0 ? above : x < 0 ? below : x == 0 ? at : Double.NaN;
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

    private static Shape clipped(Shape x, boolean inOrder) {
        require(inOrder, Message.of("misfit.clip"));
        return x;
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

    static void require(boolean fits, Message why) {
        if (!fits) {
            throw new Refusal(why);
        }
    }
}
