package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Trace;
import dev.backstep.text.Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people type who know mathematics, LaTeX, Python, MATLAB, Julia, R, C, or a spreadsheet:
/// understood, or one problem that says what to write instead.
///
/// `typed.txt` has a line each: what is typed, ` => `, and then the value of the output, or the
/// whole problem behind its line. In the lines typed `¶` ends a line; names that a line uses and
/// does not assign are given: `x = 2`, `y = 3`, `A = [1, 2; 3, 4]`, `B = [1, 0; 2, 1]`, `v` and `w`
/// columns of two.
class HintsTest {

    private static final List<String> GIVEN =
            List.of(
                    "x = 2",
                    "y = 3",
                    "A = [1, 2; 3, 4]",
                    "B = [1, 0; 2, 1]",
                    "v = [3; 4]",
                    "w = [1; 2]");

    /// How many hints may have to be followed, one after the other, until a line means something.
    private static final int MOST = 6;

    static List<String> typed() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(HintsTest.class.getResourceAsStream("typed.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("## "))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("typed")
    void what_is_typed_is_understood_or_told(String row) {
        String[] parts = row.split(" => ", 2);
        assertEquals(parts[1], meaning(program(parts[0])), parts[0]);
    }

    /// Follows each hint until the program means something: `write …` takes the place of what is
    /// underlined.
    @ParameterizedTest
    @MethodSource("typed")
    void a_hint_that_is_followed_parses(String row) {
        String program = program(row.split(" => ", 2)[0]);
        for (int i = 0; i < MOST; i++) {
            if (!(Language.read(program) instanceof ReadResult.Problems(var problems))) {
                return;
            }
            Problem problem = problems.getFirst();
            String hint = Bundle.ENGLISH.say(problem.hint());
            if (!hint.startsWith("write ")
                    || hint.contains(", as in")
                    || hint.contains("…")
                    || hint.contains("write the ")
                    || hint.contains("write a line")
                    || hint.contains("write each")
                    || hint.contains("write out")
                    || hint.contains("write one")
                    || hint.contains("write its")) {
                return;
            }
            program = followed(program, problem);
        }
        fail("still wrong: " + program);
    }

    /// What stands before the underlined characters may be told again, as in `2x` (write 2*x).
    private static String followed(String program, Problem problem) {
        String instead = Bundle.ENGLISH.say(problem.hint()).substring(6).split(", or ")[0];
        int start = problem.span().start();
        for (int n = Math.min(start, instead.length()); n > 0; n--) {
            String before = program.substring(start - n, start);
            String head = before.stripTrailing();
            if (!head.isEmpty()
                    && instead.startsWith(head)
                    && Bundle.ENGLISH.say(problem.message()).contains("needs its sign")) {
                start -= n;
                break;
            }
        }
        String rest = program.substring(problem.span().end());
        boolean operand = Bundle.ENGLISH.say(problem.message()).contains("separated by");
        return operand
                ? program.substring(0, problem.span().start()).stripTrailing()
                        + instead.substring(
                                instead.contains("; ")
                                        ? instead.indexOf("; ")
                                        : instead.indexOf(", "))
                        + rest
                : program.substring(0, start) + instead + rest;
    }

    @Test
    void one_line_gives_one_problem() throws IOException {
        List<String> several = new ArrayList<>();
        for (String row : typed()) {
            String program = program(row.split(" => ", 2)[0]);
            if (Language.read(program) instanceof ReadResult.Problems(var problems)
                    && problems.size()
                            > program.split("=>")[0]
                                    .lines()
                                    .filter(l -> !GIVEN.contains(l))
                                    .count()) {
                several.add(row + problems);
            }
        }
        assertEquals(List.of(), several);
    }

    private static String program(String typed) {
        StringBuilder program = new StringBuilder();
        GIVEN.stream()
                .filter(g -> !typed.matches("(?s)(.*¶)?\\s*" + g.charAt(0) + "\\s*=.*"))
                .filter(g -> typed.codePoints().anyMatch(c -> c == g.charAt(0)))
                .forEach(g -> program.append(g).append('\n'));
        return program + typed.replace('¶', '\n');
    }

    private static String meaning(String program) {
        return switch (Language.read(program)) {
            case ReadResult.Ok(Model m) -> {
                Adjoint a = Adjoint.of(m.graph(), m.output());
                yield NumberText.text(
                        Math.rint(Trace.of(a.graph(), m.leaves()).value(m.output()).item() * 1e6)
                                / 1e6);
            }
            case ReadResult.Problems(var problems) -> {
                Problem p = problems.getFirst();
                assertTrue(
                        Bundle.ENGLISH.say(p.hint()).length() < 120, Bundle.ENGLISH.say(p.hint()));
                yield p.at("", program).replaceFirst("^:\\d+:", "");
            }
        };
    }

    @Test
    void names_are_spelt_in_several_ways() {
        for (String names :
                List.of(
                        "ŷ yhat",
                        "y\u0302 yhat",
                        "x₁ x_1",
                        "𝑥 x",
                        "Wᵢ W_i",
                        "x_₁ x_1",
                        "é e\u0301",
                        "ｘ x",
                        "µ μ")) {
            String[] two = names.split(" ");
            assertInstanceOf(
                    ReadResult.Ok.class, Language.read(two[0] + " = 1\nL = 2*" + two[1]), names);
        }
        for (String name : List.of("权重", "größe", "х", "вес1", "כוח", "α̂", "x̄", "ζ_2")) {
            assertInstanceOf(
                    ReadResult.Ok.class, Language.read(name + " = 1\nL = 2*" + name), name);
        }
    }
}
