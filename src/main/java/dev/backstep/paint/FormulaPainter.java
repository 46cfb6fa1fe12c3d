package dev.backstep.paint;

import dev.backstep.layout.Size;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/// Formulas in Computer Modern, typeset from TeX by JLaTeXMath; letters that it lacks are drawn
/// from the fonts of words.
///
/// Names come from strangers: what is no TeX is shown as plain text, and nothing here ever throws.
/// JLaTeXMath is not made for several threads, so one formula is typeset or drawn at a time.
public final class FormulaPainter {

    /// Asks for the plain form of each formula beside its picture, without colour, so that it can
    /// be searched for and selected: `Boolean.TRUE`.
    public static final RenderingHints.Key SEARCHED = new Searched();

    /// The size of a formula on a card, in units.
    public static final double SIZE = 20;

    private static final int KEPT = 5000;

    private static final Map<Key, Typeset> CACHE =
            new LinkedHashMap<>(256, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Typeset> eldest) {
                    return size() > KEPT;
                }
            };

    static {
        FontFiles.readyFormulas();
    }

    private static final Color NO_COLOUR = new Color(0, 0, 0, 0);

    private FormulaPainter() {}

    private static final class Searched extends RenderingHints.Key {

        Searched() {
            super(1);
        }

        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Boolean;
        }
    }

    private record Key(String tex, boolean display) {}

    /// A formula of size 1; without a box it is plain text.
    private record Typeset(
            Optional<Box> box, String plain, double width, double height, double ascent) {}

    /// The size of a formula on a card, in units.
    public static Size measure(String tex) {
        return measure(tex, SIZE);
    }

    public static Size measure(String tex, double size) {
        return size(typeset(tex, false), size);
    }

    /// The size of a formula set with room, as on a line of its own.
    public static Size measureDisplay(String tex, double size) {
        return size(typeset(tex, true), size);
    }

    /// How far below its upper edge a formula has its base line.
    ///
    /// @param display whether it is set with room, as on a line of its own
    public static double ascent(String tex, double size, boolean display) {
        return typeset(tex, display).ascent * size;
    }

    /// Draws with the upper left corner at (`x`, `y`).
    public static void draw(
            Graphics2D g, String tex, double x, double y, double size, Color color) {
        draw(g, typeset(tex, false), x, y, size, color);
    }

    /// Draws as on a line of its own: fractions and sums are large.
    public static void drawDisplay(
            Graphics2D g, String tex, double x, double y, double size, Color color) {
        draw(g, typeset(tex, true), x, y, size, color);
    }

    /// The first letter of a formula that no font here has.
    public static OptionalInt missing(String tex) {
        synchronized (CACHE) {
            return FormulaLetters.missing(tex);
        }
    }

    private static Size size(Typeset formula, double size) {
        return new Size(formula.width * size, formula.height * size);
    }

    private static void draw(
            Graphics2D g, Typeset formula, double x, double y, double size, Color color) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.setColor(color);
        if (formula.box.isPresent()) {
            if (Boolean.TRUE.equals(g.getRenderingHint(SEARCHED))) {
                searched(g, formula, size);
                g.setColor(color);
            }
            g.scale(size, size);
            synchronized (CACHE) {
                formula.box.get().draw(g, 0, (float) formula.ascent);
            }
        } else {
            TextLines.left(g, formula.plain, 0, formula.ascent * size, Fonts.WORDS.at(size * 0.8));
        }
        g.setTransform(before);
    }

    /// As wide as the formula, on its base line.
    private static void searched(Graphics2D g, Typeset formula, double size) {
        String plain = PlainFormula.of(formula.plain);
        double wide = TextLines.width(plain, Fonts.WORDS.at(size));
        if (wide > 0) {
            double fitting = size * Math.min(1, formula.width * size / wide);
            g.setColor(NO_COLOUR);
            TextLines.left(g, plain, 0, formula.ascent * size, Fonts.WORDS.at(fitting));
        }
    }

    private static Typeset typeset(String tex, boolean display) {
        synchronized (CACHE) {
            return CACHE.computeIfAbsent(new Key(tex, display), FormulaPainter::typeset);
        }
    }

    private static Typeset typeset(Key key) {
        try {
            int style = key.display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT;
            // A box is measured in ems, but some spaces in it in points: so typeset at the usual
            // size.
            Box box =
                    new TeXFormula(FormulaLetters.marked(key.tex))
                            .createTeXIcon(style, (float) SIZE)
                            .getBox();
            double height = box.getHeight() + box.getDepth();
            if (box.getWidth() > 0 && height > 0) {
                return new Typeset(
                        Optional.of(box), key.tex, box.getWidth(), height, box.getHeight());
            }
        } catch (RuntimeException | StackOverflowError e) {
            return plain(key.tex);
        }
        return plain(key.tex);
    }

    private static Typeset plain(String text) {
        Font font = Fonts.WORDS.at(80);
        return new Typeset(Optional.empty(), text, TextLines.width(text, font) / 100, 1, 0.8);
    }

    /// Sets what makes text and curves smooth.
    public static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }
}
