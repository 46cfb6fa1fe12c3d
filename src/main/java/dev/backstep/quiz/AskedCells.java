package dev.backstep.quiz;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// Which numbers of a matrix are to be answered: all of a small one; of a large one those where a
/// few rows and a few columns cross, spread over it.
///
/// @param rows counted from 0, in order
/// @param cols counted from 0, in order
public record AskedCells(Shape shape, List<Integer> rows, List<Integer> cols) {

    /// A matrix with no more of each is asked for as a whole.
    private static final int MOST_ROWS = 8;

    private static final int MOST_COLS = 6;

    /// Of a larger one so many rows, and so many columns.
    private static final int SAMPLED = 3;

    public AskedCells {
        rows = List.copyOf(rows);
        cols = List.copyOf(cols);
    }

    static AskedCells of(Shape shape) {
        return new AskedCells(
                shape, spread(shape.rows(), MOST_ROWS), spread(shape.cols(), MOST_COLS));
    }

    /// The first, the last, and some between.
    private static List<Integer> spread(int all, int most) {
        return all <= most
                ? IntStream.range(0, all).boxed().toList()
                : IntStream.range(0, SAMPLED)
                        .mapToObj(i -> Math.toIntExact((all - 1L) * i / (SAMPLED - 1)))
                        .toList();
    }

    public boolean isAll() {
        return size() == shape.size();
    }

    /// How many are asked for.
    public int size() {
        return rows.size() * cols.size();
    }

    /// The place in the matrix, row by row, of a number that is asked for.
    ///
    /// @param field which one, in the order in which they are asked
    public int cell(int field) {
        return rows.get(field / cols.size()) * shape.cols() + cols.get(field % cols.size());
    }

    /// The whole matrix with what was answered, and elsewhere what is right: only what is asked for
    /// can be wrong.
    Tensor filled(Tensor answered, Tensor right) {
        if (isAll()) {
            return answered;
        }
        double[] all = right.toArray().clone();
        for (int field = 0; field < size(); field++) {
            all[cell(field)] = answered.at(field);
        }
        return Tensor.of(shape, all);
    }
}
