package dev.backstep.train;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
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

    /// Those of [OpExamples], but kinks and ties are hit.
    private static List<Tensor> operands(Op op, Shape shape, Random random) {
        List<Tensor> apart = OpExamples.operands(op, shape, random);
        return hasKink(op) ? apart.stream().map(x -> withZeros(x, random)).toList() : apart;
    }

    private static boolean hasKink(Op op) {
        return switch (op) {
            case Op.Relu _, Op.Abs _, Op.LeakyRelu _, Op.Elu _, Op.Clip _ -> true;
            case Op.StepFunction _, Op.Reduce _ -> true;
            case Binary binary -> binary == Binary.MAX || binary == Binary.MIN;
            default -> false;
        };
    }

    /// About every fifth element is 0.
    private static Tensor withZeros(Tensor x, Random random) {
        return x.map(value -> random.nextInt(5) == 0 ? 0 : value);
    }
}
