package dev.backstep.graph;

import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ops that tests of all ops go through; a new op is added here.
public final class OpExamples {

    private OpExamples() {}

    /// Every op, on operands of a shape, with the numbers and target shapes that make a difference.
    public static List<Op> of(Shape shape) {
        List<Op> ops = new ArrayList<>();
        ops.addAll(Arrays.asList(Unary.values()));
        ops.addAll(Arrays.asList(Binary.values()));
        ops.addAll(Arrays.asList(Columns.values()));
        for (double p : new double[] {-2, -1, 0, 0.5, 1, 1.5, 2, 3, 4}) {
            ops.add(new Op.Pow(p));
        }
        ops.addAll(
                List.of(
                        new Op.Leaf(Op.Role.INPUT),
                        new Op.Constant(Tensor.scalar(1)),
                        new Op.Relu(0.5),
                        new Op.Abs(0),
                        new Op.LeakyRelu(0.01, 0.505),
                        new Op.LeakyRelu(0.3, 0.65),
                        new Op.Elu(1, 1),
                        new Op.Elu(0.4, 0.7),
                        new Op.Step(0, 0.5, 1),
                        new Op.Step(-1, 0, 1),
                        new Op.MatMul(),
                        new Op.Transpose(),
                        new Op.Dot(),
                        new Op.Norm(),
                        new Op.Reshape(shape.transposed()),
                        new Op.Stretch(shape)));
        Shape row = new Shape(1, shape.cols());
        Shape column = new Shape(shape.rows(), 1);
        for (Shape to : List.of(Shape.SCALAR, row, column, shape)) {
            ops.add(new Op.SumTo(to));
            ops.add(new Op.MeanTo(to));
            ops.add(new Op.LogSumExp(to));
        }
        return ops;
    }

    /// The same without leaves and constants.
    public static List<Op> computed(Shape shape) {
        return of(shape).stream()
                .filter(op -> !(op instanceof Op.Leaf || op instanceof Op.Constant))
                .toList();
    }

    /// The classes of which an op can be: a list of ops that has one of each leaves none out.
    public static Set<Class<?>> kinds() {
        return kinds(Op.class).collect(Collectors.toSet());
    }

    private static Stream<Class<?>> kinds(Class<?> of) {
        return of.isInterface()
                ? Arrays.stream(of.getPermittedSubclasses()).flatMap(OpExamples::kinds)
                : Stream.of(of);
    }
}
