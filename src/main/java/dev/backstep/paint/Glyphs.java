package dev.backstep.paint;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Finds a font for what a font lacks: first among those that come with the program, then among
/// those of the system. What no font has is never drawn as a box: it is refused before.
public final class Glyphs {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /// A raised T, for fonts without ᵀ.
    private static final int TRANSPOSED = 0x1D40;

    /// The sets of numbers, which the fonts of the formulas have in place of letters.
    private static final String SETS = "ℂℍℕℙℚℝℤ";

    private static final String LETTERS = "CHNPQRZ";

    /// By character: the font that has it, at size 1.
    private static final Map<Integer, Optional<Font>> OTHERS = new ConcurrentHashMap<>();

    private Glyphs() {}

    /// A piece of a text in one font.
    record FontRun(String text, Font font) {}

    /// Whether some font here has a character.
    static boolean has(int character, Font font) {
        return missing(Character.toString(character), font).isEmpty();
    }

    /// The first character that no font here has.
    public static OptionalInt missing(String text, Font font) {
        return text.codePoints()
                .filter(
                        c ->
                                c != TRANSPOSED
                                        && SETS.indexOf(c) < 0
                                        && !isDrawnBy(font, c)
                                        && other(c).isEmpty())
                .findFirst();
    }

    /// A text in pieces, each in a font that has it.
    static List<FontRun> runs(String text, Font font) {
        if (font.canDisplayUpTo(text) < 0) {
            return List.of(new FontRun(text, font));
        }
        List<FontRun> runs = new ArrayList<>();
        text.codePoints()
                .forEach(
                        c -> {
                            FontRun run = run(c, font);
                            if (!runs.isEmpty() && runs.getLast().font.equals(run.font)) {
                                run = new FontRun(runs.removeLast().text + run.text, run.font);
                            }
                            runs.add(run);
                        });
        return runs;
    }

    private static FontRun run(int character, Font font) {
        String text = Character.toString(character);
        if (isDrawnBy(font, character)) {
            return new FontRun(isUnseen(character) ? "" : text, font);
        }
        int set = SETS.indexOf(character);
        if (set >= 0) {
            Font blackboard = Blackboard.FONT.deriveFont(font.getSize2D());
            return new FontRun(LETTERS.substring(set, set + 1), blackboard);
        }
        Optional<Font> other = other(character);
        return other.isEmpty() && character == TRANSPOSED
                ? new FontRun("T", font.deriveFont(raised(font)))
                : new FontRun(text, other.orElse(font).deriveFont(font.getSize2D()));
    }

    /// Loaded when it is first needed.
    private static final class Blackboard {

        static final Font FONT =
                FontFiles.font("/org/scilab/forge/jlatexmath/fonts/maths/jlm_msbm10.ttf");
    }

    private static AffineTransform raised(Font font) {
        AffineTransform up = AffineTransform.getTranslateInstance(0, -0.3 * font.getSize2D());
        up.scale(0.66, 0.66);
        return up;
    }

    private static Optional<Font> other(int character) {
        return OTHERS.computeIfAbsent(character, Glyphs::find);
    }

    private static Optional<Font> find(int character) {
        Font words = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
        return Stream.<Supplier<Stream<Font>>>of(
                        () -> Stream.of(Fonts.values()).map(f -> f.at(12)),
                        () -> ScriptFonts.fonts().stream(),
                        () -> Stream.of(words),
                        Glyphs::installed)
                .flatMap(Supplier::get)
                .filter(f -> isDrawnBy(f, character))
                .findFirst();
    }

    private static Stream<Font> installed() {
        return Stream.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .map(f -> f.deriveFont(12f));
    }

    /// Whether a font has a picture of a character, and Java can draw it: of fonts whose pictures
    /// are in colours, it cannot.
    private static boolean isDrawnBy(Font font, int character) {
        if (isUnseen(character)) {
            return true;
        }
        if (!font.canDisplay(character)) {
            return false;
        }
        String text = Character.toString(character);
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || !font.createGlyphVector(CONTEXT, text).getVisualBounds().isEmpty();
    }

    /// What only says how its neighbours are to look.
    private static boolean isUnseen(int character) {
        return character >= 0xFE00 && character <= 0xFE0F
                || Character.getType(character) == Character.FORMAT;
    }
}
