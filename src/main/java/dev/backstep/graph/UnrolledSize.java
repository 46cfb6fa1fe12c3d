package dev.backstep.graph;

import dev.backstep.graph.Op.Columnwise;
import dev.backstep.tensor.Shape;
import java.util.HashSet;
import java.util.Set;

/// How many nodes [Unrolling] makes, by counting alone.
final class UnrolledSize {

    private UnrolledSize() {}

    /// @param opened the nodes that are opened; what is not stays whole
    static long of(Graph whole, Set<Integer> opened) {
        boolean[] needed = Unroller.needed(whole, opened);
        Set<Integer> gathered = new HashSet<>();
        long size = 0;
        boolean zero = false;
        for (Node node : whole.nodes()) {
            boolean kept = !opened.contains(node.id());
            if (kept) {
                size += needed[node.id()] ? 1 : 0;
                continue;
            }
            Shape x =
                    node.inputs().isEmpty()
                            ? node.shape()
                            : whole.node(node.inputs().getFirst()).shape();
            zero |= fills(node, x);
            size += of(node, x) + (needed[node.id()] ? Apart.joins(node.shape()) : 0);
            for (int operand : node.inputs()) {
                size += gathering(whole, operand, opened, needed, gathered);
            }
        }
        return size + (zero ? 1 : 0);
    }

    /// What it takes to have the numbers of an operand, where they have not been gathered before.
    private static long gathering(
            Graph whole,
            int operand,
            Set<Integer> opened,
            boolean[] needed,
            Set<Integer> gathered) {
        Node node = whole.node(operand);
        boolean apart = opened.contains(operand) && !needed[operand];
        if (apart || node.shape().isScalar() && !node.isStretch() || !gathered.add(operand)) {
            return 0;
        }
        return switch (node.op()) {
            case Op.Broadcast _ ->
                    gathering(whole, node.inputs().getFirst(), opened, needed, gathered);
            case Op.Constant _ -> node.shape().size();
            case Op _ -> Apart.size(node.shape());
        };
    }

    /// Whether there are zeros beside the operand.
    private static boolean fills(Node node, Shape x) {
        boolean adds = node.op() instanceof Op.Place || node.op() instanceof Op.Diag;
        return adds && node.shape().size() > x.size();
    }

    /// @param x the shape of the first operand
    private static long of(Node node, Shape x) {
        long cells = node.shape().size();
        long in = x.size();
        return switch (node.op()) {
            case Op.Leaf _, Op.Constant _, Op.Pointwise _, Op.Stop _, Op.Binary _ -> cells;
            case Op.MatMul() -> cells * (2L * x.cols() - 1);
            case Op.Dot() -> 2 * in - 1;
            case Op.Norm() -> whole(in, 1);
            case Op.Transpose _,
                    Op.Reshape _,
                    Op.Broadcast _,
                    Op.Diag _,
                    Op.Slice _,
                    Op.Place _,
                    Op.Join _ ->
                    0;
            case Op.Reduction reduction -> of(reduction, in, cells);
            case Op.Centre(Shape over) -> centred(in, over.size());
            case Columnwise columns -> of(columns, in, x.cols());
        };
    }

    private static long of(Op.Reduction op, long in, long to) {
        return switch (op) {
            case Op.SumTo _ -> in - to;
            case Op.MeanTo _ -> means(in, to);
            case Op.LogSumExp _ -> whole(in, to);
            case Op.Reduce(Op.Reducer by, Shape _) when by == Op.Reducer.VAR ->
                    centred(in, to) + in + means(in, to);
            case Op.Reduce _ -> whole(in, to);
        };
    }

    private static long means(long in, long to) {
        return in - to + (in == to ? 0 : 2 * to);
    }

    /// An op on each of some columns, and the columns.
    private static long whole(long in, long to) {
        return in == to ? to : 2 * to;
    }

    private static long centred(long in, long over) {
        return over + 2 * in + means(in, over);
    }

    private static long of(Columnwise op, long in, long columns) {
        long below = whole(in, columns) + columns + in;
        long sums = in - columns;
        long logs = below + in + sums + columns + in;
        return switch (op) {
            case SOFTMAX -> below + in + sums + in;
            case LOG_SOFTMAX -> logs;
            case CE -> in + sums;
            case CE_LOGITS -> logs + in + sums + columns;
        };
    }
}
