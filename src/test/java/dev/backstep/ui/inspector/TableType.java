package dev.backstep.ui.inspector;

import dev.backstep.paint.HeatTable;
import dev.backstep.paint.PaintedType;
import dev.backstep.paint.Theme;
import java.util.List;
import javafx.scene.Node;

/// How large the numbers of a table in the window are.
public final class TableType {

    private TableType() {}

    /// The sizes of the type of a table, in points of the window; nothing if it is none.
    public static List<Double> of(Node node) {
        return node instanceof TableView table ? sizes(table.table(), table.zoom()) : List.of();
    }

    private static List<Double> sizes(HeatTable table, double zoom) {
        PaintedType type = PaintedType.empty();
        type.scale(zoom, zoom);
        table.paint(type, Theme.LIGHT, HeatTable.Lit.NOTHING);
        return type.seen().stream().map(PaintedType.Seen::size).toList();
    }
}
