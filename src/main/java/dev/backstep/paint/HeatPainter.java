package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Heat;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.HeatMap;
import dev.backstep.layout.OffCells;
import dev.backstep.layout.Size;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
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

    /// The stroke through a cell that is off.
    private static final float STRIKE = 1.2f;

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
        heat.off()
                .filter(_ -> !reveal.isOf(card.node(), true))
                .ifPresent(o -> off(g, card, heat, o));
    }

    /// Each cell that is off is struck through: above the stroke is the colour of the right number,
    /// below it the colour of the one that is there.
    private void off(Graphics2D g, Card card, Heat heat, OffCells off) {
        Box box = card.map(true);
        Size pitch = off.right().grid().pitch();
        double gap = GAP * Math.min(pitch.width(), pitch.height());
        int cols = off.right().grid().cols();
        g.setStroke(new BasicStroke(STRIKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int k : off.cells()) {
            double x = box.x() + k % cols * pitch.width();
            double y = box.y() + k / cols * pitch.height();
            double right = x + pitch.width() - gap;
            double bottom = y + pitch.height() - gap;
            Path2D above = new Path2D.Double();
            above.moveTo(x, bottom);
            above.lineTo(x, y);
            above.lineTo(right, y);
            above.closePath();
            g.setColor(HeatColors.wide(theme, off.right().at(k), heat.largest()));
            g.fill(above);
            g.setColor(theme.color(ColorRole.PROBLEM));
            g.draw(new Line2D.Double(x, bottom, right, y));
        }
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
