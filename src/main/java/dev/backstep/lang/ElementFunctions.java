package dev.backstep.lang;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Unary;
import dev.backstep.lang.Function.ToOp;
import dev.backstep.lang.Function.Use;
import dev.backstep.lang.Manual.Chapter;
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
                element("neg", Unary.NEG),
                element("exp", Unary.EXP),
                element("log", Unary.LOG),
                element("ln", Unary.LOG),
                element("sqrt", Unary.SQRT),
                element("square", Unary.SQUARE),
                element("abs", given -> new Op.Abs(given.atZero(-1, 1))),
                element("sin", Unary.SIN),
                element("cos", Unary.COS),
                element("tan", Unary.TAN),
                clip());
    }

    private static List<Function> activations() {
        return List.of(
                element("tanh", Unary.TANH).as(Use.ACTIVATION),
                element("sigmoid", Unary.SIGMOID).as(Use.ACTIVATION),
                element("σ", Unary.SIGMOID).as(Use.ACTIVATION),
                element("relu", given -> new Op.Relu(given.relu0())).as(Use.RECTIFIER),
                leakyRelu(),
                elu(),
                element("softplus", Unary.SOFTPLUS).as(Use.RECTIFIER),
                element("gelu", Unary.GELU).as(Use.RECTIFIER),
                element("silu", Unary.SILU).as(Use.RECTIFIER),
                element("step", given -> new Op.StepFunction(0, given.relu0(), 1))
                        .as(Use.ACTIVATION));
    }

    private static Function clip() {
        return element("clip", given -> new Op.Clip(given.number("low"), given.number("high")))
                .requiring(
                        List.of("low", "high"),
                        op -> op instanceof Op.Clip c ? List.of(c.low(), c.high()) : List.of());
    }

    private static Function leakyRelu() {
        return element(
                        "leaky_relu",
                        given -> {
                            double slope = given.number("slope");
                            return new Op.LeakyRelu(slope, given.atZero(slope, 1));
                        })
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
                        })
                .as(Use.RECTIFIER)
                .defaulting(
                        Map.of("alpha", 1.0),
                        op -> op instanceof Op.Elu e ? List.of(e.alpha()) : List.of());
    }

    private static Function element(String name, Op op) {
        return element(name, FunctionTable.always(op));
    }

    private static Function element(String name, ToOp op) {
        return new Function(name, Chapter.ELEMENTS, FunctionTable.ONE, op);
    }
}
