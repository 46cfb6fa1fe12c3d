package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Trace;
import dev.backstep.text.Bundle;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Input that is huge, deep, or no program at all: opened, or refused in words; never a hang or a
/// stack overflow.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BadInputTest {

    private static double value(String program) {
        Model m = ProgramTextTest.read(program);
        Adjoint a = Adjoint.of(m.graph(), m.output());
        Trace t = Trace.of(a.graph(), m.leaves());
        return t.value(a.gradient(m.names().get("x")).orElseThrow()).item();
    }

    private static String refused(String program) {
        var problems =
                assertInstanceOf(ReadResult.Problems.class, Language.read(program)).problems();
        assertTrue(
                problems.stream().allMatch(p -> Bundle.ENGLISH.say(p.message()).length() < 200),
                "messages stay short");
        return problems.getFirst().at("f", program);
    }

    @Test
    void a_chain_of_300000_terms_opens() {
        assertEquals(300_000, value("x = 1\nL = x" + "+x".repeat(299_999)));
    }

    @Test
    void a_long_chain_prints_back() {
        Model m = ProgramTextTest.read("x = 1\nL = x" + " - x".repeat(50_000) + "*x'''");
        assertEquals(m.graph(), ProgramTextTest.read(ProgramText.of(m)).graph());
    }

    @Test
    void chains_of_other_signs_are_not_deep() {
        assertEquals(-998, value("x = 1\nL = x" + "-x".repeat(999)));
        assertEquals(1000, value("x = 1\nL = x" + "*x".repeat(999)));
        assertEquals(1, value("x = 1\nL = x" + "'".repeat(100_000)));
        assertEquals(
                2 * 5000, value("x = 1\nL = x^2" + "+x^2".repeat(4999)), "each x² hands back 2");
    }

    @Test
    void a_hundred_thousand_statements_open() {
        String lines =
                IntStream.range(0, 100_000)
                        .mapToObj(i -> Integer.toString(i, 36) + "=x\na")
                        .collect(Collectors.joining());
        assertEquals(1, value("x=1\na" + lines + "=x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", "[", "exp(", "-", "- ", "2^", "2**", "2^-", "(-", "[-", "2^(", "x'^-", "−"
            })
    void deep_nesting_is_refused(String piece) {
        String deep = piece.repeat(20_000);
        assertTrue(refused("x = 1\nL = " + deep + "x").contains("f:2:"), piece);
        assertTrue(refused("x = 1\nL = " + deep).contains("this nests too deep"), piece);
        refused("x = 1\nL = " + (piece + "\n").repeat(20_000));
        refused(deep);
    }

    @Test
    void what_is_just_not_too_deep_opens() {
        int depth = Statements.MAX_DEPTH;
        assertEquals(1, value("x = 1\nL = " + "(".repeat(depth) + "x" + ")".repeat(depth)));
        assertEquals(1, value("x = 1\nL = " + "relu(".repeat(depth) + "x" + ")".repeat(depth)));
        value("x = 1\nL = " + "x^-".repeat(190) + "x");
    }

    @Test
    void every_line_of_a_file_full_of_nonsense_is_told_up_to_a_thousand() {
        List<String> lines =
                List.of(
                        "(\n",
                        ")\n",
                        "x\n",
                        "x = q\n",
                        "x = [1\n",
                        "set a = 1\n",
                        "2x\n",
                        "#\0",
                        "é = 1\n",
                        "x = 1e999\n");
        for (String line : lines) {
            ReadResult reading = Language.read(line.repeat(600_000 / line.length()));
            var said = assertInstanceOf(ReadResult.Problems.class, reading).problems();
            assertTrue(said.size() <= Language.MAX_PROBLEMS, line);
        }
    }

    @Test
    void a_megabyte_on_one_line_is_opened_or_refused() {
        int n = 300_000;
        assertTrue(refused("x".repeat(Language.MAX_LENGTH + 1)).contains("over 1 MB"));
        refused("x = " + "1".repeat(n));
        refused("x".repeat(n));
        refused("L = " + "y".repeat(n) + "\nM = " + "z".repeat(1000));
        refused("x = 1\nL = " + "q+".repeat(450_000) + "q");
        refused("x = [" + "1,".repeat(n / 2) + "1]");
        refused("x = [" + "1;".repeat(n / 2) + "1]\nL = sum(x @ x)");
        refused("x = 1\nL = max(" + "x,".repeat(n / 2) + "x)");
        refused("x = \"" + "y".repeat(n) + "\"");
        refused("[" + "😀".repeat(n / 2) + "]");
        assertEquals(1, value("x = 1 # " + "c".repeat(900_000) + "\nL = x"));
    }

    @Test
    void nul_is_refused() {
        assertEquals("f:1:6: a NUL byte: this is not a program text", refused("x = 1\0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A = zeros(1000000, 1000000)\nL = sum(A)",
                "A = zeros(2147483647, 2)\nL = sum(A)",
                "A = zeros(1e300, 2)\nL = sum(A)",
                "L = sum(ones(2000, 1) @ ones(1, 2000))",
                "a = ones(2000, 1)\nB = a @ a'\nL = sum(B)",
                "a = ones(2000, 1)\nL = sum(a + a')",
                "a = ones(1, 1000000)\nb = a\nc = b\nd = c\nL = sum(d)",
                "L = sum(reshape(ones(2, 2), 2000000000, 2000000000))"
            })
    void too_large_is_refused_before_memory_is_taken(String program) {
        refused(program);
    }

    @Test
    void many_large_initialisers_are_not_drawn() {
        refused(
                "A = normal(2000, 1000)\n"
                        + IntStream.range(0, 5000)
                                .mapToObj(i -> "B" + i + " = normal(2000, 2000)\n")
                                .collect(Collectors.joining()));
    }

    /// Each sum is one number forward and a million of them backward.
    @Test
    void gradients_that_would_take_too_much_memory_are_refused() {
        String sums =
                IntStream.range(0, 1000)
                        .mapToObj(i -> "s" + i + " = sum(A)\n")
                        .collect(Collectors.joining());
        String total =
                "L = s0"
                        + IntStream.range(1, 1000)
                                .mapToObj(i -> " + s" + i)
                                .collect(Collectors.joining());
        assertTrue(refused("A = ones(1000, 1000)\n" + sums + total).contains("with its gradients"));
    }

    @Test
    void random_characters_never_break_the_reader() {
        String alphabet =
                "xyL=+-*/^@'()[],;#\n\n 12.e\"²ᵀ·−éα😀\t\rset param loss data sum mean rows relu0 0.5 zeros(2,2)";
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                int from = random.nextInt(alphabet.length());
                text.append(
                        alphabet, from, Math.min(alphabet.length(), from + 1 + random.nextInt(4)));
            }
            String program = text.toString();
            try {
                if (Language.read(program) instanceof ReadResult.Problems(var problems)) {
                    assertTrue(!problems.isEmpty());
                    problems.forEach(p -> p.at("f", program));
                }
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + program, e);
            }
        }
    }
}
