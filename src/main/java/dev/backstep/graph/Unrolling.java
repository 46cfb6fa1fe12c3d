package dev.backstep.graph;

import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Reducer;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Writes ops out as ops on numbers. Sums are taken in the order in which [Rules#value] takes them.
final class Unrolling {

    private final Graph.Builder b;
    private final Set<Integer> shared = new HashSet<>();
    private int zero = -1;

    /// @param b what is written to
    Unrolling(Graph.Builder b) {
        this.b = b;
    }

    /// The numbers of a node, row by row.
    ///
    /// @param in those of its operands
    List<Integer> open(Graph whole, Node node, List<List<Integer>> in, Optional<String> name) {
        int first = b.size();
        List<Shape> shapes = node.inputs().stream().map(i -> whole.node(i).shape()).toList();
        List<Integer> cells = cells(node, in, shapes, name.orElse(""));
        name.ifPresent(n -> call(cells, first, n, node.shape()));
        return cells;
    }

    private void call(List<Integer> cells, int first, String name, Shape shape) {
        for (int k = 0; k < cells.size(); k++) {
            int cell = cells.get(k);
            if (cell >= first && b.node(cell).name().isEmpty() && !shared.contains(cell)) {
                b.name(cell, name(name, k, shape));
            }
        }
    }

    /// `W[0, 1]` as the language writes it; of a 1×1 the name alone.
    static String name(String name, int k, Shape shape) {
        return shape.isScalar() ? name : name + Op.Slice.element(k, shape).index(shape);
    }

    private List<Integer> cells(Node node, List<List<Integer>> in, List<Shape> of, String name) {
        Op op = node.op();
        return switch (op) {
            case Op.Leaf(Op.Role role) ->
                    each(node, k -> b.leaf(name(name, k, node.shape()), role, Shape.SCALAR));
            case Op.Constant(Tensor value) -> each(node, k -> b.constant(value.at(k)));
            case Op.Pointwise _, Op.Stop() -> each(node, k -> b.add(op, in.getFirst().get(k)));
            case Binary _ -> each(node, k -> b.add(op, in.get(0).get(k), in.get(1).get(k)));
            case Op.MatMul() -> product(in.get(0), in.get(1), of.get(0), of.get(1));
            case Op.Dot() -> List.of(dot(in.get(0), in.get(1)));
            case Op.Norm() -> List.of(together(op, in.getFirst()));
            case Op.Transpose(),
                    Op.Reshape _,
                    Op.Broadcast _,
                    Op.Diag(),
                    Op.Slice _,
                    Op.Place _,
                    Op.Join _ ->
                    moved(op, in, of);
            case Op.Reduction reduction -> reduced(reduction, in.getFirst(), of.getFirst());
            case Op.Centre(Shape over) -> centred(in.getFirst(), of.getFirst(), over);
            case Columnwise columns -> columnwise(columns, in, of.getFirst());
        };
    }

    private static List<Integer> each(Node node, IntUnaryOperator number) {
        return IntStream.range(0, Math.toIntExact(node.shape().size()))
                .map(number)
                .boxed()
                .toList();
    }

    private List<Integer> product(List<Integer> x, List<Integer> y, Shape left, Shape right) {
        List<Integer> cells = new ArrayList<>();
        for (int i = 0; i < left.rows(); i++) {
            for (int j = 0; j < right.cols(); j++) {
                List<Integer> row = x.subList(i * left.cols(), (i + 1) * left.cols());
                cells.add(dot(row, column(y, right, j)));
            }
        }
        return cells;
    }

    private int dot(List<Integer> x, List<Integer> y) {
        return sum(
                IntStream.range(0, x.size())
                        .mapToObj(k -> b.add(Binary.MUL, x.get(k), y.get(k)))
                        .toList());
    }

    private int sum(List<Integer> terms) {
        int sum = terms.getFirst();
        for (int term : terms.subList(1, terms.size())) {
            sum = b.add(Binary.ADD, sum, term);
        }
        return sum;
    }

    private int mean(List<Integer> terms) {
        int sum = sum(terms);
        return terms.size() == 1 ? sum : b.add(Binary.DIV, sum, b.constant(terms.size()));
    }

    /// An op on all of some numbers, as a column.
    private int together(Op op, List<Integer> numbers) {
        int[] parts = numbers.stream().mapToInt(i -> i).toArray();
        return b.add(op, parts.length == 1 ? parts[0] : b.add(new Op.Join(true), parts));
    }

    /// The same numbers elsewhere. The op itself moves them: each as one more than its node, so
    /// that a 0 stands for a number that comes from nowhere.
    List<Integer> moved(Op op, List<List<Integer>> in, List<Shape> of) {
        List<Tensor> marked = new ArrayList<>();
        for (int slot = 0; slot < in.size(); slot++) {
            List<Integer> ids = in.get(slot);
            marked.add(Tensor.generate(of.get(slot), k -> 1 + ids.get(k)));
        }
        Tensor moved = Rules.value(op, marked);
        return IntStream.range(0, moved.size())
                .map(k -> moved.at(k) == 0 ? zero() : (int) moved.at(k) - 1)
                .boxed()
                .toList();
    }

    private int zero() {
        if (zero < 0) {
            zero = b.constant(0);
            shared.add(zero);
        }
        return zero;
    }

    private List<Integer> reduced(Op.Reduction op, List<Integer> x, Shape of) {
        Shape to = op.to();
        return switch (op) {
            case Op.SumTo _ -> parts(x, of, to).stream().map(this::sum).toList();
            case Op.MeanTo _ -> parts(x, of, to).stream().map(this::mean).toList();
            case Op.LogSumExp _ -> wholes(new Op.LogSumExp(Shape.SCALAR), x, of, to);
            case Op.Reduce(Reducer by, Shape _) when by == Reducer.VAR -> {
                List<Integer> squares =
                        centred(x, of, to).stream().map(d -> b.add(Unary.SQUARE, d)).toList();
                yield parts(squares, of, to).stream().map(this::mean).toList();
            }
            case Op.Reduce(Reducer by, Shape _) ->
                    wholes(new Op.Reduce(by, Shape.SCALAR), x, of, to);
        };
    }

    private List<Integer> wholes(Op op, List<Integer> x, Shape of, Shape to) {
        return parts(x, of, to).stream().map(part -> together(op, part)).toList();
    }

    /// The numbers that become one number each, in the order of those.
    private static List<List<Integer>> parts(List<Integer> x, Shape of, Shape to) {
        List<List<Integer>> parts = new ArrayList<>();
        for (long k = to.size(); k > 0; k--) {
            parts.add(new ArrayList<>());
        }
        for (int k = 0; k < x.size(); k++) {
            parts.get(Reductions.target(k, of.cols(), to)).add(x.get(k));
        }
        return parts;
    }

    /// As [Reductions#centred]. What is taken out before shifts the mean by just as much: no
    /// gradient passes it.
    private List<Integer> centred(List<Integer> x, Shape of, Shape over) {
        List<Integer> firsts =
                parts(x, of, over).stream().map(p -> b.add(new Op.Stop(), p.getFirst())).toList();
        List<Integer> apart = minus(x, firsts, of, over);
        List<Integer> means = parts(apart, of, over).stream().map(this::mean).toList();
        return minus(apart, means, of, over);
    }

    private List<Integer> minus(List<Integer> x, List<Integer> y, Shape of, Shape over) {
        return IntStream.range(0, x.size())
                .map(k -> b.add(Binary.SUB, x.get(k), y.get(Reductions.target(k, of.cols(), over))))
                .boxed()
                .toList();
    }

    private List<Integer> columnwise(Columnwise op, List<List<Integer>> in, Shape of) {
        Shape columns = new Shape(1, of.cols());
        List<Integer> x = in.getFirst();
        return switch (op) {
            case SOFTMAX -> {
                List<Integer> powers = powers(belowLargest(x, of, columns));
                List<Integer> sums = parts(powers, of, columns).stream().map(this::sum).toList();
                yield IntStream.range(0, x.size())
                        .map(k -> b.add(Binary.DIV, powers.get(k), sums.get(k % of.cols())))
                        .boxed()
                        .toList();
            }
            case LOG_SOFTMAX -> logSoftmax(x, of, columns);
            case CE ->
                    IntStream.range(0, of.cols())
                            .map(j -> costs(column(x, of, j), column(in.get(1), of, j)))
                            .boxed()
                            .toList();
            case CE_LOGITS -> {
                List<Integer> logs = logSoftmax(x, of, columns);
                yield IntStream.range(0, of.cols())
                        .map(j -> dot(column(in.get(1), of, j), column(logs, of, j)))
                        .map(sum -> b.add(Unary.NEG, sum))
                        .boxed()
                        .toList();
            }
        };
    }

    private int costs(List<Integer> p, List<Integer> y) {
        return sum(
                IntStream.range(0, p.size())
                        .mapToObj(k -> b.add(Columnwise.CE, p.get(k), y.get(k)))
                        .toList());
    }

    private List<Integer> logSoftmax(List<Integer> z, Shape of, Shape columns) {
        List<Integer> below = belowLargest(z, of, columns);
        List<Integer> logs =
                parts(powers(below), of, columns).stream()
                        .map(p -> b.add(Unary.LOG, sum(p)))
                        .toList();
        return minus(below, logs, of, columns);
    }

    private List<Integer> powers(List<Integer> x) {
        return x.stream().map(k -> b.add(Unary.EXP, k)).toList();
    }

    /// Each number minus the largest of its column, which changes no softmax: no gradient passes
    /// it.
    private List<Integer> belowLargest(List<Integer> z, Shape of, Shape columns) {
        Op max = new Op.Reduce(Reducer.MAX, Shape.SCALAR);
        List<Integer> largest =
                parts(z, of, columns).stream()
                        .map(p -> b.add(new Op.Stop(), together(max, p)))
                        .toList();
        return minus(z, largest, of, columns);
    }

    private static List<Integer> column(List<Integer> x, Shape of, int j) {
        return IntStream.range(0, of.rows()).mapToObj(i -> x.get(i * of.cols() + j)).toList();
    }
}
