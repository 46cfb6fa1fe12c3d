package dev.backstep.train;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.graph.Op.Unary;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// One loop of a program, with where it reads and where it writes.
sealed interface Instruction {

    /// Where it writes.
    View out();

    /// Runs an instruction on `k`.
    static void run(Instruction instruction, Kernels k) {
        switch (instruction) {
            case Product(var a, var b, var bias, var out) -> k.product(a, b, bias, out);
            case Apply(var op, var f, var x, var out) -> k.apply(op, f, x, out);
            case Map(var f, var x, var out) -> k.map(f, x, out);
            case Relu(var x, var out) -> k.relu(x, out);
            case Combine(var op, var f, var x, var y, var out) -> k.combine(op, f, x, y, out);
            case TanhSlope(var g, var a, var out) -> k.tanhSlope(g, a, out);
            case SigmoidSlope(var g, var a, var out) -> k.sigmoidSlope(g, a, out);
            case StepSlope(var g, var step, var x, var out) -> k.stepSlope(g, step, x, out);
            case BceSlope(var g, var p, var y, var out) -> k.bceSlope(g, p, y, out);
            case SigmoidBceSlope(var g, var p, var y, var out) -> k.sigmoidBceSlope(g, p, y, out);
            case Sum(var x, var factor, var out) -> k.sum(x, factor, out);
            case ByColumn(var op, var x, var out) -> k.columns(op, x, out);
            case CrossEntropy(var op, var x, var y, var out) -> k.crossEntropy(op, x, y, out);
            case Dot(var x, var y, var out) -> k.dot(x, y, out);
            case Norm(var x, var out) -> k.norm(x, out);
            case Copy(var x, var out) -> k.copy(x, out);
        }
    }

    record Product(View a, View b, @Nullable View bias, View out) implements Instruction {}

    record Apply(Unary op, DoubleUnaryOperator f, View x, View out) implements Instruction {}

    record Map(DoubleUnaryOperator f, View x, View out) implements Instruction {}

    record Relu(View x, View out) implements Instruction {}

    record Combine(Binary op, DoubleBinaryOperator f, View x, View y, View out)
            implements Instruction {}

    record TanhSlope(View g, View a, View out) implements Instruction {}

    record SigmoidSlope(View g, View a, View out) implements Instruction {}

    record StepSlope(View g, Op.Step step, View x, View out) implements Instruction {}

    record BceSlope(View g, View p, View y, View out) implements Instruction {}

    record SigmoidBceSlope(View g, View p, View y, View out) implements Instruction {}

    record Sum(View x, double factor, View out) implements Instruction {}

    record ByColumn(Columns op, View x, View out) implements Instruction {}

    record CrossEntropy(Columns op, View x, View y, View out) implements Instruction {}

    record Dot(View x, View y, View out) implements Instruction {}

    record Norm(View x, View out) implements Instruction {}

    record Copy(View x, View out) implements Instruction {}
}
