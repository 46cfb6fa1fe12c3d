package dev.backstep.paint;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.lang.Character.UnicodeBlock;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.scilab.forge.jlatexmath.AlphabetRegistration;
import org.scilab.forge.jlatexmath.Atom;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.DefaultTeXFont;
import org.scilab.forge.jlatexmath.MacroInfo;
import org.scilab.forge.jlatexmath.TeXEnvironment;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXParser;

/// Letters that JLaTeXMath's fonts lack, such as `权`: set in a formula from the fonts of words.
/// JLaTeXMath itself would take a font of the system, and draw a box where that lacks the letter.
///
/// Like JLaTeXMath, not made for several threads.
final class FormulaLetters {

    private static final String COMMAND = "lettersofwords";

    /// The height of a letter of words beside those of Computer Modern, which are smaller.
    private static final double SHARE = 0.9;

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    static {
        MacroInfo.Commands.put(
                COMMAND,
                new MacroInfo(1) {
                    @Override
                    public Object invoke(TeXParser parser, String[] arguments) {
                        return new Letters(arguments[1]);
                    }
                });
    }

    /// A sign alone in braces that are no argument of a command.
    private static final Pattern BRACED =
            Pattern.compile("(?<!\\\\[A-Za-z]{0,30})(?<![}\\]])\\{([-+=<>,;:.!?|*/()])}");

    private FormulaLetters() {}

    /// The same formula with each run of letters that JLaTeXMath lacks as the argument of a command
    /// of this class. A letter that no font has is spelt by its code point.
    ///
    /// A sign in braces, as in `1{,}000`, is wrapped: JLaTeXMath makes the sign itself ordinary
    /// where braces hold nothing else, in every formula that comes later.
    static String marked(String written) {
        String tex = BRACED.matcher(written).replaceAll("{\\\\mathord{$1}}");
        if (tex.chars().allMatch(c -> c < 128)) {
            return tex;
        }
        StringBuilder out = new StringBuilder();
        boolean inside = false;
        for (int c : tex.codePoints().toArray()) {
            boolean lacks = !isInFormulaFonts(c);
            if (lacks != inside) {
                out.append(lacks ? "\\" + COMMAND + "{" : "}");
                inside = lacks;
            }
            out.append(!lacks || isInFonts(c) ? Character.toString(c) : "U%04X".formatted(c));
        }
        return out.append(inside ? "}" : "").toString();
    }

    /// The first letter of a formula that no font here has.
    static OptionalInt missing(String tex) {
        IntPredicate found = c -> isInFormulaFonts(c) || isInFonts(c);
        return tex.codePoints().filter(found.negate()).findFirst();
    }

    private static boolean isInFonts(int codePoint) {
        return Glyphs.has(codePoint, Fonts.WORDS.at(12));
    }

    /// Whether JLaTeXMath has a letter, once its alphabet for the letter's script is loaded.
    private static boolean isInFormulaFonts(int codePoint) {
        if (codePoint < 128 || codePoint > Character.MAX_VALUE) {
            return codePoint < 128;
        }
        UnicodeBlock script = UnicodeBlock.of(codePoint);
        AlphabetRegistration alphabet = DefaultTeXFont.registeredAlphabets.get(script);
        if (alphabet != null && !DefaultTeXFont.loadedAlphabets.contains(script)) {
            DefaultTeXFont.addAlphabet(alphabet);
        }
        return TeXFormula.symbolMappings[codePoint] != null
                || TeXFormula.symbolFormulaMappings[codePoint] != null;
    }

    /// The letters as part of a formula.
    private static final class Letters extends Atom {

        private final String text;

        Letters(String text) {
            this.text = text;
        }

        @Override
        public Box createBox(TeXEnvironment environment) {
            return new LettersBox(text, DefaultTeXFont.getSizeFactor(environment.getStyle()));
        }
    }

    /// The letters at a size, where 1 is that of a letter on the line.
    private static final class LettersBox extends Box {

        /// Fonts are not made for letters of size 1.
        private static final double DRAWN = 100;

        private final String text;
        private final double scale;

        LettersBox(String text, double size) {
            this.text = text;
            this.scale = size / DRAWN;
            Font font = font();
            double top = 0;
            double bottom = 0;
            for (Glyphs.FontRun run : Glyphs.runs(text, font)) {
                Rectangle2D ink =
                        run.font().createGlyphVector(CONTEXT, run.text()).getVisualBounds();
                top = Math.max(top, -ink.getMinY());
                bottom = Math.max(bottom, ink.getMaxY());
            }
            setWidth((float) (TextLines.width(text, font) * scale));
            setHeight((float) (top * scale));
            setDepth((float) (bottom * scale));
        }

        private static Font font() {
            return Fonts.WORDS.at(SHARE * DRAWN);
        }

        @Override
        public void draw(Graphics2D g, float x, float y) {
            AffineTransform before = g.getTransform();
            g.translate(x, y);
            g.scale(scale, scale);
            TextLines.left(g, text, 0, 0, font());
            g.setTransform(before);
        }

        @Override
        public int getLastFontId() {
            return 0;
        }
    }
}
