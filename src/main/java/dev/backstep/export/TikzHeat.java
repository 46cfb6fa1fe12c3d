package dev.backstep.export;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Heat;
import dev.backstep.layout.HeatMap;
import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/// The heat maps of a card in TikZ: a filled square for each cell.
final class TikzHeat {

    private TikzHeat() {}

    /// The map of the value and that of the gradient, on one scale.
    static void write(PrintWriter to, Card card, Heat heat) {
        map(to, heat.value(), card.map(false), heat.largest());
        map(to, heat.gradient(), card.map(true), heat.largest());
    }

    private static void map(PrintWriter to, Optional<HeatMap> map, Box box, double largest) {
        if (map.isEmpty()) {
            return;
        }
        HeatMap cells = map.get();
        Size pitch = cells.grid().pitch();
        int cols = cells.grid().cols();
        for (int k = 0; k < cells.count(); k++) {
            Point corner =
                    new Point(
                            box.x() + k % cols * pitch.width(),
                            box.y() + k / cols * pitch.height());
            Size size = new Size(pitch.width() - 1, pitch.height() - 1);
            to.printf(
                    Locale.ROOT,
                    "\\fill[map, %s] %s rectangle %s;\n",
                    colour(cells.at(k), largest),
                    TikzGraph.at(corner),
                    TikzGraph.at(corner.plus(size.width(), size.height())));
        }
    }

    /// The larger a number, the stronger its hue; 0 is grey.
    private static String colour(double x, double largest) {
        if (!Double.isFinite(x)) {
            return "problem";
        }
        double share = largest == 0 ? 0 : Math.min(1, Math.abs(x) / largest);
        return x == 0 ? "line!50" : (x < 0 ? "upstream!" : "value!") + Math.round(10 + 65 * share);
    }
}
