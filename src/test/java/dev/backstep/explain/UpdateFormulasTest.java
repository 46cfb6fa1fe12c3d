package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Language;
import dev.backstep.lang.ReadResult;
import dev.backstep.notation.Numbers;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.OptimiserMemory;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Texts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The update of w = 2 where the loss is w², so that its gradient is 4.
class UpdateFormulasTest {

    private static Change change(String train) {
        return change("param w = 2\nloss L = w*w\n", train);
    }

    private static Change change(String program, String train) {
        return Change.of(walkthrough(program, train), 0, Numbers.DEFAULT);
    }

    private static Walkthrough walkthrough(String program, String train) {
        var ok = assertInstanceOf(ReadResult.Ok.class, Language.read(program + "train " + train));
        return Walkthroughs.of(ok.model(), Story.Grain.NODES);
    }

    private static List<String> numbers(String train) {
        return change(train).lines().stream().map(l -> l.numbers().orElse("–")).toList();
    }

    private static String rules(String train) {
        return String.join("; ", change(train).lines().stream().map(Change.Line::rule).toList());
    }

    @Test
    void plain_descent_is_one_line() {
        assertEquals(List.of("2 - 0.1 \\cdot 4 = 1.6"), numbers("sgd(rate=0.1)"));
    }

    /// v = (1 − 0.75)·16 = 4, and 2 − 1·4/(√4 + 0) = 0.
    @Test
    void rmsprop_is_told_by_its_own_formulas() {
        assertEquals(
                "g = \\frac{\\partial L}{\\partial w};"
                        + " v \\leftarrow \\rho \\cdot v + (1 - \\rho) \\cdot g^{2};"
                        + " w \\leftarrow w - \\frac{\\alpha \\cdot g}{\\sqrt{v} + \\varepsilon}",
                rules("rmsprop(rate=1, rho=0.75, eps=0)"));
        assertEquals(
                List.of(
                        "4",
                        "0.75 \\cdot 0 + (1 - 0.75) \\cdot 4^{2} = 4",
                        "2 - \\frac{1 \\cdot 4}{\\sqrt{4} + 0} = 0"),
                numbers("rmsprop(rate=1, rho=0.75, eps=0)"));
        assertEquals(
                "\\alpha = 1,\\;\\; \\rho = 0.75,\\;\\; \\varepsilon = 0",
                change("rmsprop(rate=1, rho=0.75, eps=0)").settings());
    }

    /// (1 − 0.5·0.5)·2 = 1.5, and 1.5 − 0.5·4/√16 = 1.
    @Test
    void adamw_begins_with_its_decay() {
        List<String> numbers = numbers("adamw(rate=0.5, beta1=0.5, beta2=0.5, eps=0, decay=0.5)");
        assertEquals("(1 - 0.5 \\cdot 0.5) \\cdot 2 = 1.5", numbers.getFirst());
        assertEquals("1.5 - \\frac{0.5 \\cdot 4}{\\sqrt{16} + 0} = 1", numbers.getLast());
        assertEquals(7, numbers.size());
        assertEquals(6, numbers("adamw(rate=0.5, beta1=0.5, beta2=0.5, eps=0, decay=0)").size());
    }

    /// The gradient 4 is scaled down to 1, and the penalty 0.5·2 comes after it.
    @Test
    void clipping_comes_before_the_penalty() {
        assertEquals(
                List.of(
                        "\\min\\left(1,\\, \\frac{1}{4}\\right) \\cdot 4 + 0.5 \\cdot 2 = 2",
                        "2 - 0.25 \\cdot 2 = 1.5"),
                numbers("sgd(rate=0.25, l2=0.5, clip=1)"));
        assertEquals(
                List.of(
                        "\\min\\left(1,\\, \\frac{10}{4}\\right) \\cdot 4 = 4",
                        "2 - 0.25 \\cdot 4 = 1"),
                numbers("sgd(rate=0.25, clip=10)"));
        assertEquals(
                "\\alpha = 0.25,\\;\\; \\lambda = 0.5,\\;\\; c = 1,\\;\\; \\|\\nabla L\\| = 4",
                change("sgd(rate=0.25, l2=0.5, clip=1)").settings());
    }

    /// After two steps with v = 3: v ← 0.5·3 + 4 = 5.5, and 2 − 0.1·5.5 = 1.45.
    @Test
    void momentum_goes_on_from_what_it_remembers() {
        assertEquals(
                List.of("0.5 \\cdot 3 + 4 = 5.5", "2 - 0.1 \\cdot 5.5 = 1.45"),
                later("sgd(rate=0.1, momentum=0.5)", 2, 3, 0).lines().stream()
                        .map(l -> l.numbers().orElseThrow())
                        .toList());
    }

    /// The third step, with β₁ = β₂ = 0.5 and so 1 − βᵗ = 0.875: m ← 0.5·3 + 0.5·4 = 3.5, v ←
    /// 0.5·33
    /// + 0.5·16 = 24.5, m̂ = 3.5/0.875 = 4, v̂ = 24.5/0.875 = 28, 2 − 0.1·4/√28 = 1.92441.
    @Test
    void adam_corrects_its_moments_by_the_number_of_the_step() {
        Change third = later("adam(rate=0.1, beta1=0.5, beta2=0.5, eps=0)", 2, 3, 33);
        List<String> numbers = third.lines().stream().map(l -> l.numbers().orElseThrow()).toList();
        assertEquals("0.5 \\cdot 3 + (1 - 0.5) \\cdot 4 = 3.5", numbers.get(1));
        assertEquals("0.5 \\cdot 33 + (1 - 0.5) \\cdot 4^{2} = 24.5", numbers.get(2));
        assertEquals("\\frac{1}{1 - 0.5^{3}} \\cdot 3.5 = 4", numbers.get(3));
        assertEquals("\\frac{1}{1 - 0.5^{3}} \\cdot 24.5 = 28", numbers.get(4));
        assertEquals(1.92441, third.after().item(), 1e-5);
        assertTrue(third.settings().endsWith("t = 3"), third.settings());
        String sentence = Texts.ENGLISH.say(third.sentence());
        assertTrue(sentence.contains("takes step 3 of adam"), sentence);
    }

    /// A parameter that has a letter of the rule keeps it.
    @Test
    void the_letters_of_the_rule_are_other_ones_than_those_of_the_program() {
        Change v = change("param v = 2\nloss t = v*v\n", "sgd(rate=1, momentum=0.5)");
        assertEquals("\\tilde{v} \\leftarrow \\mu \\cdot \\tilde{v}", half(v.lines().getFirst()));
        assertEquals("v \\leftarrow v - \\alpha \\cdot \\tilde{v}", v.lines().getLast().rule());
        Change alpha = change("param alpha = 2\nloss L = alpha*alpha\n", "sgd(rate=1)");
        assertEquals("\\tilde{\\alpha} = 1", alpha.settings());
    }

    private static String half(Change.Line line) {
        return line.rule().substring(0, line.rule().indexOf(" + "));
    }

    @Test
    void the_list_of_steps_has_the_last_line_with_flat_fractions() {
        assertEquals(
                "w \\leftarrow w - \\alpha \\cdot \\partial L/\\partial w", brief("sgd(rate=1)"));
        assertEquals(
                "w \\leftarrow w - \\alpha \\cdot \\hat{m}/\\left(\\sqrt{\\hat{v}} + \\varepsilon\\right)",
                brief("adamw(rate=1)"));
    }

    private static String brief(String train) {
        return Change.brief(walkthrough("param w = 2\nloss L = w*w\n", train), 0);
    }

    /// Of a matrix each line has its table; from the second step on what is remembered has one too.
    @Test
    void the_parts_of_a_matrix_are_the_lines_of_its_rule() {
        String program = "param W = [1, 2]\nloss L = sum(W*W)\n";
        assertEquals(List.of(), parts(change(program, "sgd(rate=1)").parts()));
        assertEquals(List.of("v"), parts(change(program, "sgd(rate=1, momentum=0.5)").parts()));
        assertEquals(
                List.of("\\partial L/\\partial W + \\lambda \\cdot W", "v"),
                parts(change(program, "sgd(rate=1, momentum=0.5, l2=1)").parts()));
        Change adam = change(program, "adam(rate=1, l2=0.5)");
        assertEquals(List.of("g", "m", "v", "\\hat{m}", "\\hat{v}"), parts(adam.parts()));
        assertEquals(List.of(), adam.remembered());
        Optimiser optimiser = Optimiser.Adam.of(1);
        OptimiserMemory memory =
                Case.program(program).followedBy(optimiser).updates().orElseThrow().remembered();
        Walkthrough second = Case.program(program).followedBy(optimiser, memory);
        assertEquals(List.of("m", "v"), parts(Change.of(second, 0, Numbers.DEFAULT).remembered()));
    }

    private static List<String> parts(List<Change.Part> parts) {
        return parts.stream().map(Change.Part::tex).toList();
    }

    private static Change later(String train, long steps, double first, double second) {
        var ok =
                assertInstanceOf(
                        ReadResult.Ok.class,
                        Language.read("param w = 2\nloss L = w*w\ntrain " + train));
        var memory =
                new OptimiserMemory(
                        steps, Map.of(0, Tensor.scalar(first)), Map.of(0, Tensor.scalar(second)));
        Walkthrough w =
                Case.program("param w = 2\nloss L = w*w")
                        .followedBy(ok.model().setup().orElseThrow().optimiser(), memory);
        return Change.of(w, 0, Numbers.DEFAULT);
    }
}
