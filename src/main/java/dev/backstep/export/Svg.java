package dev.backstep.export;

import dev.backstep.layout.Size;
import dev.backstep.paint.FormulaPainter;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SimpleImageHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Pictures as SVG files, written by Batik. All text is shapes, so that a picture looks the same
/// where the fonts are not; a caption is its title as well, for whoever searches or hears it.
final class Svg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    /// Digits after the point: a formula is drawn in units of its own size.
    private static final int DIGITS = 5;

    private Svg() {}

    /// Writes a picture; the stream stays open.
    ///
    /// @param title of the picture; empty for none
    static void write(Drawing drawing, String title, OutputStream to) throws IOException {
        Element root = root(drawing);
        if (!title.isEmpty()) {
            Element named = root.getOwnerDocument().createElementNS(NAMESPACE, "title");
            named.setTextContent(allowed(title));
            root.insertBefore(named, root.getFirstChild());
        }
        write(root, to);
    }

    /// A picture as the element `svg`, of its size in pixels.
    static Element root(Drawing drawing) {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(DIGITS);
        context.setGenericImageHandler(new SimpleImageHandler(new Images()));
        Shapes g = new Shapes(context);
        drawing.paint().accept(g);
        Element root = g.getRoot();
        Size size = drawing.size();
        root.setAttribute("width", length(size.width(), drawing.mm()));
        root.setAttribute("height", length(size.height(), drawing.mm()));
        root.setAttribute("viewBox", "0 0 " + short4(size.width()) + " " + short4(size.height()));
        return root;
    }

    /// A length as an attribute says it.
    private static String length(double pixels, boolean mm) {
        return mm ? short4(Millimetres.of(pixels)) + "mm" : short4(pixels);
    }

    /// With at most four digits after the point.
    private static String short4(double number) {
        return BigDecimal.valueOf(number)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /// Without the document type that Batik would write: readers fetch what it names.
    private static void write(Element root, OutputStream to) throws IOException {
        try {
            Transformer out = TransformerFactory.newDefaultInstance().newTransformer();
            out.setOutputProperty(OutputKeys.INDENT, "yes");
            out.transform(new DOMSource(root), new StreamResult(to));
        } catch (TransformerException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
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
    static String allowed(String text) {
        return text.codePoints()
                .filter(c -> c >= ' ' && c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /// Draws text as the outlines that the other formats draw, and a map as one image.
    private static final class Shapes extends SVGGraphics2D {

        private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

        /// Measures as the other formats do.
        private static final Graphics2D MEASURE = measure();

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

        private static Graphics2D measure() {
            Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            FormulaPainter.smooth(g);
            return g;
        }

        @Override
        public FontMetrics getFontMetrics(Font font) {
            return MEASURE.getFontMetrics(font);
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
                Drawing.fill(this, shape, texture);
            } else {
                super.fill(shape);
            }
        }
    }

    /// Puts images into the file itself, as PNG. Batik's own way needs its codecs.
    private static final class Images extends DefaultImageHandler {

        @Override
        protected void handleHREF(Image image, Element element, SVGGeneratorContext context)
                throws SVGGraphics2DIOException {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            try {
                ImageIO.write((RenderedImage) image, "png", png);
            } catch (IOException e) {
                throw new SVGGraphics2DIOException(e);
            }
            element.setAttributeNS(
                    XLINK,
                    "xlink:href",
                    "data:image/png;base64,"
                            + Base64.getEncoder().encodeToString(png.toByteArray()));
        }
    }
}
