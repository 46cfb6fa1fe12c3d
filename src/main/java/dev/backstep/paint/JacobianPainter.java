package dev.backstep.paint;

import static dev.backstep.paint.JacobianTable.APART;
import static dev.backstep.paint.JacobianTable.BLOCK;
import static dev.backstep.paint.JacobianTable.HEAD;
import static dev.backstep.paint.JacobianTable.HEIGHT;
import static dev.backstep.paint.JacobianTable.TOP;

import dev.backstep.layout.Box;
import dev.backstep.layout.Size;
import dev.backstep.paint.JacobianTable.Heads;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/// Draws what is in sight of a [JacobianTable], once.
final class JacobianPainter {

    private final JacobianTable table;
    private final Heads rows;
    private final Heads cols;
    private final Graphics2D g;
    private final Theme theme;
    private final JacobianTable.Scroll w;
    private final Box j;
    private final Box beside;
    private final Box below;
    private final OptionalInt lit;
    private final double cell;
    private final Font font = Fonts.NUMBERS.at(JacobianTable.NUMBER);

    JacobianPainter(
            JacobianTable table,
            Graphics2D g,
            Theme theme,
            JacobianTable.Scroll w,
            OptionalInt lit) {
        this.table = table;
        this.rows = table.rows();
        this.cols = table.cols();
        this.g = g;
        this.theme = theme;
        this.w = w;
        this.lit = lit;
        this.cell = table.cell();
        this.j = table.seen(w);
        this.beside = new Box(j.right() + APART, TOP, cell, j.height());
        this.below = new Box(j.x(), j.bottom() + APART, j.width(), HEIGHT);
    }

    void paint() {
        Shape before = g.getClip();
        g.clip(area(j, 0));
        for (int row = firstRow(); row < rows.count() && y(row) < j.bottom(); row++) {
            for (int col = firstCol(); col < cols.count() && x(col) < j.right(); col++) {
                number(table.elements().at(row, col), table.largest(), x(col), y(row));
            }
        }
        lines();
        g.setClip(before);
        column(before);
        row(before);
        heads(before);
        frame(j, ColorRole.LOCAL);
        frame(beside, ColorRole.UPSTREAM);
        frame(below, ColorRole.DOWNSTREAM);
        light(before);
    }

    private double x(int col) {
        return j.x() + col * cell + cols.gapsBefore(col) - w.right();
    }

    private double y(int row) {
        return j.y() + row * HEIGHT + rows.gapsBefore(row) - w.down();
    }

    private int firstCol() {
        return JacobianTable.first(w.right(), cell, cols);
    }

    private int firstRow() {
        return JacobianTable.first(w.down(), HEIGHT, rows);
    }

    private void number(double x, double scale, double left, double top) {
        g.setColor(HeatColors.of(theme, x, scale));
        g.fill(new Rectangle2D.Double(left + 0.5, top + 0.5, cell - 1, HEIGHT - 1));
        g.setColor(theme.color(Double.isFinite(x) ? ColorRole.INK : ColorRole.CARD));
        double middle = top + HEIGHT / 2;
        TextLines.centred(g, table.numbers().plain(x), left + cell / 2, middle, cell - 6, font);
    }

    /// Between two blocks.
    private void lines() {
        g.setColor(theme.color(ColorRole.LOCAL));
        g.setStroke(new BasicStroke(1.4f));
        for (int row = rows.block(); row > 0 && row < rows.count(); row += rows.block()) {
            double at = y(row) - BLOCK / 2;
            g.draw(new Line2D.Double(j.x(), at, j.right(), at));
        }
        for (int col = cols.block(); col > 0 && col < cols.count(); col += cols.block()) {
            double at = x(col) - BLOCK / 2;
            g.draw(new Line2D.Double(at, j.y(), at, j.bottom()));
        }
    }

    private void column(Shape before) {
        g.clip(area(beside, 0));
        double scale = scale(table.upstream(), rows.count());
        for (int row = firstRow(); row < rows.count() && y(row) < j.bottom(); row++) {
            number(table.upstream().applyAsDouble(row), scale, beside.x(), y(row));
        }
        g.setClip(before);
    }

    private void row(Shape before) {
        g.clip(area(below, 0));
        double scale = scale(table.downstream(), cols.count());
        for (int col = firstCol(); col < cols.count() && x(col) < j.right(); col++) {
            number(table.downstream().applyAsDouble(col), scale, x(col), below.y());
        }
        g.setClip(before);
    }

    private static double scale(IntToDoubleFunction numbers, int count) {
        double largest = 0;
        for (int k = 0; k < count; k++) {
            double size = Math.abs(numbers.applyAsDouble(k));
            largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
        }
        return largest;
    }

    private void heads(Shape before) {
        g.clip(new Rectangle2D.Double(j.x(), 0, j.width(), TOP));
        for (int col = firstCol(); col < cols.count() && x(col) < j.right(); col++) {
            boolean on = lit.isPresent() && lit.getAsInt() == col;
            head(cols.tex().get(col), x(col) + cell / 2, TOP / 2, on);
        }
        g.setClip(before);
        g.clip(new Rectangle2D.Double(0, j.y(), table.left(), j.height()));
        for (int row = firstRow(); row < rows.count() && y(row) < j.bottom(); row++) {
            head(rows.tex().get(row), table.left() / 2 - 2, y(row) + HEIGHT / 2, false);
        }
        g.setClip(before);
        named(rows.whole(), beside.center().x(), TOP / 2, ColorRole.UPSTREAM);
        named(cols.whole(), table.left() / 2 - 2, below.center().y(), ColorRole.DOWNSTREAM);
        g.setColor(theme.color(ColorRole.MUTED));
        Font sign = Fonts.WORDS.at(17);
        TextLines.centred(g, "·", j.right() + APART / 2, j.center().y(), 20, sign);
        TextLines.centred(g, "=", j.center().x(), j.bottom() + APART / 2, 20, sign);
    }

    private void head(String tex, double x, double y, boolean on) {
        named(tex, x, y, on ? ColorRole.INK : ColorRole.MUTED);
    }

    private void named(String tex, double x, double y, ColorRole ink) {
        Size size = FormulaPainter.measure(tex, HEAD);
        FormulaPainter.draw(
                g, tex, x - size.width() / 2, y - size.height() / 2, HEAD, theme.color(ink));
    }

    private void frame(Box box, ColorRole ink) {
        g.setColor(theme.color(ink));
        g.setStroke(new BasicStroke(1.6f));
        g.draw(area(box, 1));
    }

    /// The column pointed at, what it is multiplied by, and what that comes to.
    private void light(Shape before) {
        if (lit.isEmpty()) {
            return;
        }
        g.setColor(theme.color(ColorRole.INK));
        g.setStroke(new BasicStroke(2.2f));
        g.draw(area(beside, 0));
        g.clip(new Rectangle2D.Double(j.x(), 0, j.width(), below.bottom() + 2));
        double left = x(lit.getAsInt());
        g.draw(new Rectangle2D.Double(left, j.y(), cell, j.height()));
        g.draw(new Rectangle2D.Double(left, below.y(), cell, HEIGHT));
        g.setClip(before);
    }

    private static Rectangle2D area(Box box, double grown) {
        return new Rectangle2D.Double(
                box.x() - grown,
                box.y() - grown,
                box.width() + 2 * grown,
                box.height() + 2 * grown);
    }
}
