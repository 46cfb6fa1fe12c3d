package dev.backstep.graph;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;

/// The ops that only move elements: shape, value, and what their gradient is moved by.
final class MoveRules {

    private MoveRules() {}

    static Shape shape(Op.Move op, List<Shape> in) {
        Shape x = in.getFirst();
        return switch (op) {
            case Op.Stop() -> x;
            case Op.Diag() -> diagonal(x);
            case Op.Slice slice -> {
                isInside(slice, x);
                yield slice.shape();
            }
            case Op.Place(int top, int left, Shape into) -> {
                isInside(Op.Slice.at(top, left, x), into);
                yield into;
            }
            case Op.Join(boolean down) -> joined(down, in);
        };
    }

    private static void isInside(Op.Slice part, Shape x) {
        boolean begins = part.top() >= 0 && part.left() >= 0;
        if (!begins || part.bottom() > x.rows() || part.right() > x.cols()) {
            throw new IllegalArgumentException(x + " has no part " + part);
        }
    }

    private static Shape diagonal(Shape x) {
        Rules.require(
                x.cols() == 1 || x.rows() == x.cols(),
                Message.of("misfit.diag").with("shape", x.toString()));
        return x.cols() == 1 ? new Shape(x.rows(), x.rows()) : new Shape(x.rows(), 1);
    }

    private static Shape joined(boolean down, List<Shape> in) {
        Shape whole = in.getFirst();
        for (Shape next : in.subList(1, in.size())) {
            Rules.require(
                    down ? whole.cols() == next.cols() : whole.rows() == next.rows(),
                    Message.of(down ? "misfit.above" : "misfit.beside")
                            .with("a", whole.toString())
                            .with("b", next.toString())
                            .with("p", down ? whole.cols() : whole.rows())
                            .with("q", down ? next.cols() : next.rows()));
            whole =
                    down
                            ? new Shape(whole.rows() + next.rows(), whole.cols())
                            : new Shape(whole.rows(), whole.cols() + next.cols());
        }
        return whole;
    }

    static Tensor value(Op.Move op, List<Tensor> in) {
        Tensor x = in.getFirst();
        return switch (op) {
            case Op.Stop() -> x;
            case Op.Diag() ->
                    x.cols() == 1
                            ? square(x)
                            : Tensor.generate(new Shape(x.rows(), 1), k -> x.at(k, k));
            case Op.Slice s ->
                    Tensor.generate(
                            s.shape(),
                            k -> {
                                int cols = s.right() - s.left();
                                return x.at(s.top() + k / cols, s.left() + k % cols);
                            });
            case Op.Place(int top, int left, Shape into) -> {
                double[] out = new double[Math.toIntExact(into.size())];
                put(x, top, left, out, into.cols());
                yield Tensor.of(into, out);
            }
            case Op.Join(boolean down) -> together(down, in);
        };
    }

    private static Tensor square(Tensor x) {
        int n = x.rows();
        return Tensor.generate(new Shape(n, n), k -> k / n == k % n ? x.at(k / n) : 0);
    }

    private static Tensor together(boolean down, List<Tensor> in) {
        Shape whole = joined(down, in.stream().map(Tensor::shape).toList());
        double[] out = new double[Math.toIntExact(whole.size())];
        int at = 0;
        for (Tensor part : in) {
            put(part, down ? at : 0, down ? 0 : at, out, whole.cols());
            at += down ? part.rows() : part.cols();
        }
        return Tensor.of(whole, out);
    }

    private static void put(Tensor x, int top, int left, double[] out, int cols) {
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.cols(); j++) {
                out[(top + i) * cols + left + j] = x.at(i, j);
            }
        }
    }

    /// The op that takes an upstream gradient back to operand `slot`.
    ///
    /// @param in the shapes of the operands
    static Op.Move back(Op.Move op, int slot, List<Shape> in) {
        Shape x = in.get(slot);
        return switch (op) {
            case Op.Stop() -> throw new IllegalArgumentException("no gradient passes a stop");
            case Op.Diag() -> op;
            case Op.Slice s -> new Op.Place(s.top(), s.left(), x);
            case Op.Place(int top, int left, Shape _) -> Op.Slice.at(top, left, x);
            case Op.Join(boolean down) -> {
                int before = 0;
                for (Shape part : in.subList(0, slot)) {
                    before += down ? part.rows() : part.cols();
                }
                yield Op.Slice.at(down ? before : 0, down ? 0 : before, x);
            }
        };
    }
}
