package dev.backstep.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
