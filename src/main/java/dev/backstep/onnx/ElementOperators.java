package dev.backstep.onnx;

import dev.backstep.lang.NumberText;
import dev.backstep.onnx.Operators.Operator;
import dev.backstep.text.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Operators that work element by element: the transpose of the result is that of the operands.
final class ElementOperators {

    static final Map<String, Operator> ALL = new HashMap<>();

    /// √(2/π), as in Hendrycks and Gimpel, *Gaussian Error Linear Units*, 2016.
    private static final double GELU_SCALE = Math.sqrt(2 / Math.PI);

    static {
        Map.of("Relu", "relu", "Sigmoid", "sigmoid", "Tanh", "tanh", "Softplus", "softplus")
                .forEach((type, function) -> ALL.put(type, a -> unary(a, function, "")));
        Map.of("Exp", "exp", "Log", "log", "Sqrt", "sqrt", "Abs", "abs", "Neg", "neg")
                .forEach((type, function) -> ALL.put(type, a -> unary(a, function, "")));
        Map.of("Add", "+", "Sub", "-", "Mul", "*", "Div", "/")
                .forEach((type, sign) -> ALL.put(type, a -> binary(a, sign, a.operand(1))));
        ALL.put("Pow", a -> binary(a, "^", exponent(a)));
        ALL.put(
                "LeakyRelu",
                a -> unary(a, "leaky_relu", ", slope=" + number(a.real("alpha", 0.01f))));
        ALL.put("Elu", a -> unary(a, "elu", ", alpha=" + number(a.real("alpha", 1))));
        ALL.put("Gelu", ElementOperators::gelu);
    }

    private ElementOperators() {}

    private static String number(double x) {
        return NumberText.text(x);
    }

    private static Operand unary(NodeCall a, String function, String settings) {
        Operand x = a.operand(0);
        return a.result(function + "(" + x.transposed() + settings + ")", x.dims());
    }

    /// With broadcasting: shapes are aligned at their last dimension, which is the first one of the
    /// transpose, so a row of numbers is a column.
    private static Operand binary(NodeCall a, String sign, Operand y) {
        Operand x = a.operand(0);
        List<Integer> dims =
                Dims.broadcast(x.dims(), y.dims())
                        .orElseThrow(
                                () ->
                                        a.refused(
                                                Message.of("onnx.shapes")
                                                        .with("a", Dims.words(x.dims()))
                                                        .with("b", Dims.words(y.dims()))));
        boolean flat =
                x.dims().equals(y.dims())
                        || y.isSingle() && dims.equals(x.dims())
                        || x.isSingle() && dims.equals(y.dims());
        if (dims.size() > 2 && !flat) {
            throw a.rank(x.rank() > 2 ? x : y);
        }
        return a.result(x.transposed() + " " + sign + " " + y.transposed(), dims);
    }

    /// An exponent may be of whole numbers.
    private static Operand exponent(NodeCall a) {
        return a.any(1)
                .numbers()
                .filter(n -> n.type().isWhole())
                .map(n -> a.listing().constant(n.asReals()))
                .orElseGet(() -> a.operand(1));
    }

    private static Operand gelu(NodeCall a) {
        String approximate = a.text("approximate", "none");
        if (approximate.equals("none")) {
            return unary(a, "gelu", "");
        }
        if (!approximate.equals("tanh")) {
            throw a.refused(Message.of("onnx.attribute").with("name", "approximate"));
        }
        Operand x = a.operand(0);
        String name = x.transposed();
        return a.result(
                "0.5 * %s * (1 + tanh(%s * (%s + 0.044715 * %s^3)))"
                        .formatted(name, number(GELU_SCALE), name, name),
                x.dims());
    }
}
