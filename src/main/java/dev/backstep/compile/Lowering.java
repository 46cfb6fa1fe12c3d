package dev.backstep.compile;

import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.graph.Rules;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Turns nodes, in order, into places in memory and instructions that fill them.
final class Lowering {

    private final SimplifiedGraph canonical;
    private final Strided[] views;
    private final Map<Integer, Strided> chosen;
    private final Map<Integer, Strided> copies = new HashMap<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final double[] work;
    private int end = Strided.START;

    /// @param chosen where nodes must lie whose place is not free: leaves, gradients of parameters
    /// @param room how many elements all other nodes need together
    Lowering(SimplifiedGraph canonical, Map<Integer, Strided> chosen, int room) {
        this.canonical = canonical;
        this.views = new Strided[canonical.size()];
        this.chosen = chosen;
        this.work = new double[Strided.START + room + Strided.SLACK];
    }

    /// Elements a node takes up, in whole cache lines, with room for a vector that begins at its
    /// last element.
    static int room(Shape shape) {
        return Math.toIntExact((shape.size() + 14) / 8 * 8);
    }

    List<Instruction> instructions() {
        return instructions;
    }

    Strided view(int id) {
        return Objects.requireNonNull(views[id]);
    }

    /// Where a node lies, if it is computed.
    Optional<Strided> computed(int id) {
        return Optional.ofNullable(views[id]);
    }

    /// Whether a node has a place of its own that a loop writes to; else it only looks at others.
    static boolean isComputed(SimplifiedGraph c, int id) {
        return !(c.node(id).isSource()
                || c.constant(id).isPresent()
                || c.op(id) instanceof Op.Broadcast
                || c.op(id) instanceof Op.Transpose
                || c.op(id) instanceof Op.Slice
                || c.op(id) instanceof Op.Reshape);
    }

    /// Whether the loop that computes a node writes nothing past its end, as others do that write
    /// whole vectors.
    static boolean writesInside(SimplifiedGraph c, int id) {
        return c.constant(id).isEmpty()
                && (c.op(id) instanceof Op.MatMul
                        || c.op(id) instanceof Op.SumTo
                        || c.op(id) instanceof Op.MeanTo);
    }

    void lower(int id, LoopForm form) {
        Node node = canonical.node(id);
        if (canonical.constant(id).isPresent()) {
            views[id] = Strided.of(canonical.constant(id).get());
            return;
        }
        if (node.op() instanceof Op.Leaf) {
            views[id] = Objects.requireNonNull(chosen.get(id));
            return;
        }
        if (!isComputed(canonical, id)) {
            Strided x = view(canonical.input(id, 0));
            views[id] =
                    switch (node.op()) {
                        case Op.Broadcast(Shape to) -> x.stretchedTo(to);
                        case Op.Transpose() -> x.transposed();
                        case Op.Slice(int top, int _, int left, int _) ->
                                x.part(top, left, node.shape());
                        default -> flat(canonical.input(id, 0)).reshaped(node.shape());
                    };
            return;
        }
        Strided out = chosen.containsKey(id) ? chosen.get(id) : take(node.shape());
        views[id] = out;
        instructions.add(instruction(node, form, out));
    }

    private Strided take(Shape shape) {
        Strided view = Strided.of(work, end, shape);
        end += room(shape);
        return view;
    }

    private Instruction instruction(Node node, LoopForm form, Strided out) {
        return switch (form) {
            case LoopForm.Affine(int w, int x, int b) ->
                    new Instruction.Product(view(w), view(x), view(b), out);
            case LoopForm.TanhSlope(int g, int a) ->
                    new Instruction.TanhSlope(rowWise(g), flat(a), out);
            case LoopForm.SigmoidSlope(int g, int a) ->
                    new Instruction.SigmoidSlope(rowWise(g), flat(a), out);
            case LoopForm.StepSlope(int g, Op.StepFunction step, int x) ->
                    new Instruction.StepSlope(rowWise(g), step, flat(x), out);
            case LoopForm.BceSlope(int g, int p, int y) ->
                    new Instruction.BceSlope(rowWise(g), flat(p), flat(y), out);
            case LoopForm.SigmoidBceSlope(int g, int p, int y) ->
                    new Instruction.SigmoidBceSlope(rowWise(g), flat(p), flat(y), out);
            case LoopForm.Own(List<Integer> x) -> own(node.op(), x, out);
        };
    }

    private Instruction own(Op op, List<Integer> x, Strided out) {
        int first = x.getFirst();
        return switch (op) {
            case Unary unary ->
                    new Instruction.Apply(unary, Rules.function(unary), flat(first), out);
            case Op.Relu _ -> new Instruction.Relu(flat(first), out);
            case Op.Pointwise point -> new Instruction.Map(Rules.function(point), flat(first), out);
            case Binary binary ->
                    new Instruction.Combine(
                            binary, Rules.function(binary), rowWise(first), rowWise(x.get(1)), out);
            case Op.MatMul() -> new Instruction.Product(view(first), view(x.get(1)), null, out);
            case Op.Dot() -> new Instruction.Dot(rowWise(first), rowWise(x.get(1)), out);
            case Op.Norm() -> new Instruction.Norm(view(first), out);
            case Op.SumTo _ -> sum(rowWise(first), 1, out);
            case Op.MeanTo _ -> sum(rowWise(first), (double) out.size() / view(first).size(), out);
            case Op.Reduction _, Op.Centre _ -> new Instruction.ByRule(op, view(first), out);
            case Op.Move move -> moved(move, x, out);
            case Columnwise columns ->
                    switch (columns) {
                        case SOFTMAX, LOG_SOFTMAX ->
                                new Instruction.ByColumn(columns, rowWise(first), out);
                        case CE, CE_LOGITS ->
                                new Instruction.CrossEntropy(
                                        columns, rowWise(first), rowWise(x.get(1)), out);
                    };
            case Op.Leaf _, Op.Constant _, Op.Transpose _, Op.Reshape _, Op.Broadcast _ ->
                    throw new IllegalArgumentException(op + " is not computed");
        };
    }

    private Instruction moved(Op.Move op, List<Integer> x, Strided out) {
        Strided first = view(x.getFirst());
        return switch (op) {
            case Op.Diag() ->
                    first.cols() == 1
                            ? new Instruction.Place(first, out.diagonal(), out)
                            : new Instruction.Copy(first.diagonal(), out);
            case Op.Place(int top, int left, Shape _) ->
                    new Instruction.Place(first, out.part(top, left, first.shape()), out);
            case Op.Join(boolean down) -> joined(down, x, out);
            case Op.Slice _, Op.Stop _ ->
                    throw new IllegalArgumentException(op + " is not computed");
        };
    }

    private Instruction joined(boolean down, List<Integer> x, Strided out) {
        List<Strided> parts = x.stream().map(this::view).toList();
        List<Strided> places = new ArrayList<>();
        int at = 0;
        for (Strided part : parts) {
            places.add(out.part(down ? at : 0, down ? 0 : at, part.shape()));
            at += down ? part.rows() : part.cols();
        }
        return new Instruction.Join(parts, places, out);
    }

    /// Sums over repeated rows or columns are one of them times their number.
    private static Instruction sum(Strided x, double factor, Strided out) {
        boolean down = x.down() == 0 && out.rows() == 1;
        boolean across = x.across() == 0 && out.cols() == 1;
        double repeated = (down ? x.rows() : 1.0) * (across ? x.cols() : 1.0);
        Strided once =
                new Strided(
                        x.data(),
                        x.at(),
                        down ? 1 : x.rows(),
                        across ? 1 : x.cols(),
                        x.down(),
                        x.across());
        return new Instruction.Sum(once, factor * repeated, out);
    }

    private Strided flat(int id) {
        Strided view = view(id);
        return view.isFlat() ? view : copy(id, view);
    }

    private Strided rowWise(int id) {
        Strided view = view(id);
        return view.isRowWise() ? view : copy(id, view);
    }

    private Strided copy(int id, Strided view) {
        return copies.computeIfAbsent(
                id,
                _ -> {
                    Strided copy = Strided.zeros(view.shape());
                    instructions.add(new Instruction.Copy(view, copy));
                    return copy;
                });
    }
}
