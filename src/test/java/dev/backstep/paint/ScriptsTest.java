package dev.backstep.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Size;
import dev.backstep.notation.Greek;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Letters of the world's scripts, drawn by the fonts that come with the program alone.
class ScriptsTest {

    /// In no font: a code point that Unicode leaves to private use.
    private static final int NOWHERE = 0xF8A5;

    private static int[] drawn(String tex) {
        Size size = FormulaPainter.measure(tex);
        var image =
                new BufferedImage(
                        (int) Math.ceil(size.width()) + 4,
                        (int) Math.ceil(size.height()) + 4,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        FormulaPainter.smooth(g);
        FormulaPainter.draw(g, tex, 2, 2, FormulaPainter.SIZE, Color.WHITE);
        g.dispose();
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static boolean isBundled(Font font) {
        return font.getFamily().matches("(Inter|JetBrains Mono|Backstep|jlm_).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "权重",
                "損失関数",
                "ロスひらがな",
                "손실",
                "הפסד",
                "خسارة",
                "կորուստ",
                "დანაკარგი",
                "потеря",
                "коэффициент",
                "απώλεια",
                "coût",
                "größe",
                "řeka",
                "đạo_hàm",
                "ℝ",
                "（全角）：，。“”"
            })
    void every_script_is_drawn_by_a_bundled_font(String word) {
        for (Fonts font : Fonts.values()) {
            for (Glyphs.FontRun run : Glyphs.runs(word, font.at(13))) {
                assertTrue(isBundled(run.font()), run + "");
                assertTrue(run.font().canDisplayUpTo(run.text()) < 0, run + "");
            }
        }
        assertEquals(OptionalInt.empty(), FormulaPainter.missing("\\text{" + word + "}"));
    }

    /// Java draws nothing at code 173, where JLaTeXMath's fonts have some signs.
    @ParameterizedTest
    @ValueSource(strings = {"\\Omega ", "\\mathrm{\\Omega mega}", "\\text{Ω}", "\\otimes "})
    void a_sign_at_the_place_of_a_soft_hyphen_is_drawn(String tex) {
        String hidden = "\\mathrm{mega}";
        int[] drawn = drawn(tex);
        long ink = Arrays.stream(drawn).filter(pixel -> (pixel & 0xFF) > 128).count();
        long rest = Arrays.stream(drawn(hidden)).filter(pixel -> (pixel & 0xFF) > 128).count();
        assertTrue(ink > (tex.contains("mega}") ? rest + 20 : 20), tex + " has " + ink);
    }

    @Test
    void every_greek_letter_of_a_name_is_drawn() {
        for (int c = 'Α'; c <= 'ω'; c++) {
            if (Character.isLetter(c)) {
                String tex = Greek.letter(c).orElse(Character.toString(c));
                assertTrue(Arrays.stream(drawn(tex)).anyMatch(p -> (p & 0xFF) > 128), tex);
            }
        }
    }

    /// The mark stands over its letter: the picture is no wider than the letter asks for.
    @ParameterizedTest
    @ValueSource(strings = {"x\u0302", "z\u0303", "m\u0304", "p\u0307"})
    void a_mark_is_drawn_over_its_letter(String word) {
        double alone = FormulaPainter.measure("\\text{" + word.charAt(0) + "}").width();
        double marked = FormulaPainter.measure("\\text{" + word + "}").width();
        assertTrue(marked < 1.4 * alone, word + " is " + marked + " and not " + alone);
    }

    /// GB 2312 has 6,763 characters, in rows 16 to 87.
    @Test
    void every_character_of_gb_2312_is_drawn_by_a_bundled_font() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int row = 16; row <= 87; row++) {
            for (int place = 1; place <= 94; place++) {
                byte[] code = {(byte) (0xA0 + row), (byte) (0xA0 + place)};
                String character = new String(code, "GB2312");
                all.append(character.startsWith("\uFFFD") ? "" : character);
            }
        }
        assertEquals(6763, all.length());
        for (Glyphs.FontRun run : Glyphs.runs(all.toString(), Fonts.WORDS.at(13))) {
            assertTrue(isBundled(run.font()), run + "");
        }
    }

    @Test
    void names_that_differ_look_different_in_a_formula() {
        String[] names = {"权", "重", "権", "ロ", "ё", "е", "é", "è", "ό", "ה", "ա", "손"};
        for (String a : names) {
            for (String b : names) {
                boolean same =
                        Arrays.equals(drawn("\\text{" + a + "}"), drawn("\\text{" + b + "}"));
                assertEquals(a.equals(b), same, a + " and " + b);
            }
        }
    }

    /// A thin space stands behind a comma between two letters, none within a number.
    @Test
    void a_sign_in_braces_changes_no_other_formula() {
        double before = FormulaPainter.measure("p, q").width();
        double number = FormulaPainter.measure("1{,}000").width();
        assertEquals(FormulaPainter.measure("1000").width(), number, 6);
        FormulaPainter.measure("x{=}y{+}z_{<}");
        assertEquals(before, FormulaPainter.measure("p , q").width(), 1e-9);
        assertEquals(
                FormulaPainter.measure("p=q+r").width(),
                FormulaPainter.measure("p = q + r").width(),
                1e-9);
    }

    @Test
    void a_letter_is_smaller_in_a_subscript() {
        double line = FormulaPainter.measure("x\\text{权}").width();
        double below = FormulaPainter.measure("x_{\\text{权}}").width();
        assertTrue(below < line, below + " < " + line);
    }

    @Test
    void latin_greek_and_cyrillic_are_typeset_and_not_shown_as_their_source() {
        IntStream.concat(IntStream.rangeClosed(0xC0, 0x24F), IntStream.rangeClosed(0x370, 0x52F))
                .filter(Character::isLetter)
                .filter(c -> FormulaPainter.missing(Character.toString(c)).isEmpty())
                .forEach(
                        c -> {
                            String letter = Character.toString(c);
                            double width = FormulaPainter.measure("\\text{" + letter + "}").width();
                            assertTrue(width > 0 && width < 45, letter + " is " + width + " wide");
                        });
    }

    @Test
    void what_no_font_has_is_found_and_spelt_in_the_window() {
        String letter = Character.toString(NOWHERE);
        assertEquals(OptionalInt.of(NOWHERE), FormulaPainter.missing("x + \\text{" + letter + "}"));
        assertTrue(
                Arrays.equals(drawn("\\text{" + letter + "}"), drawn("\\lettersofwords{UF8A5}")),
                "a box is drawn");
        assertFalse(Glyphs.has(NOWHERE, Fonts.WORDS.at(12)));
    }

    @Test
    void among_numbers_a_wide_letter_takes_its_own_room() {
        Font numbers = Fonts.NUMBERS.at(10);
        double wide = TextLines.width("权", numbers);
        assertEquals(10, wide, 0.5);
        assertEquals(wide + 6 + 4.2, TextLines.width("权1²", numbers), 1e-3);
        assertNotEquals(wide, TextLines.width("a", numbers));
    }
}
