package dev.backstep.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is made of a formula before it is set.
class TexTest {

    /// `1 t > 0` would be read as a product. Cells of a matrix, and a written `\&`, stay as they
    /// are.
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "\\begin{cases} 1 & t > 0 \\\\ 0 & t < 0 \\end{cases} =>"
                        + " \\begin{cases} 1 &\\quad  t > 0 \\\\ 0 &\\quad  t < 0 \\end{cases}",
                "\\begin{matrix} 1 & 2 \\end{matrix} => \\begin{matrix} 1 & 2 \\end{matrix}",
                "\\begin{cases} a \\& \\begin{matrix} 1 & 2 \\end{matrix}&c \\end{cases} =>"
                        + " \\begin{cases} a \\& \\begin{matrix} 1 & 2 \\end{matrix}&\\quad c"
                        + " \\end{cases}",
                "x & y => x & y",
                "\\end{cases} & => \\end{cases} &",
            })
    void a_condition_stands_apart_from_its_case(String tex, String spaced) {
        assertEquals(spaced, Tex.spaced(tex));
    }
}
