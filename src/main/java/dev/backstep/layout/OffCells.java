package dev.backstep.layout;

import dev.backstep.layout.HeatGrid.Cell;
import dev.backstep.story.Mistaken;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The cells of a gradient's heat map that are off by a mistake, beside what they should be.
///
/// @param right the heat map of the right gradient
/// @param cells those in which a number is off, counted row by row
public record OffCells(HeatMap right, List<Integer> cells) {

    public OffCells {
        cells = List.copyOf(cells);
    }

    /// Nothing if all numbers are right. Cost: each number of both is read twice.
    static Optional<OffCells> of(Tensor right, Tensor wrong) {
        HeatMap map = HeatMap.of(right);
        List<Integer> cells =
                IntStream.range(0, map.count())
                        .filter(k -> off(right, wrong, map.grid(), cell(map.grid(), k)) > 0)
                        .boxed()
                        .toList();
        return cells.isEmpty() ? Optional.empty() : Optional.of(new OffCells(map, cells));
    }

    private static Cell cell(HeatGrid grid, int k) {
        return new Cell(k / grid.cols(), k % grid.cols());
    }

    /// How many of the numbers that a cell stands for are off.
    public static int off(Tensor right, Tensor wrong, HeatGrid grid, Cell cell) {
        int off = 0;
        for (int row = grid.firstRow(cell); row < grid.endRow(cell); row++) {
            for (int col = grid.firstCol(cell); col < grid.endCol(cell); col++) {
                off += Mistaken.differ(right.at(row, col), wrong.at(row, col)) ? 1 : 0;
            }
        }
        return off;
    }
}
