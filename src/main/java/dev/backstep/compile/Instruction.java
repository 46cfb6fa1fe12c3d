package dev.backstep.compile;

import dev.backstep.compile.kernel.Kernels;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.graph.Rules;
import dev.backstep.tensor.Strided;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// One loop of a program, with where it reads and where it writes.
public sealed interface Instruction {

    /// Where it writes.
    Strided out();

    /// The loop itself on `k`, chosen once: a class of its own for each kind, so that running it
    /// asks for no kind any more.
    static Runnable loop(Instruction instruction, Kernels k) {
        return switch (instruction) {
            case Product(var a, var b, var bias, var out) -> () -> k.product(a, b, bias, out);
            case LayerGradients(var g, var x, var weights, var bias) ->
                    () -> k.layerGradients(g, x, weights, bias);
            case Apply(var op, var f, var x, var out) -> () -> k.apply(op, f, x, out);
            case Map(var f, var x, var out) -> () -> k.map(f, x, out);
            case Relu(var x, var out) -> () -> k.relu(x, out);
            case Combine(var op, var f, var x, var y, var out) -> () -> k.combine(op, f, x, y, out);
            case TanhSlope(var g, var a, var out) -> () -> k.tanhSlope(g, a, out);
            case SigmoidSlope(var g, var a, var out) -> () -> k.sigmoidSlope(g, a, out);
            case StepSlope(var g, var step, var x, var out) -> () -> k.stepSlope(g, step, x, out);
            case BceSlope(var g, var p, var y, var out) -> () -> k.bceSlope(g, p, y, out);
            case SigmoidBceSlope(var g, var p, var y, var out) ->
                    () -> k.sigmoidBceSlope(g, p, y, out);
            case Sum(var x, var factor, var out) -> () -> k.sum(x, factor, out);
            case ByColumn(var op, var x, var out) -> () -> k.columns(op, x, out);
            case CrossEntropy(var op, var x, var y, var out) -> () -> k.crossEntropy(op, x, y, out);
            case Dot(var x, var y, var out) -> () -> k.dot(x, y, out);
            case Norm(var x, var out) -> () -> k.norm(x, out);
            case Copy(var x, var out) -> () -> k.copy(x, out);
            case Place(var x, var part, var out) -> () -> k.place(x, part, out);
            case Join(var x, var parts, var _) ->
                    () -> {
                        for (int i = 0; i < parts.size(); i++) {
                            k.copy(x.get(i), parts.get(i));
                        }
                    };
            case ByRule(var op, var x, var out) ->
                    () -> out.set(Rules.value(op, List.of(x.toTensor())));
        };
    }

    record Product(Strided a, Strided b, @Nullable Strided bias, Strided out)
            implements Instruction {}

    /// The gradients of a layer's weights, `g · x`, and of its bias, the sum of each row of `g`.
    record LayerGradients(Strided g, Strided x, Strided out, Strided bias) implements Instruction {

        /// A sum and the product after it as one loop, if they are those of a layer.
        static Optional<Instruction> of(Instruction one, Instruction next) {
            return one instanceof Sum(Strided g, double factor, Strided bias)
                            && next instanceof Product(Strided a, Strided x, var added, Strided out)
                            && factor == 1
                            && added == null
                            && g.equals(a)
                            && bias.cols() == 1
                            && bias.rows() == out.rows()
                    ? Optional.of(new LayerGradients(g, x, out, bias))
                    : Optional.empty();
        }
    }

    record Apply(Unary op, DoubleUnaryOperator f, Strided x, Strided out) implements Instruction {}

    record Map(DoubleUnaryOperator f, Strided x, Strided out) implements Instruction {}

    record Relu(Strided x, Strided out) implements Instruction {}

    record Combine(Binary op, DoubleBinaryOperator f, Strided x, Strided y, Strided out)
            implements Instruction {}

    record TanhSlope(Strided g, Strided a, Strided out) implements Instruction {}

    record SigmoidSlope(Strided g, Strided a, Strided out) implements Instruction {}

    record StepSlope(Strided g, Op.StepFunction step, Strided x, Strided out)
            implements Instruction {}

    record BceSlope(Strided g, Strided p, Strided y, Strided out) implements Instruction {}

    record SigmoidBceSlope(Strided g, Strided p, Strided y, Strided out) implements Instruction {}

    record Sum(Strided x, double factor, Strided out) implements Instruction {}

    record ByColumn(Columnwise op, Strided x, Strided out) implements Instruction {}

    record CrossEntropy(Columnwise op, Strided x, Strided y, Strided out) implements Instruction {}

    record Dot(Strided x, Strided y, Strided out) implements Instruction {}

    record Norm(Strided x, Strided out) implements Instruction {}

    record Copy(Strided x, Strided out) implements Instruction {}

    /// Zeros but for the part of `out` that is `x`.
    record Place(Strided x, Strided part, Strided out) implements Instruction {}

    /// Each `x` to its part of `out`.
    record Join(List<Strided> x, List<Strided> parts, Strided out) implements Instruction {}

    /// An op of one operand that has no loop of its own yet: computed as the stepper does.
    record ByRule(Op op, Strided x, Strided out) implements Instruction {}
}
