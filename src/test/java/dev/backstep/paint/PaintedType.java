package dev.backstep.paint;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Image;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.ImageObserver;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;

/// A graphics that only notes how large the letters are that are drawn on it.
public final class PaintedType extends SVGGraphics2D {

    /// Words or numbers, and how high their type is in pixels.
    ///
    /// @param formula whether it is a piece of a formula: its indices are smaller
    public record Seen(String text, double size, boolean formula) {}

    private final List<Seen> seen;

    private PaintedType() {
        super(document());
        seen = new ArrayList<>();
    }

    private PaintedType(PaintedType other) {
        super(other);
        seen = other.seen;
    }

    public static PaintedType empty() {
        return new PaintedType();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    @Override
    public Graphics create() {
        return new PaintedType(this);
    }

    @Override
    public void drawString(String text, float x, float y) {
        Font font = getFont();
        double scale = Math.sqrt(Math.abs(getTransform().getDeterminant()));
        boolean words =
                font.getName().startsWith("Inter") || font.getName().startsWith("JetBrains");
        boolean raised = font.isTransformed() && font.getTransform().getScaleX() < 0.9;
        if (!text.isBlank() && !raised) {
            seen.add(new Seen(text, font.getSize2D() * scale, !words));
        }
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void fill(Shape shape) {}

    @Override
    public void draw(Shape shape) {}

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver told) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, AffineTransform to, ImageObserver told) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver told) {
        return true;
    }
}
