package dev.backstep.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import dev.backstep.paint.FormulaPainter;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/// Pictures as PDF files, a page each, written by PDFBox. Words and numbers are text in embedded
/// fonts, to be searched and selected, see [PdfFonts]; formulas are shapes, and their plain form is
/// text that is not seen.
final class Pdf {

    /// Points a pixel: a pixel is 1/96 inch, as in SVG.
    private static final float POINT = 0.75f;

    private Pdf() {}

    /// Writes a picture; the stream stays open.
    ///
    /// @param title of the document; empty for none
    static void write(Drawing drawing, String title, OutputStream to) throws IOException {
        write(List.of(drawing), title, to);
    }

    /// Writes pictures, a page each; the stream stays open.
    static void write(List<Drawing> pages, String title, OutputStream to) throws IOException {
        try (PDDocument document = new PDDocument();
                PdfFonts fonts = new PdfFonts(document)) {
            document.setDocumentId(0L); // so that the same picture is the same file
            if (!title.isEmpty()) {
                document.getDocumentInformation().setTitle(title);
            }
            for (Drawing page : pages) {
                write(document, fonts, page);
            }
            document.save(to);
        }
    }

    private static void write(PDDocument document, PdfFonts fonts, Drawing drawing)
            throws IOException {
        float width = (float) drawing.size().width();
        float height = (float) drawing.size().height();
        PDPage page = new PDPage(new PDRectangle(width * POINT, height * POINT));
        document.addPage(page);
        PdfBoxGraphics2D g = new Page(document, width, height);
        g.setFontTextDrawer(fonts);
        g.setRenderingHint(FormulaPainter.SEARCHED, Boolean.TRUE);
        drawing.paint().accept(g);
        g.dispose();
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.transform(Matrix.getScaleInstance(POINT, POINT));
            content.drawForm(g.getXFormObject());
        }
    }

    /// Draws a map as one image.
    private static final class Page extends PdfBoxGraphics2D {

        Page(PDDocument document, float width, float height) throws IOException {
            super(document, width, height);
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
}
