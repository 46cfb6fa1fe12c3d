package dev.backstep.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is typed, read as people write numbers.
class AnswerTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8|8",
                "−8|-8",
                "–8|-8",
                "+8|8",
                "8/3|2.6666666666666665",
                "-8/-3|2.6666666666666665",
                "0,5|0.5",
                ".5|0.5",
                "5.|5",
                "½|0.5",
                "1.5e-3|0.0015",
                "1.5·10⁻³|0.0015",
                "1.5*10^-3|0.0015",
                "1.5×10^−3|0.0015",
                "10⁻³|NaN!",
                "１２|12",
                "1 000|1000",
                "1\u202f234\u202f567|1234567",
                "1½|1.5",
                "−2¾|-2.75",
                "1 1/2|1.5",
                "-3 1 / 4|-3.25",
                "－３．５|-3.5",
                "∞|Infinity",
                "−∞|-Infinity",
                "nan|NaN",
                "2.5 / 5|0.5"
            })
    void numbers_are_read_as_people_write_them(String typed, String value) {
        if (value.equals("NaN!")) {
            assertTrue(AnswerText.number(typed).isEmpty(), typed);
        } else {
            assertEquals(Double.parseDouble(value), AnswerText.number(typed).orElseThrow(), typed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "x", "1/", "/2", "1/2/3", "--1", "1..2", "2*4", "1,2,3", "1e", "e3", "1 2",
                "12 34", "1 1/0", "1 2 3/4"
            })
    void what_is_no_number_is_refused(String typed) {
        assertTrue(AnswerText.number(typed).isEmpty(), typed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eight|“eight” is not a number. Write it as −0.25, 8/3 or 1.5e-3.",
                "8/0|“8/0” divides by 0.",
                "8/0,0|“8/0,0” divides by 0.",
                "1,234.5|“1,234.5” has a comma and a point. Write one of them, for the decimals.",
                "' '|Type a number, or a fraction as 8/3."
            })
    void a_refusal_says_why(String typed, String why) {
        AnswerReading.Unreadable refused =
                (AnswerReading.Unreadable)
                        AnswerText.cells(
                                AskedCells.of(Shape.SCALAR), List.of(typed), Tensor.scalar(0));
        assertEquals(why, Bundle.ENGLISH.say(refused.why()));
        assertEquals(Set.of(0), refused.fields());
    }

    @Test
    void empty_and_unreadable_cells_are_pointed_to() {
        AnswerReading.Unreadable empty =
                (AnswerReading.Unreadable)
                        AnswerText.cells(
                                AskedCells.of(new Shape(2, 2)),
                                List.of("1", "", "3", " "),
                                Tensor.full(new Shape(2, 2), 0));
        assertEquals(Set.of(1, 3), empty.fields());
        AnswerReading.Unreadable wrong =
                (AnswerReading.Unreadable)
                        AnswerText.cells(
                                AskedCells.of(new Shape(2, 2)),
                                List.of("1", "", "q", "4"),
                                Tensor.full(new Shape(2, 2), 0));
        assertEquals(Set.of(2), wrong.fields());
    }
}
