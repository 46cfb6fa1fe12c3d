package dev.backstep.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The blocks of the numbers of a matrix, in its rows and columns.
final class CellGrid {

    private final Gaps gaps;
    private final TreeMap<Integer, TreeMap<Integer, Nest.Laid>> rows = new TreeMap<>();

    CellGrid(Gaps gaps) {
        this.gaps = gaps;
    }

    void put(CellName cell, Nest.Laid block) {
        rows.computeIfAbsent(cell.row(), _ -> new TreeMap<>()).put(cell.column(), block);
    }

    /// Whether it has but one row or one column, which can be wrapped.
    boolean isLine() {
        return rows.size() == 1 || rows.values().stream().allMatch(r -> r.size() == 1);
    }

    /// Row by row.
    List<Nest.Laid> cells() {
        List<Nest.Laid> cells = new ArrayList<>();
        rows.values().forEach(row -> cells.addAll(row.values()));
        return cells;
    }

    Nest.Laid laid() {
        TreeMap<Integer, Double> widths = new TreeMap<>();
        rows.values()
                .forEach(
                        row ->
                                row.forEach(
                                        (column, cell) ->
                                                widths.merge(
                                                        column, cell.size().width(), Math::max)));
        Map<Integer, Double> lefts = new HashMap<>();
        double width = 0;
        for (var column : widths.entrySet()) {
            lefts.put(column.getKey(), width);
            width += column.getValue() + gaps.columns();
        }
        Map<Integer, Box> boxes = new HashMap<>();
        double y = 0;
        for (var row : rows.values()) {
            double high = 0;
            for (var cell : row.entrySet()) {
                double dx = Objects.requireNonNull(lefts.get(cell.getKey()));
                double dy = y;
                cell.getValue().cards().forEach((id, box) -> boxes.put(id, box.plus(dx, dy)));
                high = Math.max(high, cell.getValue().size().height());
            }
            y += high + gaps.rows();
        }
        return new Nest.Laid(new Size(width - gaps.columns(), y - gaps.rows()), boxes, Map.of());
    }
}
