package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class InitialiserTextTest {

    private static final String TEXT =
            """
            data moons(samples=40)
            n = 3
            param W1 = xavier(8, 2, seed=5)  # first
            param b1 = zeros(8, 1)
            param W2 = normal( 1,8 , 0.5)
            param c = [1, 2]
            param d = 2 * ones(1, 1)
            x = he(2, 2)
            """;

    private static final Predicate<InitialiserText> WEIGHTS = i -> i.parameter().startsWith("W");

    @Test
    void parameters_that_are_an_initialiser_are_found() {
        List<InitialiserText> all = InitialiserText.of(TEXT);
        assertEquals(
                List.of("W1 xavier", "b1 zeros", "W2 normal"),
                all.stream().map(i -> i.parameter() + " " + i.function()).toList());
        assertEquals(OptionalDouble.of(5), all.get(0).number("seed"));
        assertEquals(OptionalDouble.of(0.5), all.get(2).number("std"));
        assertEquals(OptionalDouble.of(0), all.get(2).number("seed"), "its usual value");
        assertEquals(OptionalDouble.empty(), all.get(1).number("seed"));
        assertEquals(OptionalDouble.empty(), all.get(0).number("std"));
    }

    /// Only the calls change: comments and the rest stay letter for letter. What draws gets a seed.
    @Test
    void another_function_keeps_the_numbers_that_both_take() {
        String he = InitialiserText.withFunction(TEXT, WEIGHTS, "he");
        assertEquals(
                TEXT.replace("xavier(8, 2, seed=5)", "he(8, 2, seed=5)")
                        .replace("normal( 1,8 , 0.5)", "he(1, 8, seed=2)"),
                he);
        String zeros = InitialiserText.withFunction(he, WEIGHTS, "zeros");
        assertEquals("zeros(8, 2)", zeros.substring(zeros.indexOf("W1 = ") + 5).split("  ")[0]);
        String back = InitialiserText.withFunction(zeros, WEIGHTS, "uniform");
        assertEquals(
                List.of("1", "2"),
                InitialiserText.of(back).stream()
                        .filter(WEIGHTS)
                        .map(i -> i.given().get("seed"))
                        .toList());
    }

    @Test
    void a_number_is_that_of_all_and_seeds_count_up() {
        String uniform = InitialiserText.withFunction(TEXT, WEIGHTS, "uniform");
        String narrow = InitialiserText.withNumber(uniform, WEIGHTS, "low", -0.25);
        assertEquals(
                List.of("-0.25", "-0.25"),
                InitialiserText.of(narrow).stream()
                        .filter(WEIGHTS)
                        .map(i -> i.given().get("low"))
                        .toList());
        String seeds = InitialiserText.withNumber(narrow, WEIGHTS, "seed", 7);
        assertEquals(
                List.of("7", "8"),
                InitialiserText.of(seeds).stream()
                        .filter(WEIGHTS)
                        .map(i -> i.given().get("seed"))
                        .toList());
    }

    /// Whatever is chosen, the program can be read.
    @Test
    void every_choice_is_a_program() throws IOException {
        String text = Files.readString(Path.of("samples/16-minibatch-sgd.bs"));
        for (String from : InitialiserText.functions()) {
            String once = InitialiserText.withFunction(text, WEIGHTS, from);
            for (String to : InitialiserText.functions()) {
                String twice = InitialiserText.withFunction(once, WEIGHTS, to);
                assertInstanceOf(ReadResult.Ok.class, Language.read(twice), twice);
                assertEquals(
                        List.of(to, "zeros", to),
                        InitialiserText.of(twice).stream().map(InitialiserText::function).toList());
            }
        }
    }
}
