package dev.backstep.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    /// A mean of 32 losses, and a bias of 32 samples, are nothing to work out with a pencil.
    @Test
    void nothing_is_asked_that_adds_up_dozens_of_numbers() throws Exception {
        Walkthrough w = Asked.program(Files.readString(Path.of("samples/16-minibatch-sgd.bs")));
        for (long seed = 0; seed < 10; seed++) {
            for (QuizQuestion question : Quiz.of(w, seed).questions()) {
                assertFalse(question instanceof QuizQuestion.Computed, question::toString);
                assertFalse(question instanceof QuizQuestion.Arriving, question::toString);
            }
        }
        Walkthrough few = Asked.program("x = [1, 2, 3] | b = 2 | loss L = sum(x * b)");
        List<Object> kinds =
                Quiz.of(few, 1).questions().stream().<Object>map(q -> q.getClass()).toList();
        assertTrue(kinds.contains(QuizQuestion.Arriving.class), kinds::toString);
        assertTrue(kinds.contains(QuizQuestion.Computed.class), kinds::toString);
    }

    /// What gets nothing is there to tell the directions apart, not to be searched.
    @Test
    void few_nodes_that_get_nothing_are_offered() {
        Walkthrough w =
                Asked.program(
                        "x = 2 | a = x^2 | b = 2*a | c = 3*a | d = 4*a | e = 5*a | f = 6*a | loss L"
                                + " = b + c + d + e + f");
        for (long seed = 0; seed < 10; seed++) {
            for (QuizQuestion question : Quiz.of(w, seed).questions()) {
                if (question instanceof QuizQuestion.Takers(int node, List<Integer> options)) {
                    int operands = w.drawn().operands(node).size();
                    assertTrue(options.size() <= operands + 3, question::toString);
                }
            }
        }
    }
}
