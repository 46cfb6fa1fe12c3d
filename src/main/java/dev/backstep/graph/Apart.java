package dev.backstep.graph;

import dev.backstep.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes matrices apart into their numbers, and puts numbers together.
///
/// Each number is a slice of its matrix. A large matrix is cut in rows first, and a long row in
/// pieces: the gradient of a slice is a matrix as large as what it is cut from, so that n slices of
/// the whole would take n² numbers.
final class Apart {

    /// The most numbers that are cut from a matrix at once.
    private static final int FEW = 256;

    private final Graph.Builder b;

    Apart(Graph.Builder b) {
        this.b = b;
    }

    /// The numbers of a matrix, row by row.
    ///
    /// @param name of the matrix, if it has one: a part is called by it and by its index
    List<Integer> of(int matrix, Optional<String> name) {
        List<Integer> numbers = new ArrayList<>();
        Shape shape = b.shape(matrix);
        cut(matrix, Op.Slice.at(0, 0, shape), shape, name, numbers);
        return numbers;
    }

    private void cut(
            int part, Op.Slice from, Shape of, Optional<String> name, List<Integer> numbers) {
        for (Op.Slice piece : pieces(from)) {
            int cut =
                    b.add(
                            Op.Slice.at(
                                    piece.top() - from.top(),
                                    piece.left() - from.left(),
                                    piece.shape()),
                            part);
            name.ifPresent(n -> b.name(cut, n + piece.index(of)));
            if (piece.shape().isScalar()) {
                numbers.add(cut);
            } else {
                cut(cut, piece, of, name, numbers);
            }
        }
    }

    /// The number of nodes that [#of] makes.
    static long size(Shape shape) {
        return size(Op.Slice.at(0, 0, shape));
    }

    private static long size(Op.Slice from) {
        long size = 0;
        for (Op.Slice piece : pieces(from)) {
            size += 1 + (piece.shape().isScalar() ? 0 : size(piece));
        }
        return size;
    }

    private static List<Op.Slice> pieces(Op.Slice from) {
        Shape shape = from.shape();
        boolean few = shape.size() <= FEW;
        int high = few ? 1 : shape.cols() > 1 ? 1 : FEW;
        int wide = few ? 1 : shape.rows() > 1 ? shape.cols() : FEW;
        List<Op.Slice> pieces = new ArrayList<>();
        for (int top = from.top(); top < from.bottom(); top += high) {
            for (int left = from.left(); left < from.right(); left += wide) {
                pieces.add(
                        new Op.Slice(
                                top,
                                Math.min(top + high, from.bottom()),
                                left,
                                Math.min(left + wide, from.right())));
            }
        }
        return pieces;
    }

    /// The matrix of these numbers, joined row by row.
    int joined(List<Integer> numbers, Shape shape, Optional<String> name) {
        if (shape.isScalar()) {
            return numbers.getFirst();
        }
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < shape.rows() && shape.cols() > 1 && shape.rows() > 1; row++) {
            int from = row * shape.cols();
            int joined = join(numbers.subList(from, from + shape.cols()), false);
            int at = row;
            name.ifPresent(n -> b.name(joined, n + "[" + at + ", :]"));
            rows.add(joined);
        }
        int whole = rows.isEmpty() ? join(numbers, shape.cols() == 1) : join(rows, true);
        name.ifPresent(n -> b.name(whole, n));
        return whole;
    }

    /// The number of nodes that [#joined] makes.
    static long joins(Shape shape) {
        boolean both = shape.rows() > 1 && shape.cols() > 1;
        return shape.isScalar() ? 0 : both ? shape.rows() + 1 : 1;
    }

    private int join(List<Integer> parts, boolean down) {
        return b.add(new Op.Join(down), parts.stream().mapToInt(i -> i).toArray());
    }
}
