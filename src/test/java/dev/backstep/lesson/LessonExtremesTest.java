package dev.backstep.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Problem;
import dev.backstep.store.LessonFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lessons of the largest size, as deep as can be, with front matter and with files that name one
/// another: each is read, and what is wrong is said with its place.
class LessonExtremesTest {

    private static final int MOST = 900_000;

    @TempDir Path folder;

    private ParsedLesson read(String text) {
        ParsedLesson parsed = Lesson.parse(text, new LessonFolder(folder));
        for (Problem problem : parsed.problems()) {
            assertTrue(problem.span().end() <= text.length());
            assertTrue(problem.at("l.md", text).matches("(?s)l\\.md:\\d+:\\d+: .+"));
        }
        return parsed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "1. ",
                "> - ",
                "*",
                "**a",
                "[",
                "![](",
                "](",
                "$a ",
                "$ $$ ",
                "$$$x$ ",
                "`",
                "``",
                "$",
                "$$ ",
                "\\left(",
                "{",
                "\\frac{",
                "_{",
                "^",
                "<b>",
                "<!--",
                "<script>",
                "&amp;",
                "|",
                "\n",
                "# a\n",
                "> ? x\n",
                "> note: a\n\n",
                "~~~\n",
                "```backstep\n",
                "word ",
                "\\",
                "\0"
            })
    void one_piece_over_and_over_is_read(String piece) {
        read("# L\n## S\n" + piece.repeat(MOST / piece.length() / 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "    - "})
    void what_is_too_deep_is_said(String piece) {
        ParsedLesson parsed = read("# L\n## S\n" + piece.repeat(5_000) + "x\n");
        assertFalse(parsed.problems().isEmpty() && piece.equals("> "), piece);
    }

    /// What other tools keep at the beginning is no text, and no stop; what only looks like it is
    /// read as it stands.
    @ParameterizedTest
    @CsvSource({
        "---|title: x|---|, 1",
        "---|title: x|tags:|  - a|# note||---|, 1",
        "---|title: 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀|---, 1",
        "---|title: x||, 1",
        "---|: : :|---|, 2",
        "+++|a = 1|+++|, 1",
        "|---|title: x|---|, 2"
    })
    void front_matter_is_no_stop(String front, int stops) {
        String text = front.replace('|', '\n') + "# L\n## S\n```backstep\nx = 2\nloss L = y\n```\n";
        ParsedLesson parsed = read(text);
        assertEquals(stops, parsed.lesson().stops().size(), front);
        int line = 5 + (int) front.chars().filter(c -> c == '|').count();
        assertTrue(
                parsed.problems().stream()
                        .anyMatch(p -> p.at("l.md", text).startsWith("l.md:" + line + ":")));
    }

    @Test
    void a_rule_at_the_beginning_hides_nothing() {
        String text = "---\n# L\n- one\n\n---\n## S\n";
        assertEquals("L", read(text).lesson().title());
        assertEquals(0, FrontMatter.end(text));
    }

    /// A lesson that names itself, or another one, as its program: its words are no program.
    @Test
    void a_lesson_that_names_itself_is_read_once() throws IOException {
        String text = "# L\n## S\n```backstep file=l.md\n```\n";
        Files.writeString(folder.resolve("l.md"), text);
        List<Problem> problems = read(text).problems();
        assertFalse(problems.isEmpty());
        problems.forEach(p -> assertTrue(p.at("l.md", text).startsWith("l.md:3:"), text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "2147483648", "-1", "1e9", "0:99999999999", ""})
    void a_moment_that_is_none_is_said_where_it_stands(String after) {
        String text =
                "# L\n## S\n```backstep view=train after="
                        + after
                        + "\nparam w = 1\nloss L = w^2\ntrain sgd(rate=0.1)\n```\n";
        List<Problem> problems = read(text).problems();
        assertEquals(1, problems.size(), after + problems);
        assertTrue(problems.getFirst().at("l.md", text).startsWith("l.md:3:"), after);
    }

    /// A huge but possible moment is told, not trained, when the lesson is read.
    @Test
    void a_moment_far_away_costs_nothing_to_read() {
        String text =
                "# L\n## S\n```backstep view=train after=2000000000\n"
                        + "param w = 1\nloss L = w^2\ntrain sgd(rate=0.1)\n```\n";
        read(text);
    }

    @Test
    void links_out_of_the_folder_lead_nowhere() throws IOException {
        Path outside = Files.createTempFile("outside", ".bs");
        Files.writeString(outside, "x = 1\nloss L = x\n");
        Files.createSymbolicLink(folder.resolve("in.bs"), outside);
        Files.createSymbolicLink(folder.resolve("loop.bs"), folder.resolve("loop.bs"));
        for (String name : List.of("in.bs", "loop.bs", "../x.bs", "/etc/passwd", "a/../../x.bs")) {
            String text = "# L\n## S\n```backstep file=" + name + "\n```\n";
            List<Problem> problems = read(text).problems();
            assertEquals(1, problems.size(), name);
            assertTrue(problems.getFirst().at("l.md", text).startsWith("l.md:3:"), name);
        }
        Files.delete(outside);
    }
}
