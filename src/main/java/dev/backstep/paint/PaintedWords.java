package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words of a picture, and where they are painted.
public final class PaintedWords {

    private static final RenderingHints.Key HEARD =
            new RenderingHints.Key(0x776f7264) {
                @Override
                public boolean isCompatibleValue(Object value) {
                    return value instanceof PaintedWords;
                }
            };

    /// How much of a line lies above its base line, and below it, in ems.
    private static final double ASCENT = 0.95;

    private static final double DESCENT = 0.3;

    /// A line of words.
    public record Line(String text, Box box) {}

    private final List<Line> lines = new ArrayList<>();

    private PaintedWords() {}

    /// Paints a picture nowhere, to hear its words. As costly as painting it.
    public static PaintedWords of(Painting painting, double width, double height) {
        PaintedWords words = new PaintedWords();
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        g.setRenderingHint(HEARD, words);
        painting.paint(g, width, height);
        g.dispose();
        return words;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /// What is written at a place; of several the one painted last.
    public Optional<Line> at(double x, double y) {
        return lines.reversed().stream()
                .filter(line -> line.box().contains(new Point(x, y)))
                .findFirst();
    }

    /// Tells who listens that a line is drawn from `x` on with its base line at `y`.
    static void drawn(Graphics2D g, String text, double x, double y, Font font) {
        if (g.getRenderingHint(HEARD) instanceof PaintedWords words) {
            double size = font.getSize2D();
            double width = TextLines.width(text, font);
            AffineTransform to = g.getTransform();
            Rectangle2D box =
                    to.createTransformedShape(
                                    new Rectangle2D.Double(
                                            x,
                                            y - ASCENT * size,
                                            width,
                                            (ASCENT + DESCENT) * size))
                            .getBounds2D();
            words.lines.add(
                    new Line(
                            text, new Box(box.getX(), box.getY(), box.getWidth(), box.getHeight())));
        }
    }
}
