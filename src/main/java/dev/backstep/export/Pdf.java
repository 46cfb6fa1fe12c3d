package dev.backstep.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/// Pictures as PDF files of one page, written by PDFBox. Words and numbers are text in embedded
/// fonts, to be searched and selected, see [PdfFonts]; formulas are shapes.
final class Pdf {

    /// Points a pixel: a pixel is 1/96 inch, as in SVG.
    private static final float POINT = 0.75f;

    private Pdf() {}

    /// Writes a picture; the stream stays open.
    ///
    /// @param title of the document; empty for none
    static void write(Drawing drawing, String title, OutputStream to) throws IOException {
        float width = drawing.pixels().width();
        float height = drawing.pixels().height();
        try (PDDocument document = new PDDocument();
                PdfFonts fonts = new PdfFonts(document)) {
            document.setDocumentId(0L); // so that the same picture is the same file
            if (!title.isEmpty()) {
                document.getDocumentInformation().setTitle(title);
            }
            PDPage page = new PDPage(new PDRectangle(width * POINT, height * POINT));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
            g.setFontTextDrawer(fonts);
            drawing.paint().accept(g);
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(POINT, POINT));
                content.drawForm(g.getXFormObject());
            }
            document.save(to);
        }
    }
}
