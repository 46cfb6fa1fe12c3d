package dev.backstep.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Bundle;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which numbers of a large matrix are asked for.
class AskedCellsTest {

    /// W is 64×128, all ones; L is the sum of its squares, so that the gradient is 2W.
    private static Posed large() {
        Walkthrough w = Asked.program("W = ones(64, 128) | S = W * W | loss L = sum(S)");
        return Asked.arriving(w, "W");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "8, 6, 48", "3, 2, 6", "64, 128, 9", "2, 500, 6", "500, 1, 3"})
    void a_large_matrix_is_sampled(int rows, int cols, int asked) {
        AskedCells cells = AskedCells.of(new Shape(rows, cols));
        assertEquals(asked, cells.size());
        assertEquals(rows <= 8 && cols <= 6, cells.isAll());
        assertEquals(0, cells.cell(0), "the first number");
        assertEquals(rows * cols - 1, cells.cell(cells.size() - 1), "the last one");
    }

    @Test
    void the_right_answer_is_what_is_asked_for() {
        Posed posed = large();
        assertEquals(9, posed.form(false).fields());
        AnswerReading.Read read =
                (AnswerReading.Read) posed.read(List.of("2 2 2 2 2 2 2 2 2".split(" ")));
        assertTrue(posed.judge(read.answer(), false).right());
        String told = Bundle.ENGLISH.say(posed.revealed(false));
        assertTrue(told.contains("[0, 0] 2, [0, 63] 2, [0, 127] 2, [31, 0] 2"), told);
        assertTrue(told.length() < 400, told);
    }

    /// Each W is used twice, and each use hands over 1: whoever replaces says 1.
    @Test
    void a_mistake_is_known_by_the_numbers_that_are_asked_for() {
        Posed posed = large();
        AnswerReading.Read read =
                (AnswerReading.Read) posed.read(List.of("1 1 1 1 1 1 1 1 1".split(" ")));
        AnswerVerdict verdict = posed.judge(read.answer(), false);
        assertFalse(verdict.right());
        assertEquals(9, verdict.wrong().size());
        assertTrue(verdict.understood().isPresent(), Bundle.ENGLISH.say(verdict.sentence()));
        String said = Bundle.ENGLISH.say(verdict.sentence());
        assertTrue(said.startsWith("Not yet. That "), said);
    }

    @Test
    void a_number_that_is_wrong_is_found_at_its_place() {
        Posed posed = large();
        AnswerReading.Read read =
                (AnswerReading.Read) posed.read(List.of("2 2 2 2 77 2 2 2 2".split(" ")));
        AnswerVerdict verdict = posed.judge(read.answer(), false);
        assertEquals(Set.of(31 * 128 + 63), verdict.wrong());
        String said = Bundle.ENGLISH.say(verdict.sentence());
        assertTrue(said.contains("1 of 9 numbers is not right yet"), said);
    }
}
