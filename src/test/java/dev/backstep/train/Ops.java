package dev.backstep.train;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.graph.OpExamples;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Random;

/// Every op with operands it can be tried on, in a shape of choice.
record Ops(Op op, List<Tensor> operands) {

    static List<Ops> all(Shape shape, Random random) {
        return OpExamples.computed(shape).stream()
                .map(op -> new Ops(op, operands(op, shape, random)))
                .toList();
    }

    /// A switch without `default`, so that a new op without a case does not compile.
    private static List<Tensor> operands(Op op, Shape s, Random r) {
        return switch (op) {
            case Op.Leaf _, Op.Constant _ -> List.of();
            case Unary unary ->
                    switch (unary) {
                        case NEG,
                                EXP,
                                SQUARE,
                                SIN,
                                COS,
                                TANH,
                                SIGMOID,
                                SOFTPLUS,
                                GELU,
                                SILU,
                                NORMAL_CDF ->
                                List.of(between(-3, 3, s, r));
                        case LOG, SQRT -> List.of(between(0.1, 3, s, r));
                        case TAN -> List.of(between(-1, 1, s, r));
                    };
            case Op.Pow _ -> List.of(between(0.3, 2, s, r));
            case Op.Relu _, Op.Abs _, Op.LeakyRelu _, Op.Elu _, Op.Clip _, Op.StepFunction _ ->
                    List.of(withZeros(s, r));
            case Binary binary ->
                    switch (binary) {
                        case ADD, SUB, MUL, SE, MAX, MIN, BCE_LOGITS ->
                                List.of(withZeros(s, r), withZeros(s, r));
                        case DIV, SAFE_DIV, POW ->
                                List.of(between(0.3, 2, s, r), between(0.5, 2, s, r));
                        case BCE -> List.of(between(0.05, 0.95, s, r), between(0, 1, s, r));
                    };
            case Op.MatMul() ->
                    List.of(between(-2, 2, new Shape(5, s.rows()), r), between(-2, 2, s, r));
            case Op.Dot() -> List.of(between(-2, 2, s, r), between(-2, 2, s, r));
            case Op.Broadcast _ -> List.of(between(-2, 2, new Shape(s.rows(), 1), r));
            case Op.Reduce _ -> List.of(withZeros(s, r));
            case Op.Move _ -> OpExamples.operands(op, s, r);
            case Op.Transpose(), Op.Norm(), Op.Reshape _, Op.Reduction _, Op.Centre _ ->
                    List.of(between(-2, 2, s, r));
            case Columnwise columns ->
                    switch (columns) {
                        case SOFTMAX, LOG_SOFTMAX -> List.of(between(-4, 4, s, r));
                        case CE -> List.of(between(0.1, 1, s, r), between(0, 1, s, r));
                        case CE_LOGITS -> List.of(between(-4, 4, s, r), between(0, 1, s, r));
                    };
        };
    }

    static Tensor between(double low, double high, Shape shape, Random r) {
        return Tensor.generate(shape, k -> low + (high - low) * r.nextDouble());
    }

    /// Every fifth element is 0: kinks and ties are hit.
    private static Tensor withZeros(Shape shape, Random r) {
        return Tensor.generate(shape, k -> r.nextInt(5) == 0 ? 0 : 4 * r.nextDouble() - 2);
    }
}
