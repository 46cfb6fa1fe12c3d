package dev.backstep.lesson;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.data.DataFiles;
import dev.backstep.lang.Problem;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Lessons as strangers mangle them: read without a crash, and no file is asked for that does not
/// lie in the lesson's folder.
class LessonMutationTest {

    private static final String WHOLE =
            """
            # Lecture
            Text with $x^2$, `x`, *much* **more**, <b>html</b> &amp; [a link](https://example.org).

            ## One
            ![graph](pictures/a.png) and $$\\frac{a}{b}$$ and
            $$
            \\sum_i x_i
            $$
            ```backstep step=3 view=explore detail=statements fold=a open=b
            x = 1
            y = 4
            a = x^2
            b = 2*x*y
            loss L = a + b
            ```
            1. one
               - two
            > ? dL/dx: What arrives?
            > Both.

            > ? choice: a | *b* | c
            > Why.

            > note: slowly

            ## Two
            ```backstep file=other.bs step=last
            ```
            ## Three
            ~~~backstep view=train after=2:1
            data csv("samples.csv", label=1)
            param w = normal(1, 2, seed=1)
            loss L = mean(se(w @ X, y))
            train sgd(rate=0.1)
            ~~~
            > quoted
            ---
                code
            """;

    private static final List<String> PIECES =
            List.of(
                    "../",
                    "/",
                    "\\",
                    "$",
                    "$$",
                    "`",
                    "```",
                    "```backstep ",
                    "> ",
                    "> ? ",
                    "|",
                    "*",
                    "**",
                    "\n",
                    "\n\n",
                    "## ",
                    "- ",
                    "file=",
                    "\"",
                    "\0",
                    "\r",
                    "\t",
                    "\ud800",
                    "\u202e",
                    "é",
                    "[",
                    "](",
                    "![",
                    ")",
                    "<!--",
                    "&#0;",
                    "{",
                    "}",
                    "\\left",
                    "_",
                    "^",
                    "999999999999",
                    "step=",
                    "after=",
                    "d",
                    "/d",
                    ":",
                    "note:",
                    "choice:",
                    "    ",
                    "~~~");

    private static final Path FOLDER = Path.of("/lessons/here");

    private static final LessonFiles FILES =
            new LessonFiles() {
                @Override
                public Found program(String name) {
                    inFolder(name);
                    return new Found.Text("x = 2\nL = x^2\n");
                }

                @Override
                public Found picture(String name) {
                    inFolder(name);
                    return new Found.Picture(URI.create("file:/lessons/here"));
                }

                @Override
                public DataFiles data() {
                    return asked -> {
                        inFolder(asked.file());
                        return new DataFiles.Found.Refused(
                                List.of(
                                        new CsvProblem(
                                                0, Message.of("csv.none.here"), Message.EMPTY)));
                    };
                }
            };

    private static void inFolder(String name) {
        assertTrue(FOLDER.resolve(name).normalize().startsWith(FOLDER), name);
        assertFalse(name.contains("\\") || name.contains(":"), name);
    }

    @Test
    void a_thousand_mangled_lessons_are_read_without_a_crash() {
        for (int seed = 0; seed < 1_000; seed++) {
            String text = mangled(new Random(seed));
            try {
                read(text);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ":\n" + text, e);
            }
        }
    }

    private static void read(String text) {
        ParsedLesson parsed = Lesson.parse(text, FILES);
        for (Problem problem : parsed.problems()) {
            assertTrue(problem.span().start() >= 0);
            assertTrue(problem.span().start() <= problem.span().end());
            assertTrue(problem.span().end() <= text.length(), problem.at("l.md", text));
            assertFalse(problem.at("l.md", text).isBlank());
            assertFalse(Bundle.in(Locale.SIMPLIFIED_CHINESE).say(problem.sentence()).isBlank());
        }
        for (LessonStop stop : parsed.lesson().stops()) {
            stop.questions().forEach(q -> assertFalse(q.asks().toString().isEmpty()));
        }
    }

    private static String mangled(Random random) {
        StringBuilder text = new StringBuilder(WHOLE);
        int changes = 1 + random.nextInt(12);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(random.nextInt(80) + 1));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 ->
                        text.insert(
                                at,
                                PIECES.get(random.nextInt(PIECES.size()))
                                        .repeat(1 + random.nextInt(60)));
                case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                default -> text.setCharAt(at, (char) random.nextInt(0x3000));
            }
        }
        return text.toString();
    }
}
