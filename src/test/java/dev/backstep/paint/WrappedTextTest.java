package dev.backstep.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappedTextTest {

    private static final Font FONT = Fonts.WORDS.at(13);

    @Test
    void a_word_wider_than_a_line_is_broken_and_nothing_of_it_is_lost() {
        String word = "W".repeat(200);
        List<String> lines = WrappedText.lines("see " + word + " there", FONT, 240);
        assertTrue(lines.stream().allMatch(l -> TextLines.width(l, FONT) <= 240), lines.toString());
        assertEquals("see" + word + "there", String.join("", lines).replace(" ", ""));
    }

    @Test
    void chinese_is_broken_between_its_characters() {
        List<String> lines = WrappedText.lines("反向传播把梯度从输出一路传回每个叶子", FONT, 100);
        assertTrue(lines.size() > 1);
        assertTrue(lines.stream().allMatch(l -> TextLines.width(l, FONT) <= 100), lines.toString());
    }

    /// Whatever the width, from a few letters to all of it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Z[3] turns its upstream 1×32 into W[3]ᵀ · upstream to a[2], and to W[3]",
                "the gradient ∂L/∂W[3] and W[1][2, 0:3] arrive here",
                "把上游交给 W[3]，再把它加到 b[12] 上"
            })
    void a_name_with_its_index_stays_together(String text) {
        double all = TextLines.width(text, FONT);
        for (double width = 120; width < all; width += 3) {
            List<String> lines = WrappedText.lines(text, FONT, width);
            for (String line : lines) {
                assertTrue(TextLines.width(line, FONT) <= width, line);
                assertTrue(!line.startsWith("[") && !line.startsWith("∂W"), lines.toString());
                assertEquals(count(line, '['), count(line, ']'), lines.toString());
            }
        }
    }

    private static long count(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }

    /// Its room has no place for a name: then it is broken as any long word.
    @Test
    void what_is_wider_than_its_room_is_broken_all_the_same() {
        assertTrue(WrappedText.lines("W[1][22222222, 333333]", FONT, 60).size() > 1);
        assertEquals(
                List.of("a [note] in", "brackets"),
                WrappedText.lines("a [note] in brackets", FONT, 90));
    }
}
