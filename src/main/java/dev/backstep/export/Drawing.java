package dev.backstep.export;

import dev.backstep.export.Png.Picture;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Size;
import dev.backstep.paint.ColorRole;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
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

    /// Fills a shape with an image: formats of shapes have no textures, or draw them in their own
    /// way.
    static void fill(Graphics2D g, Shape shape, TexturePaint texture) {
        Shape clip = g.getClip();
        BufferedImage image = texture.getImage();
        Rectangle2D at = texture.getAnchorRect();
        double across = at.getWidth() / image.getWidth();
        double down = at.getHeight() / image.getHeight();
        g.setPaint(Color.BLACK); // what an image is drawn with does not matter
        g.clip(shape);
        g.drawImage(image, new AffineTransform(across, 0, 0, down, at.getX(), at.getY()), null);
        g.setClip(clip);
        g.setPaint(texture);
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
