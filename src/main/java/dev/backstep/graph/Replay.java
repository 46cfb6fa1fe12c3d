package dev.backstep.graph;

import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// A graph of scalars compiled once into flat arrays and evaluated again and again, as while a
/// slider is dragged.
///
/// Gives bit by bit what [Trace#of] gives, since both take their functions from [Rules].
/// Element-wise ops take no memory in [#run]. A graph with matrices has no replay: there the work
/// is in the kernels, and a [Trace] costs little more. One thread at a time.
public final class Replay {

    private static final int SOURCE = 0;
    private static final int COPY = 1;
    private static final int ADD = 2;
    private static final int SUB = 3;
    private static final int MUL = 4;
    private static final int DIV = 5;
    private static final int NEG = 6;
    private static final int SQUARE = 7;
    private static final int ONE_OPERAND = 8;
    private static final int TWO_OPERANDS = 9;

    private final Graph graph;
    private final int[] code;
    private final int[] first;
    private final int[] second;
    private final double[] values;
    private final DoubleUnaryOperator[] unary;
    private final DoubleBinaryOperator[] binary;

    private Replay(Graph graph) {
        this.graph = graph;
        int n = graph.size();
        this.code = new int[n];
        this.first = new int[n];
        this.second = new int[n];
        this.values = new double[n];
        this.unary = new DoubleUnaryOperator[n];
        this.binary = new DoubleBinaryOperator[n];
        graph.nodes().forEach(this::compile);
    }

    /// The compiled graph; nothing where a node is a matrix.
    public static Optional<Replay> of(Graph graph) {
        boolean scalar = graph.nodes().stream().allMatch(n -> n.shape().isScalar());
        return scalar ? Optional.of(new Replay(graph)) : Optional.empty();
    }

    /// Gives a leaf its value; it counts from the next [#run].
    ///
    /// @throws IllegalArgumentException where the node is no leaf
    public void put(int leaf, double value) {
        if (!(graph.node(leaf).op() instanceof Op.Leaf)) {
            throw new IllegalArgumentException("node " + leaf + " is no leaf");
        }
        values[leaf] = value;
    }

    /// Evaluates all nodes in order.
    public void run() {
        double[] v = values;
        for (int i = 0; i < code.length; i++) {
            int a = first[i];
            int b = second[i];
            switch (code[i]) {
                case SOURCE -> {}
                case COPY -> v[i] = v[a];
                case ADD -> v[i] = v[a] + v[b];
                case SUB -> v[i] = v[a] - v[b];
                case MUL -> v[i] = v[a] * v[b];
                case DIV -> v[i] = v[a] / v[b];
                case NEG -> v[i] = -v[a];
                case SQUARE -> v[i] = v[a] * v[a];
                case ONE_OPERAND -> v[i] = unary[i].applyAsDouble(v[a]);
                default -> v[i] = binary[i].applyAsDouble(v[a], v[b]);
            }
        }
    }

    /// The value a node got in the last [#run].
    public double value(int node) {
        return values[node];
    }

    /// All values of the last [#run], for whoever draws them.
    public Trace trace() {
        List<Tensor> all = new ArrayList<>(values.length);
        for (double v : values) {
            all.add(Tensor.scalar(v));
        }
        return new Trace(graph, all);
    }

    private void compile(Node node) {
        int i = node.id();
        List<Integer> inputs = node.inputs();
        first[i] = inputs.isEmpty() ? 0 : inputs.getFirst();
        second[i] = inputs.size() < 2 ? 0 : inputs.get(1);
        switch (node.op()) {
            case Op.Leaf _ -> code[i] = SOURCE;
            case Op.Constant(Tensor value) -> values[i] = value.item();
            case Unary op ->
                    unary(i, op == Unary.NEG ? NEG : op == Unary.SQUARE ? SQUARE : ONE_OPERAND, op);
            case Op.Pointwise op -> unary(i, ONE_OPERAND, op);
            case Binary op -> binary(i, op);
            case Op.Transpose(), Op.Reshape _, Op.Broadcast _, Op.Move _ -> code[i] = COPY;
            case Op.MatMul(), Op.Dot(), Op.Norm(), Op.Reduction _, Op.Centre _, Op.Columnwise _ ->
                    whole(i, node);
        }
    }

    private void unary(int i, int opcode, Op.Pointwise op) {
        code[i] = opcode;
        unary[i] = Rules.function(op);
    }

    private void binary(int i, Binary op) {
        binary[i] = Rules.function(op);
        code[i] =
                switch (op) {
                    case ADD -> ADD;
                    case SUB -> SUB;
                    case MUL -> MUL;
                    case DIV -> DIV;
                    case POW, MAX, MIN, SAFE_DIV, BCE, BCE_LOGITS, SE -> TWO_OPERANDS;
                };
    }

    /// Ops that are about matrices, on 1×1 ones: their own rule, with a matrix around each number.
    private void whole(int i, Node node) {
        Op op = node.op();
        if (node.inputs().size() == 1) {
            code[i] = ONE_OPERAND;
            unary[i] = x -> Rules.value(op, List.of(Tensor.scalar(x))).item();
        } else {
            code[i] = TWO_OPERANDS;
            binary[i] =
                    (x, y) -> Rules.value(op, List.of(Tensor.scalar(x), Tensor.scalar(y))).item();
        }
    }
}
