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
/// @param size its size in pixels; of one on paper, in those of CSS, which need not be whole
/// @param mm whether it is for paper
/// @param paint draws all of it with its upper left corner at (0, 0), a pixel a unit
record Drawing(Size size, boolean mm, Consumer<Graphics2D> paint) {

    /// Of whole pixels.
    Drawing(Png.PixelSize pixels, Consumer<Graphics2D> paint) {
        this(new Size(pixels.width(), pixels.height()), false, paint);
    }

    static Drawing of(Diagram diagram, Picture picture) {
        return of(Png.sheet(diagram, picture), picture);
    }

    /// In the pixels of PNG.
    static Drawing of(Sheet sheet, Picture picture) {
        return of(sheet.size(), sheet::paint, picture);
    }

    static Drawing of(Figure figure, Picture picture) {
        return of(figure.size(picture.caption()), g -> figure.paint(g, picture), picture)
                .onPaper(picture);
    }

    private static Drawing of(Size units, Consumer<Graphics2D> paint, Picture picture) {
        return new Drawing(Png.pixels(units, picture), scaled(Png.scale(picture, units), paint));
    }

    /// As formats of shapes draw it.
    static Drawing shapes(Sheet sheet, Picture picture) {
        return shapes(sheet.size(), sheet::paint, picture);
    }

    static Drawing shapes(Figure figure, Picture picture) {
        return shapes(figure.size(picture.caption()), g -> figure.paint(g, picture), picture)
                .onPaper(picture);
    }

    private static Drawing shapes(Size units, Consumer<Graphics2D> paint, Picture picture) {
        if (picture.mm().isEmpty()) {
            return of(units, paint, picture);
        }
        double scale = Png.shownScale(units, picture);
        return new Drawing(
                new Size(scale * units.width(), scale * units.height()),
                true,
                scaled(scale, paint));
    }

    private Drawing onPaper(Picture picture) {
        return picture.transparent()
                ? this
                : new Drawing(
                        size,
                        mm,
                        g -> {
                            g.setColor(picture.theme().color(ColorRole.PAPER));
                            g.fill(new Rectangle2D.Double(0, 0, size.width(), size.height()));
                            paint.accept(g);
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

    private static Consumer<Graphics2D> scaled(double scale, Consumer<Graphics2D> paint) {
        return g -> {
            g.scale(scale, scale);
            paint.accept(g);
        };
    }
}
