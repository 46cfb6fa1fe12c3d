package dev.backstep.export.figure;

import dev.backstep.layout.Size;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/// A part of a figure: the room it takes, and how it is drawn.
///
/// @param base how far below its upper edge the line is that its letters stand on
/// @param type the smallest that it is drawn in; [#NO_TYPE] without letters
record FigurePart(Size size, double base, double type, PartPainter painter) {

    static final double NO_TYPE = Double.POSITIVE_INFINITY;

    /// Without letters that stand on one line.
    FigurePart(Size size, double type, PartPainter painter) {
        this(size, size.height(), type, painter);
    }

    /// Nothing, which takes no room.
    static final FigurePart NOTHING = new FigurePart(new Size(0, 0), NO_TYPE, (_, _, _, _) -> {});

    /// Draws with the upper left corner at (`x`, `y`).
    @FunctionalInterface
    interface PartPainter {
        void paint(Graphics2D g, Theme theme, double x, double y);
    }

    double width() {
        return size.width();
    }

    double height() {
        return size.height();
    }

    void paint(Graphics2D g, Theme theme, double x, double y) {
        painter.paint(g, theme, x, y);
    }

    private static double smallest(List<FigurePart> parts) {
        return parts.stream().mapToDouble(FigurePart::type).min().orElse(NO_TYPE);
    }

    boolean isNothing() {
        return height() == 0;
    }

    /// One below the other, at the left; nothing where there is nothing.
    static FigurePart column(double gap, List<FigurePart> all) {
        List<FigurePart> parts = all.stream().filter(p -> !p.isNothing()).toList();
        double width = parts.stream().mapToDouble(FigurePart::width).max().orElse(0);
        double height = parts.stream().mapToDouble(p -> p.height() + gap).sum() - gap;
        return parts.isEmpty()
                ? NOTHING
                : new FigurePart(
                        new Size(width, height),
                        smallest(parts),
                        (g, theme, x, y) -> {
                            double top = y;
                            for (FigurePart part : parts) {
                                part.paint(g, theme, x, top);
                                top += part.height() + gap;
                            }
                        });
    }

    /// Side by side, at the top.
    static FigurePart row(double gap, List<FigurePart> parts) {
        double width = parts.stream().mapToDouble(p -> p.width() + gap).sum() - gap;
        double height = parts.stream().mapToDouble(FigurePart::height).max().orElse(0);
        return new FigurePart(
                new Size(width, height),
                smallest(parts),
                (g, theme, x, y) -> {
                    double left = x;
                    for (FigurePart part : parts) {
                        part.paint(g, theme, left, y);
                        left += part.width() + gap;
                    }
                });
    }

    /// Side by side, their middles at one height.
    static FigurePart middles(double gap, List<FigurePart> parts) {
        double height = parts.stream().mapToDouble(FigurePart::height).max().orElse(0);
        return row(gap, parts.stream().map(p -> p.lowered((height - p.height()) / 2)).toList());
    }

    /// Side by side, their letters on one line.
    static FigurePart line(double gap, List<FigurePart> parts) {
        double base = parts.stream().mapToDouble(FigurePart::base).max().orElse(0);
        FigurePart row = row(gap, parts.stream().map(p -> p.lowered(base - p.base())).toList());
        return new FigurePart(row.size(), base, row.type(), row.painter());
    }

    /// Side by side in lines that fit, one below the other.
    static FigurePart wrapped(double gap, double below, double width, List<FigurePart> parts) {
        List<FigurePart> lines = new ArrayList<>();
        List<FigurePart> line = new ArrayList<>();
        double used = 0;
        for (FigurePart part : parts) {
            if (!line.isEmpty() && used + part.width() > width) {
                lines.add(row(gap, List.copyOf(line)));
                line.clear();
                used = 0;
            }
            line.add(part);
            used += part.width() + gap;
        }
        lines.add(row(gap, List.copyOf(line)));
        return column(below, lines);
    }

    /// With room above.
    FigurePart lowered(double by) {
        return new FigurePart(
                new Size(width(), height() + by),
                base + by,
                type,
                (g, theme, x, y) -> paint(g, theme, x, y + by));
    }

    /// With room below, if it is not that high.
    FigurePart atLeast(double height) {
        return new FigurePart(new Size(width(), Math.max(height, height())), base, type, painter);
    }

    /// In the middle of a width.
    FigurePart centred(double width) {
        double left = Math.max(0, (width - width()) / 2);
        return new FigurePart(
                new Size(Math.max(width, width()), height()),
                base,
                type,
                (g, theme, x, y) -> paint(g, theme, x + left, y));
    }

    /// With something at the right end of a width, the letters of both on one line.
    FigurePart with(FigurePart right, double width) {
        double line = Math.max(base, right.base);
        return beside(right, width, line - base, line - right.base);
    }

    /// With something at the right end of a width, the middles of both at one height.
    FigurePart withMiddle(FigurePart right, double width) {
        double height = Math.max(height(), right.height());
        return beside(right, width, (height - height()) / 2, (height - right.height()) / 2);
    }

    private FigurePart beside(FigurePart right, double width, double down, double rightDown) {
        double height = Math.max(down + height(), rightDown + right.height());
        return new FigurePart(
                new Size(width, height),
                down + base,
                Math.min(type, right.type),
                (g, theme, x, y) -> {
                    paint(g, theme, x, y + down);
                    right.paint(g, theme, x + width - right.width(), y + rightDown);
                });
    }

    /// On a ground of its own.
    FigurePart onSoft(double pad, double width) {
        return new FigurePart(
                new Size(width, height() + 2 * pad),
                type,
                (g, theme, x, y) -> {
                    g.setColor(theme.color(ColorRole.SOFT));
                    g.fill(round(x, y, width, height() + 2 * pad, 20));
                    paint(g, theme, x + pad, y + pad);
                });
    }

    /// In a frame in the colour of a role.
    FigurePart framed(ColorRole ink, double width, double height) {
        return new FigurePart(
                new Size(width, height),
                type,
                (g, theme, x, y) -> {
                    var frame = round(x + 0.75, y + 0.75, width - 1.5, height - 1.5, 16);
                    g.setColor(theme.color(ColorRole.CARD));
                    g.fill(frame);
                    g.setColor(theme.color(ink));
                    g.setStroke(new BasicStroke(1.5f));
                    g.draw(frame);
                    paint(g, theme, x, y);
                });
    }

    private static RoundRectangle2D round(double x, double y, double w, double h, double arc) {
        return new RoundRectangle2D.Double(x, y, w, h, arc, arc);
    }
}
