package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.backstep.text.Bundle;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a function, an index, a block or a gradient is told in one sentence, at the
/// very line and column.
class LocatedProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "f(x) = f(x) + 1/L = f(2) | 1:8: f calls itself",
                "f(x) = g(x)/g(x) = f(x)/L = f(2) | 1:8: f and g call each other",
                "f(x) = {/  y = f(x)/  y + 1/}/L = f(2) | 2:7: f calls itself",
                "sin(x) = x/L = sin(2) | 1:1: sin is a function already",
                "x = 1/x(a) = a/L = x(1) | 2:1: x is a name already",
                "f(a) = a/f(b) = b/L = f(1) | 2:1: f is a function already",
                "f(a, a) = a/L = f(1, 2) | 1:6: two operands are called a",
                "f(a, b) = a*b/L = f(1) | 2:5: f takes 2 operands, not 1",
                "f(a, b) = a*b/L = 2 + f(1, 2, 3) | 2:9: f takes 2 operands, not 3",
                "A = [1, 2; 3, 4]/L = A[2, 0] | 2:7: A is 2×2: it has no row 2",
                "A = [1, 2; 3, 4]/L = A[0, -3] | 2:10: A is 2×2: it has no column -3",
                "A = [1, 2; 3, 4]/L = sum(A[:, 1:4]) | 2:14: A is 2×2: it has no columns 1:4",
                "A = [1, 2; 3, 4]/b = [1, 2, 3]/L = sum([A; b]) | 3:13: A is 2×2 and b is 1×3",
                "A = [1, 2; 3, 4]/b = [1; 2; 3]/L = sum([A, b]) | 3:13: A is 2×2 and b is 3×1",
                "A = [1, 2; 3, 4]/y = A^2/L = sum(grad(y, A)) | 3:14: y is 2×2",
                "x = 1/y = 2/g = grad(y, x)/L = y + g | 3:5: y does not depend on x, so its gradient is 0",
            })
    void one_sentence_at_the_very_place(String program, String told) {
        ReadResult read = Language.read(program.replace('/', '\n'));
        List<Problem> problems = assertInstanceOf(ReadResult.Problems.class, read).problems();
        String text = program.replace('/', '\n');
        Problem first = problems.getFirst();
        String sentence = first.place(text) + ": " + Bundle.ENGLISH.say(first.sentence());
        assertEquals(told, sentence.substring(0, Math.min(told.length(), sentence.length())));
        assertEquals(1, problems.size(), problems.toString());
    }
}
