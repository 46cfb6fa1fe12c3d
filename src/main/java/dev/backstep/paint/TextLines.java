package dev.backstep.paint;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;

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

    public static double width(String text, Font font) {
        if (!isMono(font)) {
            return Glyphs.runs(text, font).stream().mapToDouble(TextLines::width).sum();
        }
        long raised = text.chars().filter(TextLines::isRaised).count();
        long all = text.codePointCount(0, text.length());
        return font.getSize2D() * (ADVANCE * (all - raised) + RAISED_ADVANCE * raised);
    }

    private static double width(Glyphs.Run run) {
        return run.font().getStringBounds(run.text(), CONTEXT).getWidth();
    }

    /// Draws from `x` on, with the base line at `y`.
    public static void left(Graphics2D g, String text, double x, double y, Font font) {
        double at = x;
        if (!isMono(font) || text.chars().noneMatch(TextLines::isRaised)) {
            for (Glyphs.Run run : Glyphs.runs(text, font)) {
                g.setFont(run.font());
                g.drawString(run.text(), (float) at, (float) y);
                at += width(run);
            }
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isRaised(c)) {
                g.setFont(font.deriveFont(RAISED));
                String sign = String.valueOf(ON_THE_LINE.charAt(SIGNS.indexOf(c)));
                g.drawString(sign, (float) at, (float) (y - 0.32 * font.getSize2D()));
            } else {
                g.setFont(font);
                g.drawString(String.valueOf(c), (float) at, (float) y);
            }
            at += font.getSize2D() * (isRaised(c) ? RAISED_ADVANCE : ADVANCE);
        }
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
