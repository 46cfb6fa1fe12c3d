package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Optional;

/// Draws a confusion matrix: right ones on the diagonal in blue, wrong ones beside it in orange,
/// each as deep as its share of its class.
public final class ConfusionPainter {

    private static final double LEFT = 92;
    private static final double TOP = 44;
    private static final double NUMBER = 13;

    private ConfusionPainter() {}

    /// A class, and what its samples were taken for, both counted from 0.
    public record Cell(int actual, int predicted) {}

    /// Draws all but the paper behind it.
    public static void paint(Graphics2D g, Theme theme, ConfusionPicture picture, Box area) {
        FormulaPainter.smooth(g);
        Raster counts = picture.counts();
        Box grid = grid(picture, area);
        Font words = Fonts.WORDS.at(12);
        g.setColor(theme.color(ColorRole.MUTED));
        TextLines.centred(g, picture.cols(), grid.center().x(), area.y() + 9, grid.width(), words);
        double width = Math.min(LEFT - 10, TextLines.width(picture.rows(), words));
        TextLines.centred(
                g, picture.rows(), grid.x() - 8 - width / 2, grid.y() - 10, LEFT - 10, words);
        for (int i = 0; i < counts.rows(); i++) {
            Box first = cell(counts.rows(), grid, i, 0);
            name(g, theme, picture.classes().get(i), first);
            double sum = 0;
            for (int j = 0; j < counts.cols(); j++) {
                sum += counts.at(j, i);
            }
            for (int j = 0; j < counts.cols(); j++) {
                cell(g, theme, counts, i, j, sum, cell(counts.rows(), grid, i, j));
            }
        }
        for (int j = 0; j < counts.cols(); j++) {
            Box top = cell(counts.rows(), grid, 0, j);
            g.setColor(theme.color(ColorRole.INK));
            String name = picture.classes().get(j);
            if (TextLines.width(name, words) <= 1.3 * top.width()) {
                TextLines.centred(g, name, top.center().x(), grid.y() - 10, top.width() - 2, words);
            }
        }
    }

    private static void name(Graphics2D g, Theme theme, String name, Box first) {
        if (first.height() >= 9) {
            Font font = Fonts.WORDS.at(Math.min(12, first.height() * 0.8));
            double width = Math.min(LEFT - 10, TextLines.width(name, font));
            g.setColor(theme.color(ColorRole.INK));
            TextLines.centred(
                    g, name, first.x() - 8 - width / 2, first.center().y(), LEFT - 10, font);
        }
    }

    private static void cell(
            Graphics2D g, Theme theme, Raster counts, int i, int j, double sum, Box box) {
        double count = counts.at(j, i);
        double share = sum > 0 ? count / sum : 0;
        boolean dark = theme == Theme.PRINT && share > 0.5;
        g.setColor(behind(theme, i == j, share));
        g.fill(RasterPainter.round(box, Math.min(4, box.width() / 6)));
        if (box.height() >= 14 && box.width() >= 12) {
            g.setColor(
                    theme.color(
                            dark ? ColorRole.CARD : count == 0 ? ColorRole.DIM : ColorRole.INK));
            TextLines.centred(
                    g,
                    new Numbers(4).plain(count),
                    box.center().x(),
                    box.center().y(),
                    box.width() - 4,
                    Fonts.NUMBERS.at(Math.min(NUMBER, box.height() * 0.6)));
        }
    }

    /// The colour of a cell with this share of its row. In high contrast it never gets so light
    /// that its number, which is white, stands out less than 7 : 1.
    static Color behind(Theme theme, boolean right, double share) {
        Color full = theme.color(right ? ColorRole.VALUE : ColorRole.UPSTREAM);
        double most = theme == Theme.CONTRAST ? 0.35 : 0.7;
        return Theme.mixed(full, theme.color(ColorRole.SOFT), most * share);
    }

    private static Box grid(ConfusionPicture picture, Box area) {
        double side = Math.max(1, Math.min(area.width() - LEFT - 2, area.height() - TOP - 2));
        double most = 64.0 * Math.max(1, picture.classes().size());
        double used = Math.min(side, most);
        return new Box(area.x() + LEFT, area.y() + TOP, used, used);
    }

    private static Box cell(int classes, Box grid, int i, int j) {
        double step = grid.width() / classes;
        double gap = Math.min(2, step / 8);
        return new Box(grid.x() + j * step, grid.y() + i * step, step - gap, step - gap);
    }

    /// The cell at a place.
    public static Optional<Cell> cellAt(ConfusionPicture picture, Box area, Point p) {
        Box grid = grid(picture, area);
        int classes = picture.classes().size();
        if (!grid.contains(p) || classes == 0) {
            return Optional.empty();
        }
        int i = (int) ((p.y() - grid.y()) / grid.height() * classes);
        int j = (int) ((p.x() - grid.x()) / grid.width() * classes);
        return Optional.of(new Cell(Math.min(i, classes - 1), Math.min(j, classes - 1)));
    }
}
