package dev.backstep.ui.inspector;

import dev.backstep.explain.Equation;
import dev.backstep.paint.HeatTable.Cell;
import dev.backstep.paint.HeatTable.Lit;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// The cells of each factor that a cell of the downstream table was made from: of a product of
/// matrices a row and a column, of an element-wise one the same cell.
final class ContributingCells {

    private ContributingCells() {}

    /// What is lit in each factor, in their order.
    static List<Lit> of(Equation e, Cell cell) {
        return IntStream.range(0, e.factors().size())
                .mapToObj(i -> lit(e, i, e.factors().get(i).tensor(), cell))
                .toList();
    }

    private static Lit lit(Equation e, int factor, Tensor tensor, Cell cell) {
        Shape shape = tensor.shape();
        return switch (e.before()) {
            case SUM, JACOBIAN -> Lit.NOTHING;
            case SUM_ROWS -> shape.isScalar() ? Lit.cell(0, 0) : Lit.col(cell.col());
            case SUM_COLS -> shape.isScalar() ? Lit.cell(0, 0) : Lit.row(cell.row());
            case NOTHING -> {
                int element = cell.row() * e.downstream().cols() + cell.col();
                yield switch (e.after()) {
                    case TRANSPOSED -> Lit.cell(cell.col(), cell.row());
                    case RESHAPED -> Lit.cell(element / shape.cols(), element % shape.cols());
                    case MOVED -> Lit.NOTHING;
                    case NOTHING -> multiplied(e, factor, shape, cell, element);
                };
            }
        };
    }

    private static Lit multiplied(Equation e, int factor, Shape shape, Cell cell, int element) {
        boolean number = e.factors().stream().anyMatch(f -> f.tensor().shape().isScalar());
        return switch (e.sign()) {
            case TRANSPOSED_TIMES -> factor == 0 ? Lit.col(element) : Lit.NOTHING;
            case TIMES ->
                    number
                            ? same(shape, cell)
                            : factor == 0 ? Lit.row(cell.row()) : Lit.col(cell.col());
            case ELEMENTWISE -> same(shape, cell);
        };
    }

    /// The same cell; of what is repeated the one that is.
    private static Lit same(Shape shape, Cell cell) {
        return Lit.cell(
                Math.min(cell.row(), shape.rows() - 1), Math.min(cell.col(), shape.cols() - 1));
    }
}
