package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Heat;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.HeatMap;
import dev.backstep.layout.Size;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;

/// Draws the value and the gradient of a matrix as two small heat maps side by side.
final class HeatPainter {

    /// The share of a cell that is left free behind it.
    private static final double GAP = 0.13;

    /// Cells larger than this, in units, have round corners.
    private static final double ROUND = 6;

    private static final double SIGN = 13;

    private final Theme theme;
    private final ImageCache stamps;

    HeatPainter(Theme theme, ImageCache stamps) {
        this.theme = theme;
        this.stamps = stamps;
    }

    /// What a map depends on.
    private record Stamp(HeatMap map, double largest) {}

    void paint(Graphics2D g, Card card, Heat heat, Reveal reveal) {
        half(g, card, heat.value(), false, heat.largest(), reveal);
        half(g, card, heat.gradient(), true, heat.largest(), reveal);
    }

    private void half(
            Graphics2D g,
            Card card,
            Optional<HeatMap> map,
            boolean gradient,
            double largest,
            Reveal reveal) {
        Box box = card.map(gradient);
        if (map.isEmpty()) {
            if (gradient) {
                g.setColor(
                        theme.color(
                                card.gradient().equals(Diagrams.NEVER)
                                        ? ColorRole.MUTED
                                        : ColorRole.DIM));
                TextLines.centred(
                        g,
                        card.gradient(),
                        box.center().x(),
                        box.center().y(),
                        box.width(),
                        Fonts.NUMBERS.at(SIGN));
            }
            return;
        }
        HeatMap cells = map.get();
        int all = cells.count();
        int shown = reveal.isOf(card.node(), gradient) ? (int) (reveal.share() * all) : all;
        if (shown == all) {
            stamps.draw(g, new Stamp(cells, largest), box, at -> cells(at, cells, largest, all));
        } else {
            g.translate(box.x(), box.y());
            cells(g, cells, largest, shown);
            g.translate(-box.x(), -box.y());
        }
    }

    /// @param shown so many cells, row by row
    private void cells(Graphics2D g, HeatMap map, double largest, int shown) {
        Size pitch = map.grid().pitch();
        double gap = GAP * Math.min(pitch.width(), pitch.height());
        double width = pitch.width() - gap;
        double height = pitch.height() - gap;
        int cols = map.grid().cols();
        boolean round = Math.min(width, height) > ROUND;
        for (int k = 0; k < shown; k++) {
            double x = k % cols * pitch.width();
            double y = k / cols * pitch.height();
            g.setColor(HeatColors.wide(theme, map.at(k), largest));
            g.fill(
                    round
                            ? new RoundRectangle2D.Double(x, y, width, height, 4, 4)
                            : new Rectangle2D.Double(x, y, width, height));
        }
    }
}
