package dev.backstep.paint;

import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/// What is said above a picture that is computed with a mistake: the mistake in bold, then what
/// follows from it; in a frame in the colour of problems, as high as its text needs.
///
/// @param what `mistake on: = for +=`
/// @param effect `1 of 2 gradients is off: …`
public record MistakeBanner(Theme theme, String what, String effect) {

    private static final double SIZE = 13;
    private static final double LINE = 18;
    private static final double PAD = 12;
    private static final double INSIDE = 7;
    private static final double GAP = 12;

    public static MistakeBanner of(Theme theme, Bundle language, Message what, Message effect) {
        return new MistakeBanner(theme, language.say(what), language.say(effect));
    }

    private static Font bold() {
        return Fonts.WORDS_BOLD.at(SIZE);
    }

    private static Font plain() {
        return Fonts.WORDS.at(SIZE);
    }

    private double head() {
        return TextLines.width(what, bold()) + GAP;
    }

    private boolean isOneLine(double width) {
        return head() + TextLines.width(effect, plain()) <= width - 2 * PAD;
    }

    private List<String> lines(double width) {
        return WrappedText.lines(effect, plain(), width - 2 * PAD);
    }

    /// How high it is where it may be so wide.
    public double height(double width) {
        int lines = isOneLine(width) ? 1 : 1 + lines(width).size();
        return lines * LINE + 2 * INSIDE;
    }

    /// Draws it with its upper left corner at (`x`, `y`).
    public void paint(Graphics2D g, double x, double y, double width) {
        boolean one = isOneLine(width);
        double wide =
                one
                        ? head() + TextLines.width(effect, plain()) + 2 * PAD
                        : Math.max(width, head() - GAP + 2 * PAD);
        var frame = new RoundRectangle2D.Double(x, y, wide, height(width), 16, 16);
        g.setColor(theme.mixed(ColorRole.PROBLEM, ColorRole.PAPER, 0.12));
        g.fill(frame);
        g.setColor(theme.color(ColorRole.PROBLEM));
        g.setStroke(new BasicStroke(1.4f));
        g.draw(frame);
        double base = y + INSIDE + LINE - 5;
        TextLines.left(g, what, x + PAD, base, bold());
        if (one) {
            TextLines.left(g, effect, x + PAD + head(), base, plain());
        } else {
            for (String line : lines(width)) {
                base += LINE;
                TextLines.left(g, line, x + PAD, base, plain());
            }
        }
    }
}
