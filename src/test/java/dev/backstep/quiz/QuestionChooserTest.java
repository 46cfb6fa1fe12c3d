package dev.backstep.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which way the output moves is asked only if it moves that way.
class QuestionChooserTest {

    /// 2x at 3 grows, 1 − x falls, ReLU at −1 and a number times 0 stay. x² at 0 has slope 0, and
    /// grows; |x| at 0 has slope 0 by convention, and grows; cos at 0 falls. A program of one
    /// number moves itself.
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "x = 3 | loss L = 2*x => 0",
                "x = 3 | loss L = 1 - x => 1",
                "x = -1 | loss L = relu(x) => 2",
                "x = -1 | loss L = 0*x => 2",
                "x = 1e6 | loss L = x => 0",
                "x = 0 | loss L = x^2 => -",
                "x = 0 | loss L = abs(x) => -",
                "x = 0 | loss L = cos(x) => -",
                "x = 2 => -"
            })
    void a_nudge_moves_the_output_as_the_gradient_says(String program, String right) {
        Walkthrough w = Asked.program(program.strip());
        List<String> asked =
                Quiz.of(w, 1).questions().stream()
                        .filter(QuizQuestion.Nudge.class::isInstance)
                        .map(q -> new Posed(w, q, Numbers.DEFAULT).right())
                        .map(r -> "" + ((QuizAnswer.Ticked) r).options().iterator().next())
                        .toList();
        assertEquals(right.equals("-") ? List.of() : List.of(right), asked);
    }
}
