package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.notation.Numbers;
import dev.backstep.story.Arrivals;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Texts;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What sentences claim, on programs that are not like the samples.
class SentencesTest {

    private static List<String> told(Walkthrough w) {
        return IntStream.range(0, w.size())
                .mapToObj(i -> Texts.ENGLISH.say(Sentences.of(w, i, Numbers.DEFAULT)))
                .toList();
    }

    /// Programs one statement after the other by |, and what one of their sentences must be.
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "x = -3|L = log(x) => L is the natural logarithm of x: with x = −3 that is NaN; log of −3 is undefined: −3 is negative.",
                "x = -3|L = log(x) => L turns its upstream 1 into 1 · (−0.3333) = −0.3333 downstream to x: the derivative of log x is 1/x, but log of −3 is undefined: −3 is negative, so there this is no gradient.",
                "A = [1, 2; 3, 4]|L = sum(mean(A, rows)^2) => a turns its upstream [4, 6] into [4, 6] · 0.5 = [2, 3], repeated in each of 2 rows (2×2), downstream to A: each of 2 elements counts 1/2 in the mean.",
                "A = [1, 2; 3, 4]|L = sum(mean(A, cols)^2) => a turns its upstream [3; 7] into [3; 7] · 0.5 = [1.5; 3.5], repeated in each of 2 columns (2×2), downstream to A: each of 2 elements counts 1/2 in the mean.",
                "A = [1, 2; 3, 4]|b = [1; 2]|L = sum(A + b) => a turns its upstream [1, 1; 1, 1] into an unchanged [1, 1; 1, 1] downstream to A and an unchanged [1, 1; 1, 1], summed along each row to [2; 2] (2×1), to b, which was repeated: adding has the local gradient 1 for each input.",
                "A = [1, 2; 3, 4]|r = [1, 2]|L = sum(A + r) => a turns its upstream [1, 1; 1, 1] into an unchanged [1, 1; 1, 1] downstream to A and an unchanged [1, 1; 1, 1], summed down each column to [2, 2] (1×2), to r, which was repeated: adding has the local gradient 1 for each input.",
                "A = 2|B = 3|L = A @ B => L turns its upstream 1 into 1 · 3 = 3 downstream to A and 2 · 1 = 2 to B: in a product each input's local gradient is the other input.",
                "z = [1, 2]|L = sum(softmax(z)) => a turns its upstream [1, 1] into Jᵀ · upstream = [0, 0] downstream to z: a is 1 whatever z is, as a column has but one element, so nothing passes.",
                "x = 2|L = 1 / x => L turns its upstream 1 into 1 · (−0.25) = −0.25 downstream to x: the local gradient is −1/x² for x.",
                "x = 2|L = 0^x => L turns its upstream 1 into 1 · 0 = 0 downstream to x: the local gradient is 0^x·log 0 for the exponent; at a base of 0 the exponent gets 0, the limit of 0 · log 0.",
                "x = 2|L = x^-3 => L turns its upstream 1 into 1 · (−0.1875) = −0.1875 downstream to x: the derivative of x^(−3) is −3·x^(−4).",
                "x = 4|L = sqrt(x) => L turns its upstream 1 into 1 · 0.25 = 0.25 downstream to x: the derivative of √x is 1/(2√x).",
                "x = 8192|L = x + x => L is x plus x: 8192 + 8192 = 16384.",
                "x = 2|L = x^2.3 => L turns its upstream 1 into 1 · 5.663 = 5.663 downstream to x: the derivative of x^2.3 is 2.3·x^1.3."
            })
    void a_sentence_is_true_of_its_program(String program, String sentence) {
        List<String> told = told(Case.program(program.replace('|', '\n')));
        assertTrue(told.contains(sentence), String.join("\n", told));
    }

    static Stream<Walkthrough> programs() {
        return Stream.concat(Case.samples().map(Case::program), EquationTest.walkthroughs());
    }

    /// `6 contributions are still to come` is as many as the steps after it bring.
    @ParameterizedTest
    @MethodSource("programs")
    void what_is_still_to_come_is_counted(Walkthrough w) {
        Pattern claim = Pattern.compile("(one|\\d+)( contributions?)? (is|are) still to come");
        for (int i = 0; i < w.size(); i++) {
            if (w.step(i) instanceof Step.Backward(int _, var edges)) {
                int step = i;
                List<Integer> left =
                        edges.stream()
                                .map(e -> w.drawn().source(e).id())
                                .distinct()
                                .map(to -> Arrivals.of(w, step, to))
                                .map(a -> a.all().size() - a.arrived())
                                .filter(n -> n > 0)
                                .toList();
                List<Integer> claimed =
                        claim.matcher(Texts.ENGLISH.say(Sentences.of(w, i, Numbers.DEFAULT)))
                                .results()
                                .map(
                                        r ->
                                                r.group(1).equals("one")
                                                        ? 1
                                                        : Integer.parseInt(r.group(1)))
                                .toList();
                assertEquals(left, claimed);
            }
        }
    }

    /// Where a sentence says that the shapes leave one way, both products are the only ones.
    @Test
    void one_way_to_multiply_is_claimed_for_shapes_that_leave_one() {
        Random random = new Random(3);
        Pattern shapes = Pattern.compile("\\((\\d)×(\\d)\\)·\\((\\d)×(\\d)\\) = \\1×\\4");
        for (int i = 0; i < 60; i++) {
            int m = 1 + random.nextInt(3);
            int k = 1 + random.nextInt(3);
            int n = 1 + random.nextInt(3);
            Walkthrough w =
                    Case.program(
                            "A = normal(%d, %d, seed=1)\nB = normal(%d, %d, seed=2)\nL = sum((A @ B)^2)"
                                    .formatted(m, k, k, n));
            boolean claimed = told(w).stream().anyMatch(s -> s.contains("only one way"));
            boolean differ = m != k && k != n && m != n;
            assertTrue(claimed || !differ, m + " " + k + " " + n);
            assertTrue(!claimed || !(m == k && k == n), m + " " + k + " " + n);
            Matcher told = shapes.matcher(told(w).getFirst());
            assertTrue(m * k * n == 1 || told.find(), told(w).getFirst());
        }
    }
}
