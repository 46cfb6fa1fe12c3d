package dev.backstep.lang;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Unary;
import dev.backstep.lang.Function.ToOp;
import dev.backstep.lang.Function.Use;
import dev.backstep.lang.Manual.Group;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The rows of the [FunctionTable] that work on each element by itself.
final class ElementFunctions {

    private ElementFunctions() {}

    static List<Function> rows() {
        return Stream.of(plain(), activations()).flatMap(List::stream).toList();
    }

    private static List<Function> plain() {
        return List.of(
                element("neg", Unary.NEG, "−x; local gradient −1"),
                element("exp", Unary.EXP, "e to the x; local gradient: its own value"),
                element("log", Unary.LOG, "natural logarithm; local gradient 1/x"),
                element("ln", Unary.LOG, "another way to write log"),
                element("sqrt", Unary.SQRT, "square root; local gradient 1/(2√x)"),
                element("square", Unary.SQUARE, "x²; local gradient 2x"),
                element(
                        "abs",
                        given -> new Op.Abs(given.atZero(-1, 1)),
                        "|x|; local gradient the sign of x"),
                element("sin", Unary.SIN, "sine; local gradient cos x"),
                element("cos", Unary.COS, "cosine; local gradient −sin x"),
                element("tan", Unary.TAN, "tangent; local gradient 1/cos² x"));
    }

    private static List<Function> activations() {
        return List.of(
                element("tanh", Unary.TANH, "from −1 to 1; local gradient 1 − tanh² x")
                        .as(Use.ACTIVATION),
                element(
                                "sigmoid",
                                Unary.SIGMOID,
                                "1/(1 + e⁻ˣ), from 0 to 1; local gradient σ(1 − σ)")
                        .as(Use.ACTIVATION),
                element("σ", Unary.SIGMOID, "another way to write sigmoid").as(Use.ACTIVATION),
                element(
                                "relu",
                                given -> new Op.Relu(given.relu0()),
                                "x where positive, else 0; local gradient 1 or 0, at 0 as set")
                        .as(Use.RECTIFIER),
                leakyRelu(),
                elu(),
                element(
                                "softplus",
                                Unary.SOFTPLUS,
                                "log(1 + eˣ), a smooth relu; local gradient σ(x)")
                        .as(Use.RECTIFIER),
                element("gelu", Unary.GELU, "x·Φ(x), exact; local gradient Φ(x) + x·φ(x)")
                        .as(Use.RECTIFIER),
                element("silu", Unary.SILU, "x·σ(x); local gradient σ + x·σ(1 − σ)")
                        .as(Use.RECTIFIER),
                element(
                                "step",
                                given -> new Op.Step(0, given.relu0(), 1),
                                "1 where positive, 0 where negative, at 0 what relu0 is; local gradient 0")
                        .as(Use.ACTIVATION));
    }

    private static Function leakyRelu() {
        return element(
                        "leaky_relu",
                        given -> {
                            double slope = given.number("slope");
                            return new Op.LeakyRelu(slope, given.atZero(slope, 1));
                        },
                        "x where positive, else slope·x; local gradient 1 or slope, at 0 mixed by relu0")
                .as(Use.RECTIFIER)
                .defaulting(
                        Map.of("slope", 0.01),
                        op -> op instanceof Op.LeakyRelu r ? List.of(r.slope()) : List.of());
    }

    private static Function elu() {
        return element(
                        "elu",
                        given -> {
                            double alpha = given.number("alpha");
                            return new Op.Elu(alpha, given.atZero(alpha, 1));
                        },
                        "x where positive, else α(eˣ − 1); local gradient 1 or αeˣ, at 0 mixed by relu0")
                .as(Use.RECTIFIER)
                .defaulting(
                        Map.of("alpha", 1.0),
                        op -> op instanceof Op.Elu e ? List.of(e.alpha()) : List.of());
    }

    private static Function element(String name, Op op, String explanation) {
        return element(name, FunctionTable.always(op), explanation);
    }

    private static Function element(String name, ToOp op, String explanation) {
        return new Function(name, Group.ELEMENTS, FunctionTable.ONE, explanation, op);
    }
}
