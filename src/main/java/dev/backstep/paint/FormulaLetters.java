package dev.backstep.paint;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.lang.Character.UnicodeBlock;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
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
/// So are those that its fonts have at the code of a soft hyphen, where Java draws nothing.
///
/// Like JLaTeXMath, not made for several threads.
final class FormulaLetters {

    private static final String COMMAND = "lettersofwords";

    /// The height of a letter of words beside those of Computer Modern, which are smaller.
    private static final double SHARE = 0.9;

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final String GREEK = "/org/scilab/forge/jlatexmath/greek/fonts/jlm_fcmrpg.ttf";

    /// Fonts are not made for letters of size 1.
    private static final float DRAWN = 100;

    static {
        MacroInfo.Commands.put(
                COMMAND,
                new MacroInfo(1) {
                    @Override
                    public Object invoke(TeXParser parser, String[] arguments) {
                        return new Letters(arguments[1], words());
                    }
                });
        Font greek = FontFiles.font(GREEK).deriveFont(DRAWN);
        sign("Omega", () -> new Letters("Ω", greek));
        sign("otimes", () -> new Letters("⊗", words()));
    }

    private static void sign(String command, Supplier<Letters> letters) {
        MacroInfo.Commands.put(
                command,
                new MacroInfo(0) {
                    @Override
                    public Object invoke(TeXParser parser, String[] arguments) {
                        return letters.get();
                    }
                });
    }

    private static Font words() {
        return Fonts.WORDS.at(SHARE * DRAWN);
    }

    /// A sign alone in braces that are no argument of a command.
    private static final Pattern BRACED =
            Pattern.compile("(?<!\\\\[A-Za-z]{0,30})(?<![}\\]])\\{([-+=<>,;:.!?|*/()])}");

    private FormulaLetters() {}

    /// The same formula with each run of letters that JLaTeXMath lacks as the argument of a command
    /// of this class, and a letter with marks over it whole. A letter that no font has is spelt by
    /// its code point.
    ///
    /// A sign in braces, as in `1{,}000`, is wrapped: JLaTeXMath makes the sign itself ordinary
    /// where braces hold nothing else, in every formula that comes later.
    static String marked(String written) {
        String tex =
                BRACED.matcher(written).replaceAll("{\\\\mathord{$1}}").replace("Ω", "\\Omega{}");
        if (tex.chars().allMatch(c -> c < 128)) {
            return tex;
        }
        StringBuilder out = new StringBuilder();
        boolean inside = false;
        int[] letters = tex.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            int c = letters[i];
            boolean isBelowMark = i + 1 < letters.length && isMark(letters[i + 1]);
            boolean lacks = isBelowMark || !isInFormulaFonts(c);
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

    private static boolean isMark(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK;
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
            FontFiles.readyFormulas();
        }
        return TeXFormula.symbolMappings[codePoint] != null
                || TeXFormula.symbolFormulaMappings[codePoint] != null;
    }

    /// The letters as part of a formula.
    private static final class Letters extends Atom {

        private final String text;
        private final Font font;

        Letters(String text, Font font) {
            this.text = text;
            this.font = font;
        }

        @Override
        public Box createBox(TeXEnvironment environment) {
            return new LettersBox(text, font, DefaultTeXFont.getSizeFactor(environment.getStyle()));
        }
    }

    /// The letters at a size, where 1 is that of a letter on the line.
    private static final class LettersBox extends Box {

        private final String text;
        private final Font font;
        private final double scale;

        LettersBox(String text, Font font, double size) {
            this.text = text;
            this.font = font;
            this.scale = size / DRAWN;
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

        @Override
        public void draw(Graphics2D g, float x, float y) {
            AffineTransform before = g.getTransform();
            g.translate(x, y);
            g.scale(scale, scale);
            TextLines.left(g, text, 0, 0, font);
            g.setTransform(before);
        }

        @Override
        public int getLastFontId() {
            return 0;
        }
    }
}
