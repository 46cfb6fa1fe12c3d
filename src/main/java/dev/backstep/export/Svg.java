package dev.backstep.export;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Pictures as SVG files, written by Batik. All text is shapes, so that a picture looks the same
/// where the fonts are not; a caption is its title as well, for whoever searches or hears it.
final class Svg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /// Digits after the point: a formula is drawn in units of its own size.
    private static final int DIGITS = 5;

    private Svg() {}

    /// Writes a picture; the stream stays open.
    ///
    /// @param title of the picture; empty for none
    static void write(Drawing drawing, String title, OutputStream to) throws IOException {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(DIGITS);
        Shapes g = new Shapes(context);
        drawing.paint().accept(g);
        Element root = g.getRoot();
        long width = drawing.pixels().width();
        long height = drawing.pixels().height();
        root.setAttribute("width", Long.toString(width));
        root.setAttribute("height", Long.toString(height));
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        if (!title.isEmpty()) {
            Element named = document.createElementNS(NAMESPACE, "title");
            named.setTextContent(allowed(title));
            root.insertBefore(named, root.getFirstChild());
        }
        OutputStreamWriter out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        g.stream(root, out, false, false);
        out.flush();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The text without characters that XML cannot hold.
    private static String allowed(String text) {
        return text.codePoints()
                .filter(c -> c >= ' ' && c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /// Draws text as the outlines that the other formats draw, and a map as one image.
    private static final class Shapes extends SVGGraphics2D {

        private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

        Shapes(SVGGeneratorContext context) {
            super(context, true);
        }

        private Shapes(Shapes before) {
            super(before);
        }

        @Override
        public Graphics create() {
            return new Shapes(this);
        }

        @Override
        public FontRenderContext getFontRenderContext() {
            return EXACT;
        }

        @Override
        public void drawString(String text, float x, float y) {
            drawGlyphVector(getFont().createGlyphVector(EXACT, text), x, y);
        }

        @Override
        public void drawString(String text, int x, int y) {
            drawString(text, (float) x, (float) y);
        }

        @Override
        public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
            fill(glyphs.getOutline(x, y));
        }

        @Override
        public void fill(Shape shape) {
            if (getPaint() instanceof TexturePaint texture) {
                Graphics2D g = (Graphics2D) create();
                g.clip(shape);
                draw(g, texture.getImage(), texture.getAnchorRect());
                g.dispose();
            } else {
                super.fill(shape);
            }
        }

        private static void draw(Graphics2D g, BufferedImage image, Rectangle2D at) {
            AffineTransform place =
                    new AffineTransform(
                            at.getWidth() / image.getWidth(),
                            0,
                            0,
                            at.getHeight() / image.getHeight(),
                            at.getX(),
                            at.getY());
            g.drawImage(image, place, null);
        }
    }
}
