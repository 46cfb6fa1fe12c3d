package dev.backstep.graph;

import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The ops that tests of all ops go through; a new op is added here.
public final class OpExamples {

    private OpExamples() {}

    /// Every op, on operands of a shape, with the numbers and target shapes that make a difference.
    public static List<Op> of(Shape shape) {
        List<Op> ops = new ArrayList<>();
        ops.addAll(Arrays.asList(Unary.values()));
        ops.addAll(Arrays.asList(Binary.values()));
        ops.addAll(Arrays.asList(Columnwise.values()));
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
                        new Op.Clip(-1, 0.7),
                        new Op.StepFunction(0, 0.5, 1),
                        new Op.StepFunction(-1, 0, 1),
                        new Op.MatMul(),
                        new Op.Transpose(),
                        new Op.Dot(),
                        new Op.Norm(),
                        new Op.Reshape(shape.transposed()),
                        new Op.Broadcast(shape)));
        Shape row = new Shape(1, shape.cols());
        Shape column = new Shape(shape.rows(), 1);
        for (Shape to : List.of(Shape.SCALAR, row, column, shape)) {
            ops.add(new Op.SumTo(to));
            ops.add(new Op.MeanTo(to));
            ops.add(new Op.LogSumExp(to));
            ops.add(new Op.Centre(to));
            for (Op.Reducer by : Op.Reducer.values()) {
                ops.add(new Op.Reduce(by, to));
            }
        }
        ops.addAll(moves(shape));
        return ops;
    }

    private static List<Op> moves(Shape s) {
        Shape larger = new Shape(s.rows() + 2, s.cols() + 1);
        return List.of(
                new Op.Diag(),
                Op.Slice.at(0, 0, Shape.SCALAR),
                Op.Slice.at(s.rows() - 1, 0, new Shape(1, s.cols())),
                Op.Slice.at(s.rows() / 2, s.cols() - 1, new Shape(s.rows() - s.rows() / 2, 1)),
                new Op.Place(0, 0, s),
                new Op.Place(1, 1, larger),
                new Op.Join(true),
                new Op.Join(false),
                new Op.Stop());
    }

    /// The same without leaves and constants.
    public static List<Op> computed(Shape shape) {
        return of(shape).stream()
                .filter(op -> !(op instanceof Op.Leaf || op instanceof Op.Constant))
                .toList();
    }

    /// The same without those that no gradient passes.
    public static List<Op> differentiable(Shape shape) {
        return computed(shape).stream().filter(op -> !(op instanceof Op.Stop)).toList();
    }

    /// Operands for an op at points away from its kinks and poles; none for a source. A switch
    /// without `default`, so that a new op without a case does not compile.
    public static List<Tensor> operands(Op op, Shape s, Random r) {
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
                                List.of(between(-2, 2, s, r));
                        case LOG, SQRT -> List.of(between(0.3, 2, s, r));
                        case TAN -> List.of(between(-1, 1, s, r));
                    };
            case Op.Pow(double p) ->
                    List.of(p == Math.rint(p) ? away(s, r) : between(0.3, 2, s, r));
            case Op.Relu _, Op.Abs _, Op.LeakyRelu _, Op.Elu _, Op.StepFunction _ ->
                    List.of(away(s, r));
            case Op.Clip _ -> List.of(clear(s, r));
            case Binary binary ->
                    switch (binary) {
                        case ADD, SUB, MUL, SE, BCE_LOGITS ->
                                List.of(between(-2, 2, s, r), between(-2, 2, s, r));
                        case DIV, SAFE_DIV -> List.of(between(-2, 2, s, r), away(s, r));
                        case POW -> List.of(between(0.3, 2, s, r), between(-2, 2, s, r));
                        case MAX, MIN -> {
                            Tensor x = between(-2, 2, s, r);
                            yield List.of(x, x.zip(away(s, r), Double::sum));
                        }
                        case BCE -> List.of(between(0.2, 0.8, s, r), between(0, 1, s, r));
                    };
            case Op.MatMul() ->
                    List.of(
                            between(-2, 2, s, r),
                            between(-2, 2, new Shape(s.cols(), 1 + s.rows() % 3), r));
            case Op.Dot() -> List.of(between(-2, 2, s, r), between(-2, 2, s, r));
            case Op.Broadcast(Shape to) ->
                    List.of(between(-2, 2, s.rows() > 3 ? new Shape(1, to.cols()) : column(to), r));
            case Op.Reduce _ -> List.of(distinct(s, r));
            case Op.Transpose(), Op.Norm(), Op.Reshape _, Op.Reduction _, Op.Centre _ ->
                    List.of(between(-2, 2, s, r));
            case Op.Move move -> moved(move, s, r);
            case Columnwise columns ->
                    switch (columns) {
                        case SOFTMAX, LOG_SOFTMAX -> List.of(between(-2, 2, s, r));
                        case CE -> List.of(between(0.2, 1, s, r), between(0, 1, s, r));
                        case CE_LOGITS -> List.of(between(-2, 2, s, r), between(0, 1, s, r));
                    };
        };
    }

    private static List<Tensor> moved(Op.Move op, Shape s, Random r) {
        return switch (op) {
            case Op.Diag() ->
                    List.of(between(-2, 2, s.cols() == 1 ? s : new Shape(s.cols(), s.cols()), r));
            case Op.Stop(), Op.Slice _, Op.Place _ -> List.of(between(-2, 2, s, r));
            case Op.Join(boolean down) -> {
                Shape other = down ? new Shape(2, s.cols()) : new Shape(s.rows(), 3);
                yield List.of(between(-2, 2, s, r), between(-2, 2, other, r));
            }
        };
    }

    /// In no order, but none closer than 0.05 to another: the largest stays the largest nearby.
    private static Tensor distinct(Shape shape, Random r) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, (int) shape.size()).boxed().toList());
        Collections.shuffle(order, r);
        return Tensor.generate(shape, k -> 0.1 * order.get(k) - 1 + 0.05 * r.nextDouble());
    }

    /// At least 0.1 away from the bounds −1 and 0.7.
    private static Tensor clear(Shape shape, Random r) {
        return Tensor.generate(
                shape,
                k ->
                        switch (r.nextInt(3)) {
                            case 0 -> -1.1 - r.nextDouble();
                            case 1 -> 0.8 + r.nextDouble();
                            default -> -0.9 + 1.5 * r.nextDouble();
                        });
    }

    private static Shape column(Shape of) {
        return new Shape(of.rows(), 1);
    }

    /// Numbers between two bounds.
    public static Tensor between(double low, double high, Shape shape, Random r) {
        return Tensor.generate(shape, k -> low + (high - low) * r.nextDouble());
    }

    /// At least 0.3 away from 0, on either side.
    private static Tensor away(Shape shape, Random r) {
        return Tensor.generate(
                shape, k -> (r.nextBoolean() ? 1 : -1) * (0.3 + 1.5 * r.nextDouble()));
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
