package dev.backstep.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Marks that open thousands of times before they close: a lesson is read all the same.
class NestedMarksTest {

    private static final String START = "# T\n\n## S\n```backstep\nx = 1\n```\n";

    private static ParsedLesson parsed(String text) {
        return Lesson.parse(START + text, LessonFiles.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*|*", "_|_", "**a |b** ", "*a |b* ", "[|](y)", "![|](y)", "{|}", "> |"})
    void are_read(String marks) {
        String[] sides = marks.split("\\|", -1);
        String text = sides[0].repeat(20_000) + "x" + sides[1].repeat(20_000);
        assertEquals(1, parsed(text + "\n").lesson().stops().size());
    }

    @Test
    void many_more_than_anyone_writes_are_text() {
        ParsedLesson parsed = parsed("*".repeat(20_000) + "x" + "*".repeat(20_000) + "\n");
        assertEquals(List.of(), parsed.problems());
        String said = parsed.lesson().stops().getFirst().blocks().toString();
        assertTrue(said.contains("***x***"), said.substring(0, 200));
    }
}
