package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.backstep.graph.Trace;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Indexing as NumPy counts, blocks, reductions, and `grad`.
class MatricesTest {

    private static final String GIVEN =
            """
            A = [1, 2, 3; 4, 5, 6]
            v = [7; 8; 9]
            w = [10, 11, 12]
            x = 2
            y = -3
            Q = [1, 2; 3, 4]
            """;

    private static Tensor value(String expression) {
        String text = GIVEN + "z = " + expression + "\nloss L = sum(z)\n";
        var model = assertInstanceOf(ReadResult.Ok.class, Language.read(text), text).model();
        return Trace.of(model.graph(), model.leaves()).value(model.names().get("z"));
    }

    private static String told(String expression) {
        String text = "z = " + expression + "\nloss L = sum(z)\n";
        var read = Language.read(GIVEN + text);
        var problems = assertInstanceOf(ReadResult.Problems.class, read, text).problems();
        return problems.stream()
                .map(p -> Bundle.ENGLISH.say(p.sentence()))
                .collect(Collectors.joining(" | "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "A[0, 1] => 2",
                "A[-1, -2] => 5",
                "A[1, :] => [4, 5, 6]",
                "A[:, 2] => [3; 6]",
                "A[:, 1:3] => [2, 3; 5, 6]",
                "A[:, :-1] => [1, 2; 4, 5]",
                "A[-1:, 1:] => [5, 6]",
                "v[0] => 7",
                "v[-1] => 9",
                "v[1:] => [8; 9]",
                "w[:2] => [10, 11]",
                "A'[2, 0] => 3",
                "(A + 1)[0, 0] => 2",
                "[1, 2; 3, 4][1, 0] => 3",
                "A[0, 1]^2 => 4",
                "A[:, 0]' => [1, 4]",
                "x[0] => 2",
                "[x, y] => [2, -3]",
                "[x; y] => [2; -3]",
                "[A, [x; y]] => [1, 2, 3, 2; 4, 5, 6, -3]",
                "[A; w] => [1, 2, 3; 4, 5, 6; 10, 11, 12]",
                "[x, 1; 0, y] => [2, 1; 0, -3]",
                "[A, [0; 1]; w, x] => [1, 2, 3, 0; 4, 5, 6, 1; 10, 11, 12, 2]",
                "[x] => 2",
                "max(A) => 6",
                "min(A) => 1",
                "max(A, rows) => [4, 5, 6]",
                "max(A, cols) => [3; 6]",
                "max(A, 3) => [3, 3, 3; 4, 5, 6]",
                "min(x, y) => -3",
                "var(Q) => 1.25",
                "var(Q, rows) => [1, 1]",
                "std(Q, cols) => [0.5; 0.5]",
                "sum(A, rows) => [5, 7, 9]",
                "sum(A, cols) => [6; 15]",
                "clip(A, low=2, high=4) => [2, 2, 3; 4, 4, 4]",
                "clip(x, 3, 5) => 3",
                "diag(v) => [7, 0, 0; 0, 8, 0; 0, 0, 9]",
                "diag(Q) => [1; 4]",
                "eye(2) + 0 => [1, 0; 0, 1]",
                "stop(A) => [1, 2, 3; 4, 5, 6]",
                "ln(e^2) => 2",
                "grad(x^3, x) => 12",
                "grad(grad(x^3, x), x) => 12",
                "grad(grad(grad(x^3, x), x), x) => 6",
                "grad(sum(A^2), A) => [2, 4, 6; 8, 10, 12]",
                "grad(x*y + x, x) => -2",
                "grad(x, x) => 1",
                "grad(stop(x)*x, x) => 2",
                "grad(sum(w*v'), v) => [10; 11; 12]",
                "x - grad(x^2, x) / grad(grad(x^2, x), x) => 0"
            })
    void an_expression_has_the_value_of_numpy_and_calculus(String expression, String expected) {
        Tensor z = value(expression);
        assertEquals(expected, NumberText.text(z), expression);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "A[2, 0] => A is 2×3: it has no row 2 (rows count from 0 to 1)",
                "A[0, -4] => A is 2×3: it has no column -4 (columns count from 0 to 2)",
                "A[:, 1:4] => A is 2×3: it has no columns 1:4 (columns count from 0 to 2)",
                "A[1:1, 0] => 1:1 takes nothing (the end is not taken itself)",
                "A[0] => A is 2×3: it takes two indices, of a row and of a column (as in A[0, :])",
                "v[3] => v is 3×1: it has no row 3 (rows count from 0 to 2)",
                "v[x] => an index is a whole number, not x (as in A[0, 1:3])",
                "[A, x] => A is 2×3 and x is 1×1: side by side takes as many rows",
                "[A; v] => A is 2×3 and v is 3×1: one above the other takes as many columns",
                "[w; v] => w is 1×3 and v is 3×1: one above the other takes as many columns (transpose one?)",
                "diag(A) => diag: 2×3 is neither a column nor a square",
                "clip(x, low=2, high=1) => clip: low is above high",
                "grad(A, x) => A is 2×3: only the gradient of a 1×1 is taken (take its sum or mean)",
                "grad(x^2, y) => x^2 does not depend on y, so its gradient is 0 everywhere (write 0)",
                "grad(x^2, A) => x^2 does not depend on A, so its gradient is 0 everywhere (write zeros(2, 3))",
                "grad(stop(x)^2, x) => stop(x)^2 does not depend on x, so its gradient is 0 everywhere (write 0)",
                "grad(x^2, 2*x) => a gradient is taken with respect to a name, not to 2*x (as in grad(L, x))",
                "grad(x^2) => grad takes 2 operands, not 1 (as in grad(L, x))"
            })
    void what_does_not_fit_is_told(String expression, String said) {
        assertEquals(said, told(expression));
    }

    /// Each grad of a grad is a few times as long as the one before.
    @Test
    void gradients_of_gradients_end_at_the_most_nodes() {
        String deep = "sin(x)^3";
        for (int i = 0; i < 30; i++) {
            deep = "grad(" + deep + ", x)";
        }
        assertEquals("with this gradient the program is over 200,000 nodes long", told(deep));
    }
}
