package dev.backstep.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/// Draws as text what the fonts of the program have, and leaves the rest to be drawn as shapes. Of
/// each font that is used, a PDF gets the letters used.
///
/// Inter is embedded as TrueType, with the outlines that it has as OpenType on screen: PDFBox
/// embeds nothing else.
final class PdfFonts extends PdfBoxGraphics2DFontTextDrawer {

    /// By their PostScript names.
    private static final List<String> NAMES =
            List.of(
                    "Inter-Regular",
                    "Inter-SemiBold",
                    "JetBrainsMono-Medium",
                    "JetBrainsMono-Bold");

    private final PDDocument document;
    private final Map<String, PDType0Font> loaded = new HashMap<>();

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    @Override
    public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env)
            throws IOException {
        Font font = (Font) text.getAttribute(TextAttribute.FONT);
        Font used = font == null ? env.getFont() : font;
        PDType0Font embedded = embedded(used);
        return embedded != null && !used.isTransformed() && has(embedded, text);
    }

    private static boolean has(PDType0Font font, AttributedCharacterIterator text)
            throws IOException {
        StringBuilder letters = new StringBuilder();
        int at = text.getIndex();
        for (char c = text.first(); c != CharacterIterator.DONE; c = text.next()) {
            letters.append(c);
        }
        text.setIndex(at);
        for (int c : letters.codePoints().toArray()) {
            if (!font.hasGlyph(c)) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected @Nullable PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
        return embedded(font);
    }

    private @Nullable PDType0Font embedded(Font font) throws IOException {
        String name = font.getPSName();
        if (!NAMES.contains(name)) {
            return null;
        }
        PDType0Font known = loaded.get(name);
        if (known == null) {
            String file = "/dev/backstep/fonts/" + name + ".ttf";
            try (InputStream in = Objects.requireNonNull(Pdf.class.getResourceAsStream(file))) {
                known = PDType0Font.load(document, in, true);
            }
            loaded.put(name, known);
        }
        return known;
    }
}
