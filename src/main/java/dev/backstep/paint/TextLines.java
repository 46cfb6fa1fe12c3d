package dev.backstep.paint;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/// Single lines of plain text. Among numbers, raised signs are drawn small from those on the line:
/// the font lacks some, and its own are as wide as a digit.
public final class TextLines {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /// The height of a digit, in ems.
    private static final double DIGIT_HEIGHT = 0.73;

    private static final AffineTransform RAISED = AffineTransform.getScaleInstance(0.66, 0.66);
    private static final String SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᵀ";
    private static final String ON_THE_LINE = "0123456789−T";

    /// JetBrains Mono: every sign is this wide, in ems, and a raised one so wide.
    private static final double ADVANCE = 0.6;

    private static final double RAISED_ADVANCE = 0.42;

    private TextLines() {}

    /// A piece of a line in one font.
    ///
    /// @param rise how far above the base line it stands
    private record Piece(String text, Font font, double width, double rise) {}

    public static double width(String text, Font font) {
        return pieces(text, font).stream().mapToDouble(Piece::width).sum();
    }

    /// Draws from `x` on, with the base line at `y`.
    public static void left(Graphics2D g, String text, double x, double y, Font font) {
        PaintedWords.drawn(g, text, x, y, font);
        double at = x;
        for (Piece piece : pieces(text, font)) {
            g.setFont(piece.font);
            g.drawString(piece.text, (float) at, (float) (y - piece.rise));
            at += piece.width;
        }
    }

    /// A line for those who draw it by themselves: each letter in a font that has it.
    public static AttributedString attributed(String text, Font font) {
        AttributedString line = new AttributedString(text);
        int at = 0;
        for (Glyphs.FontRun run : Glyphs.runs(text, font)) {
            int end = at + run.text().length();
            line.addAttribute(TextAttribute.FONT, run.font(), at, end);
            at = end;
        }
        return line;
    }

    private static List<Piece> pieces(String text, Font font) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; isMono(font) && i < text.length(); i++) {
            if (isRaised(text.charAt(i))) {
                onTheLine(text.substring(from, i), font, pieces);
                pieces.add(raised(text.charAt(i), font));
                from = i + 1;
            }
        }
        onTheLine(text.substring(from), font, pieces);
        return pieces;
    }

    private static void onTheLine(String text, Font font, List<Piece> to) {
        if (!text.isEmpty()) {
            for (Glyphs.FontRun run : Glyphs.runs(text, font)) {
                to.add(new Piece(run.text(), run.font(), width(run), 0));
            }
        }
    }

    private static Piece raised(char sign, Font font) {
        String drawn = String.valueOf(ON_THE_LINE.charAt(SIGNS.indexOf(sign)));
        double size = font.getSize2D();
        return new Piece(drawn, font.deriveFont(RAISED), RAISED_ADVANCE * size, 0.32 * size);
    }

    private static double width(Glyphs.FontRun run) {
        return isMono(run.font())
                ? ADVANCE
                        * run.font().getSize2D()
                        * run.text().codePointCount(0, run.text().length())
                : run.font().getStringBounds(run.text(), CONTEXT).getWidth();
    }

    /// Draws centred at (`x`, `y`), shrunk to fit into `width`.
    public static void centred(
            Graphics2D g, String text, double x, double y, double width, Font font) {
        double natural = width(text, font);
        Font fitting =
                natural > width
                        ? font.deriveFont((float) (font.getSize2D() * width / natural))
                        : font;
        left(
                g,
                text,
                x - Math.min(natural, width) / 2,
                y + DIGIT_HEIGHT / 2 * fitting.getSize2D(),
                fitting);
    }

    private static boolean isRaised(int c) {
        return SIGNS.indexOf(c) >= 0;
    }

    private static boolean isMono(Font font) {
        return font.getName().startsWith("JetBrains");
    }
}
