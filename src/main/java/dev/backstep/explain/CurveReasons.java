package dev.backstep.explain;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Unary;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.EnumSet;
import java.util.Set;

/// Why the slope of a function of one operand, element by element, is what it is, in words.
///
/// @param edge from the op to its operand
record CurveReasons(Walkthrough w, Edge edge) {

    /// The functions about which there is more to say than what their derivative is.
    private static final Set<Unary> OWN_WORDS =
            EnumSet.of(
                    Unary.NEG,
                    Unary.EXP,
                    Unary.SIN,
                    Unary.COS,
                    Unary.TAN,
                    Unary.TANH,
                    Unary.SIGMOID,
                    Unary.SOFTPLUS,
                    Unary.GELU,
                    Unary.SILU,
                    Unary.NORMAL_CDF);

    Message of(Op.Pointwise op) {
        return switch (op) {
            case Unary unary -> unary(unary);
            case Op.Pow(double p) -> p == 0 || p == 1 ? power(p) : derivative(op);
            case Op.Relu(double at) -> kink(0, at);
            case Op.Abs(double at) -> kink(-1, at);
            case Op.LeakyRelu(double slope, double at) -> kink(slope, at);
            case Op.Elu _ -> elu();
            case Op.Clip(double low, double high) -> clip(low, high);
            case Op.StepFunction _ -> reason("step");
        };
    }

    /// Slope 1 above 0, α·eˣ below; at 0 itself the convention, unless both sides meet there.
    private Message elu() {
        if (!(slope() instanceof Expression.Choice choice)) {
            throw new IllegalStateException("an ELU has a slope on either side");
        }
        Message.Pattern sides =
                reason(choice.isSmooth() ? "sides.smooth" : "sides")
                        .with("below", text(choice.below()));
        return choice.isSmooth() ? sides : sides.with("at", text(choice.at()));
    }

    /// Slope 1 between the bounds and 0 outside; at a bound the convention.
    private Message clip(double low, double high) {
        if (low == high) {
            return reason("clip.one");
        }
        if (!in().shape().isScalar()) {
            return reason("clip").with("low", number(low)).with("high", number(high));
        }
        double value = in().item();
        if (Double.isNaN(value)) {
            return reason("kink.nan");
        }
        return reason(
                value == low || value == high
                        ? "clip.bound"
                        : value > low && value < high ? "clip.between" : "clip.outside");
    }

    private Message unary(Unary op) {
        return OWN_WORDS.contains(op)
                ? reason(op.word()).with("slope", text(slope()))
                : derivative(op);
    }

    private Message power(double p) {
        return reason(p == 0 ? "pow.zero" : "pow.one");
    }

    /// Slope 1 above 0; which side it is on, and at 0 itself the convention.
    private Message kink(double below, double at) {
        if (!in().shape().isScalar()) {
            return reason("sides").with("below", number(below)).with("at", number(at));
        }
        double value = in().item();
        if (Double.isNaN(value)) {
            return reason("kink.nan");
        }
        if (value == 0) {
            return reason("kink").with("at", number(at));
        }
        if (value > 0) {
            return reason("kink.positive");
        }
        return below == 0
                ? reason("kink.negative.flat")
                : below == 1
                        ? reason("kink.negative.unchanged")
                        : reason("kink.negative").with("slope", number(below));
    }

    /// `the derivative of √x is 1/(2√x)`
    private Message derivative(Op op) {
        return Message.of("reason.derivative")
                .with("of", text(Expression.of(op, new Expression.Symbol(operand()))))
                .with("is", text(slope()));
    }

    private String text(Expression e) {
        return ExpressionText.of(e, w.labels()::words);
    }

    private Expression slope() {
        return LocalFormula.of(w, edge).shown();
    }

    private int operand() {
        return w.drawn().source(edge).id();
    }

    private Tensor in() {
        return w.value(operand());
    }

    private Message.Pattern reason(String key) {
        return Message.of("reason." + key)
                .with("x", w.labels().words(operand()))
                .with("z", w.labels().words(edge.node()));
    }

    /// A setting of the program, with all its digits.
    private static String number(double x) {
        return Numbers.FULL.plain(x);
    }
}
