package dev.backstep.export;

import dev.backstep.export.Png.Picture;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Size;
import dev.backstep.paint.ColorRole;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;

/// A picture as every format draws it: with its paper, at its scale.
///
/// @param pixels its size
/// @param paint draws all of it with its upper left corner at (0, 0), a pixel a unit
record Drawing(Png.PixelSize pixels, Consumer<Graphics2D> paint) {

    static Drawing of(Diagram diagram, Picture picture) {
        Sheet sheet = Png.sheet(diagram, picture);
        return new Drawing(
                Png.pixels(diagram, picture), scaled(picture, sheet.size(), sheet::paint));
    }

    static Drawing of(TrainingPlot plot, Picture picture) {
        Png.PixelSize pixels = Png.pixels(plot, picture);
        Consumer<Graphics2D> scaled =
                scaled(picture, plot.size(picture.caption()), g -> plot.paint(g, picture));
        return new Drawing(
                pixels,
                g -> {
                    if (!picture.transparent()) {
                        g.setColor(picture.theme().color(ColorRole.PAPER));
                        g.fill(new Rectangle2D.Double(0, 0, pixels.width(), pixels.height()));
                    }
                    scaled.accept(g);
                });
    }

    private static Consumer<Graphics2D> scaled(
            Picture picture, Size size, Consumer<Graphics2D> paint) {
        double scale = Png.scale(picture, size);
        return g -> {
            g.scale(scale, scale);
            paint.accept(g);
        };
    }
}
