package dev.backstep.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.DataFiles;
import dev.backstep.lang.Problem;
import dev.backstep.text.Bundle;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong with a lesson is told with its place.
class LessonProblemsTest {

    private static final String STOP = "## One\n\n```backstep\nx = 1\nL = x^2\n```\n\n";

    private static final LessonFiles FILES =
            new LessonFiles() {
                @Override
                public Found program(String name) {
                    return new Found.Text("x = 1\nL = x * q\n");
                }

                @Override
                public Found picture(String name) {
                    throw new AssertionError(name);
                }

                @Override
                public DataFiles data() {
                    return asked -> {
                        throw new AssertionError(asked.file());
                    };
                }
            };

    private static List<String> problems(String text) {
        return Lesson.parse(text, FILES).problems().stream().map(p -> p.at("l.md", text)).toList();
    }

    private static void wrong(String text, String... told) {
        assertEquals(List.of(told), problems(text));
    }

    @Test
    void a_program_with_problems_is_wrong_where_it_stands_in_the_lesson() {
        wrong(
                "# T\n\n## One\n\n```backstep step=last\nx = 1\n\nL = x * q + r\n```\n",
                "l.md:8:9: unknown name q (did you mean x?)",
                "l.md:8:13: unknown name r (did you mean x?)");
        wrong(
                "## One\n\n  ```backstep\n  x = 1\n  L = x * q\n  ```\n",
                "l.md:5:11: unknown name q (did you mean x?)");
    }

    @Test
    void a_program_in_a_file_is_wrong_at_its_name_with_the_place_in_the_file() {
        wrong(
                "## One\n\n```backstep file=a.bs step=last\n```\n",
                "l.md:3:13: a.bs:2:9: unknown name q (did you mean x?)");
        wrong(
                "## One\n\n```backstep file=a.bs\nL = 1\n```\n",
                "l.md:3:13: the block names a file and holds a program too (leave the block empty,"
                        + " or leave file= out)",
                "l.md:3:13: a.bs:2:9: unknown name q (did you mean x?)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.bs",
                "/etc/passwd",
                "C:\\a.bs",
                "..\\a.bs",
                "a/../../b.bs",
                "~/a.bs",
                "https://example.org/a.bs",
                "sub/a.bs",
                "..",
                "\"\""
            })
    void no_file_outside_of_the_folder_is_asked_for(String name) {
        String text = "## One\n\n```backstep file=" + name + "\n```\n";
        assertEquals(1, problems(text).size(), problems(text).toString());
        assertTrue(problems(text).getFirst().startsWith("l.md:3:13: "), problems(text).toString());
    }

    @Test
    void pictures_and_samples_outside_of_the_folder_are_not_asked_for() {
        wrong(
                STOP + "![a](../b.png) ![c](https://x.org/d.png)\n",
                "l.md:8:1: the picture ../b.png cannot be shown: only files in the folder of the"
                        + " lesson are shown",
                "l.md:8:16: the picture https://x.org/d.png cannot be shown: only files in the"
                        + " folder of the lesson are shown");
        String data = "## One\n\n```backstep\ndata csv(\"../s.csv\", label=1)\nL = mean(X)\n```\n";
        assertTrue(problems(data).getFirst().contains("only files in the folder"), data);
        for (String name : new String[] {"../W.npy", "/W.npy", "C:W.npy", "a/../../W.csv"}) {
            String weights = "## One\n\n```backstep\nW = file(\"" + name + "\")\nL = sum(W)\n```\n";
            assertTrue(problems(weights).getFirst().contains("only files in the folder"), weights);
        }
    }

    @Test
    void the_words_of_a_scene_are_looked_up() {
        wrong(
                "## One\n\n```backstep step=lst view=tran detail=all colour=red big\nL = 2\n```\n",
                "l.md:3:13: unknown step lst (a number from 0, first, forward or last)",
                "l.md:3:22: unknown view tran (explore or train)",
                "l.md:3:32: unknown level of detail all (layers, statements, operations or"
                        + " scalars)",
                "l.md:3:43: unknown word colour (the words are file= step= view= detail= fold="
                        + " open= after=)",
                "l.md:3:54: unexpected big (the words are file= step= view= detail= fold= open="
                        + " after=)");
    }

    @Test
    void a_scene_fits_its_program() {
        // x, L = x²: two values forward, the seed, L's gradient handed to x: steps 0 to 2 or so
        wrong(
                "## One\n\n```backstep step=99 view=train after=1 fold=Q\nx = 1\nL = x^2\n```\n",
                "l.md:3:13: there is no step 99; the last is 2 (a number from 0, first, forward or"
                        + " last)",
                "l.md:3:21: the program does not train (it needs a train line)",
                "l.md:3:32: the program does not train (it needs a train line)",
                "l.md:3:40: there is no group and no computed line named Q (there are L)");
    }

    @Test
    void a_stop_has_one_program_or_that_of_the_stop_before() {
        wrong(
                "## One\n\nText\n\n## Two\n\n```backstep\nL = 1\n```\n```backstep\nL = 2\n```\n",
                "l.md:1:1: the stop has no program, and no stop before it has one (add a block"
                        + " ```backstep)",
                "l.md:10:1: the stop has a program already (begin another stop with ##)");
        wrong("Text\n", "l.md:1:1: the lesson has no stop (begin a stop with ## Title)");
        wrong(
                "##\n\n```backstep\nL = 1\n```\n",
                "l.md:1:1: the stop has no title (write it behind ##)");
    }

    @Test
    void a_question_is_about_the_program_and_has_a_right_answer() {
        wrong(
                STOP + "> ? dL/dq\n\n> ? dx/dL\n\n> ? choice: a | b\n\n> ? choice: *a*\n\n> ?\n",
                "l.md:8:3: the program has no node named q (ask for the name of a node, or for a"
                        + " gradient as dL/dx)",
                "l.md:10:3: x is not the output of the program (ask for the name of a node, or for"
                        + " a gradient as dL/dx)",
                "l.md:12:3: no answer is marked as right (write choice: one | *the right one* |"
                        + " another)",
                "l.md:14:3: there is only one answer (write choice: one | *the right one* |"
                        + " another)",
                "l.md:16:3: nothing is asked (ask for the name of a node, or for a gradient as"
                        + " dL/dx)");
        wrong(
                "## One\n\n```backstep\nx = 1\nconst c = 2\nL = c*x\n```\n> ? dL/dc\n",
                "l.md:8:3: c has no gradient");
    }

    @Test
    void a_question_or_a_program_inside_a_list_is_not_lost_silently() {
        wrong(
                STOP + "- > ? dL/dx\n- ```backstep\n  L = 1\n  ```\n",
                "l.md:8:3: a question stands in no list and no other quote (begin it at the start"
                        + " of a line)",
                "l.md:9:3: a program stands in no list and no quote (begin it at the start of a"
                        + " line)");
        wrong(
                "> ? dL/dx\n\n" + STOP,
                "l.md:1:1: a question belongs to a stop (begin a stop with ## Title)");
    }

    @Test
    void formulas_read_no_files_and_define_nothing() {
        wrong(
                STOP + "$\\includegraphics{/etc/x.png}$ and $\\newcommand{\\a}{b}$ $}{$ $$x\n",
                "l.md:8:1: \\includegraphics is not allowed in a formula",
                "l.md:8:36: \\newcommand is not allowed in a formula",
                "l.md:8:57: the braces of the formula are not in pairs");
        wrong(STOP + "$$\nx\n", "l.md:8:1: the formula does not end (end it with $$)");
        wrong(
                STOP + "$" + "{".repeat(99) + "x" + "}".repeat(99) + "$\n",
                "l.md:8:1: the formula is nested too deeply");
    }

    @Test
    void links_lead_into_the_web() {
        wrong(
                STOP + "[a](file:///etc/passwd) [b](https://example.org)\n",
                "l.md:8:1: the link leads to file:///etc/passwd (links begin with https:// or"
                        + " http://)");
    }

    @Test
    void size_stops_and_depth_are_bounded() {
        wrong(
                "x".repeat(Lesson.MAX_LENGTH + 1),
                "l.md:1:1: the lesson is too long: at most 1000000 characters (split it)");
        String many = STOP + "## N\n\n".repeat(Lesson.MAX_STOPS + 5);
        assertEquals(1, problems(many).size());
        assertEquals(
                Lesson.MAX_STOPS, Lesson.parse(many, LessonFiles.NONE).lesson().stops().size());
        problems(STOP + "> ".repeat(5_000) + "deep\n");
        problems(STOP + "- ".repeat(5_000) + "deep\n");
        problems(STOP + "*a **b ".repeat(20_000) + "** *".repeat(20_000));
        problems(STOP + "[".repeat(50_000));
        problems(STOP + "$".repeat(50_001));
        problems(STOP + "$a ".repeat(20_000));
    }

    @Test
    void problems_are_told_in_chinese_too() {
        String text = "## One\n\n```backstep step=lst\nL = 2\n```\n";
        Problem problem = Lesson.parse(text, FILES).problems().getFirst();
        assertEquals(
                "未知的步骤 lst（从 0 起的数字、first、forward 或 last）",
                Bundle.in(Locale.SIMPLIFIED_CHINESE).say(problem.sentence()));
    }
}
