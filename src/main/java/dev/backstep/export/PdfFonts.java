package dev.backstep.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
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

    /// The files by the PostScript names of the fonts.
    private static final Map<String, String> FILES =
            Map.of(
                    "Inter-Regular", "Inter-Regular.ttf",
                    "Inter-SemiBold", "Inter-SemiBold.ttf",
                    "JetBrainsMono-Medium", "JetBrainsMono-Medium.ttf",
                    "JetBrainsMono-Bold", "JetBrainsMono-Bold.ttf",
                    "BackstepHan", "Han.ttf");

    /// Who reads the fonts warns on the terminal that Inter, as it is embedded, has no PostScript
    /// names of its letters: nothing needs them. The field keeps the setting alive.
    private static final Logger READER = Logger.getLogger("org.apache.fontbox");

    static {
        READER.setLevel(Level.SEVERE);
    }

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
        if (letters.chars().anyMatch(PdfFonts::joins)) {
            return false;
        }
        try {
            font.encode(letters.toString());
            return true;
        } catch (IllegalArgumentException lacking) {
            return false;
        }
    }

    /// Whether a character is drawn where the one before it leaves room.
    private static boolean joins(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.ENCLOSING_MARK;
    }

    @Override
    protected @Nullable PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
        return embedded(font);
    }

    private @Nullable PDType0Font embedded(Font font) throws IOException {
        String name = font.getPSName();
        String file = FILES.get(name);
        if (file == null) {
            return null;
        }
        PDType0Font known = loaded.get(name);
        if (known == null) {
            try (InputStream in =
                    Objects.requireNonNull(
                            Pdf.class.getResourceAsStream("/dev/backstep/fonts/" + file))) {
                known = PDType0Font.load(document, in, true);
            }
            loaded.put(name, known);
        }
        return known;
    }
}
