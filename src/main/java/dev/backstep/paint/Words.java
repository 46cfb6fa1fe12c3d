package dev.backstep.paint;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;

/// Single lines of plain text. Where a font lacks a raised sign, it is drawn from the sign on the line.
public final class Words {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final AffineTransform RAISED = new AffineTransform(0.62, 0, 0, 0.62, 0, 0);

    /// JetBrains Mono: every sign is this wide, in ems.
    private static final double MONO_ADVANCE = 0.6;

    private Words() {}

    public static double width(String text, Font font) {
        if (isMono(font)) {
            return MONO_ADVANCE * font.getSize2D() * text.codePointCount(0, text.length());
        }
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /// Draws from `x` on, with the base line at `y`.
    public static void left(Graphics2D g, String text, double x, double y, Font font) {
        g.setFont(font);
        if (!isMono(font) || text.indexOf('⁻') < 0 && text.indexOf('ᵀ') < 0) {
            g.drawString(text, (float) x, (float) y);
            return;
        }
        double advance = MONO_ADVANCE * font.getSize2D();
        double at = x;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean raised = c == '⁻' || c == 'ᵀ';
            g.setFont(raised ? font.deriveFont(RAISED) : font);
            double lift = raised ? font.getSize2D() * 0.3 : 0;
            double indent = raised ? advance * 0.19 : 0;
            g.drawString(raised ? c == 'ᵀ' ? "T" : "−" : String.valueOf(c), (float) (at + indent), (float) (y - lift));
            at += advance;
        }
    }

    /// Draws centred at `x`, shrunk to fit into `width`.
    public static void centred(Graphics2D g, String text, double x, double y, double width, Font font) {
        double natural = width(text, font);
        Font fitting = natural > width ? font.deriveFont((float) (font.getSize2D() * width / natural)) : font;
        left(g, text, x - Math.min(natural, width) / 2, y, fitting);
    }

    private static boolean isMono(Font font) {
        return font.getName().startsWith("JetBrains");
    }
}
