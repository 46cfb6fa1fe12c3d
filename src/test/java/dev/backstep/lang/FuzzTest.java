package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.text.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Programs nobody would write: whatever the text, it is read or refused in words.
class FuzzTest {

    private static final int COUNT = Integer.getInteger("fuzz", 600);
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    private static final List<String> PIECES =
            List.of(
                    "x",
                    "y",
                    "L",
                    "W1",
                    "e",
                    "pi",
                    "π",
                    "ŷ",
                    "x₁",
                    "=",
                    "==",
                    "+",
                    "-",
                    "−",
                    "*",
                    "**",
                    "^",
                    "/",
                    "//",
                    "@",
                    "'",
                    "ᵀ",
                    "²",
                    "⁻¹",
                    "ˣ",
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    "|",
                    "‖",
                    "√",
                    "∑",
                    ",",
                    ";",
                    ":",
                    ".",
                    "1",
                    "2.5",
                    "1e9",
                    "½",
                    "sin",
                    "relu",
                    "sum",
                    "rows",
                    "np.dot(",
                    "torch.",
                    "A.T",
                    "\\frac{1}{2}",
                    "\\sqrt",
                    "\\",
                    "$",
                    "if",
                    "else",
                    "def f(x):",
                    "f(x) =",
                    "lambda",
                    "->",
                    "import",
                    "print(",
                    "let",
                    "for",
                    "loss",
                    "param",
                    "const",
                    "set relu0 =",
                    "data",
                    "train",
                    "mlp(X, [2, 1], tanh, sigmoid)",
                    "zeros(2, 2)",
                    "\"",
                    "“",
                    "#",
                    " ",
                    "\n",
                    "\r",
                    "\r\n",
                    "\t",
                    "\u00A0",
                    "\u200B",
                    "\uFEFF",
                    "\u0001",
                    "\u2028",
                    "\uD800",
                    "\uDC00",
                    "😀",
                    "權",
                    "（",
                    "，",
                    "×",
                    "÷",
                    "≤",
                    "→",
                    "<",
                    ">",
                    "!",
                    "?",
                    "%",
                    "&",
                    "~",
                    "x = 1\n",
                    "L = ",
                    "sgd(rate=0.1)",
                    "xor(samples=10)");

    @Test
    void pieces_in_any_order_are_read_or_refused() {
        for (int i = 0; i < COUNT; i++) {
            Random random = new Random(SEED * 1_000_003 + i);
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n >= 0; n--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
                text.append(random.nextInt(3) == 0 ? " " : "");
            }
            read(text.toString(), i);
        }
    }

    @Test
    void samples_that_are_cut_and_mixed_are_read_or_refused() throws IOException {
        List<String> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".bs")).sorted().toList()) {
                samples.add(Files.readString(file));
            }
        }
        for (int i = 0; i < COUNT; i++) {
            Random random = new Random(SEED * 1_000_003 + i);
            StringBuilder text = new StringBuilder(samples.get(random.nextInt(samples.size())));
            for (int n = random.nextInt(6); n >= 0; n--) {
                int at = random.nextInt(text.length() + 1);
                int to = Math.min(text.length(), at + random.nextInt(8));
                text.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
            }
            read(text.substring(0, random.nextInt(text.length() + 1)), i);
        }
    }

    /// Each piece very often on one line: what is quadratic would take minutes.
    @Test
    void very_long_lines_are_read_or_refused() {
        int length = 30 * COUNT;
        for (int i = 0; i < PIECES.size(); i++) {
            String piece = PIECES.get(i);
            read("x = 1\nL = " + piece.repeat(length / piece.length()), i);
            read(piece.repeat(length / piece.length()) + " = x", i);
        }
    }

    private static void read(String text, int number) {
        try {
            Coloring.of(text);
            Glance.mayTakeLong(text);
            Glance.setting(text, "relu0");
            if (Language.read(text) instanceof ReadResult.Problems(var problems)) {
                assertFalse(problems.isEmpty(), () -> "no problem: " + text);
                for (Problem p : problems) {
                    assertTrue(
                            p.span().start() >= 0
                                    && p.span().start() <= p.span().end()
                                    && p.span().end() <= text.length(),
                            () -> p + " of " + text);
                    assertTrue(
                            Bundle.ENGLISH.say(p.message()).length() < 250
                                    && Bundle.ENGLISH.say(p.hint()).length() < 250,
                            p::toString);
                    p.at("f", text);
                }
            }
        } catch (RuntimeException | StackOverflowError e) {
            String some = text.length() < 300 ? text : text.substring(0, 300);
            throw new AssertionError("seed " + SEED + ", number " + number + ": " + some, e);
        }
    }
}
