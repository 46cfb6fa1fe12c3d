package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.DoubleFunction;

/// Draws a grid of numbers into a rectangle with round corners, a cell a rectangle of one colour.
final class RasterPainter {

    private RasterPainter() {}

    /// The colour of a cell.
    @FunctionalInterface
    interface CellColor {
        Color at(int col, int row);
    }

    static void paint(
            Graphics2D g, Raster raster, DoubleFunction<Color> color, Box box, double radius) {
        paint(
                g,
                raster.cols(),
                raster.rows(),
                (col, row) -> color.apply(raster.at(col, row)),
                box,
                radius);
    }

    static void paint(Graphics2D g, int cols, int rows, CellColor color, Box box, double radius) {
        if (cols == 0 || rows == 0) {
            return;
        }
        // A margin of one cell all around: the texture is repeated, and its far edge would shine
        // through at the near one.
        BufferedImage image = new BufferedImage(cols + 2, rows + 2, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < rows + 2; row++) {
            for (int col = 0; col < cols + 2; col++) {
                image.setRGB(
                        col,
                        row,
                        color.at(Math.clamp(col - 1, 0, cols - 1), Math.clamp(row - 1, 0, rows - 1))
                                .getRGB());
            }
        }
        double width = box.width() / cols;
        double height = box.height() / rows;
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.setPaint(
                new TexturePaint(
                        image,
                        new Rectangle2D.Double(
                                box.x() - width,
                                box.y() - height,
                                box.width() + 2 * width,
                                box.height() + 2 * height)));
        g.fill(round(box, radius));
    }

    static RoundRectangle2D round(Box b, double radius) {
        return new RoundRectangle2D.Double(
                b.x(), b.y(), b.width(), b.height(), 2 * radius, 2 * radius);
    }
}
