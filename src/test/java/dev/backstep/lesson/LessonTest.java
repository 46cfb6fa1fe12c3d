package dev.backstep.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a lesson's text becomes.
class LessonTest {

    private static final String SUM =
            """
            # Lecture 3

            Before the first stop.

            ## Sum over *all* paths

            $x$ reaches $L$ in **two** ways: through `a` and through `b`.

            $$
            \\frac{\\partial L}{\\partial x}
            - 1
            $$

            ```backstep step=3 view=explore
            x = 1
            y = 4
            L = x^2 + 2*x*y
            ```

            1. one
            2. two

            > ? dL/dx: What arrives at $x$ in the end?
            > Both paths add.

            > note: ask them first

            ## Which way

            > ? Which way does $L$ move? choice: up | *down, $-|g|$* | not at all
            >
            > It falls.

            ```backstep step=last
            ```
            """;

    private static Lesson read(String text) {
        ParsedLesson parsed = Lesson.parse(text, LessonFiles.NONE);
        assertEquals(List.of(), parsed.problems().stream().map(p -> p.at("l.md", text)).toList());
        return parsed.lesson();
    }

    @Test
    void a_heading_begins_a_stop() {
        Lesson lesson = read(SUM);
        assertEquals("Lecture 3", lesson.title());
        assertEquals(
                List.of("Sum over all paths", "Which way"),
                lesson.stops().stream().map(LessonStop::title).toList());
        assertEquals(
                List.of(
                        new TextBlock.Paragraph(
                                List.of(new Inline.Words("Before the first stop.")))),
                lesson.opening());
    }

    @Test
    void the_text_of_a_stop_is_ready_to_be_set() {
        List<TextBlock> blocks = read(SUM).stops().getFirst().blocks();
        TextBlock.Paragraph first = assertInstanceOf(TextBlock.Paragraph.class, blocks.getFirst());
        assertEquals(new Inline.Math("x", false), first.words().getFirst());
        assertTrue(first.words().contains(new Inline.Strong(List.of(new Inline.Words("two")))));
        assertTrue(first.words().contains(new Inline.Code("a")));
        assertEquals(
                new TextBlock.Displayed("\\frac{\\partial L}{\\partial x}\n- 1"), blocks.get(1));
        TextBlock.Items items = assertInstanceOf(TextBlock.Items.class, blocks.get(2));
        assertEquals(1, items.first());
        assertEquals(2, items.items().size());
    }

    @Test
    void a_fenced_block_sets_program_and_scene_and_the_next_stop_keeps_the_program() {
        List<LessonStop> stops = read(SUM).stops();
        StopProgram program = stops.getFirst().program().orElseThrow();
        assertEquals("x = 1\ny = 4\nL = x^2 + 2*x*y\n", program.text());
        assertEquals(new Scene.StepChoice.At(3), stops.getFirst().scene().step());
        assertEquals(
                Optional.of(Detail.OPERATIONS),
                stops.getFirst().scene().detail(),
                "steps by number are counted as trace counts them");
        assertEquals(program, stops.getLast().program().orElseThrow());
        assertEquals(new Scene.StepChoice.Last(), stops.getLast().scene().step());
    }

    @Test
    void a_quote_with_a_question_mark_asks() {
        List<LessonStop> stops = read(SUM).stops();
        LessonQuestion gradient = stops.getFirst().questions().getFirst();
        assertEquals(new LessonQuestion.Asks.Gradient("x", 0), gradient.asks());
        assertEquals("What arrives at x in the end?", Inline.plain(gradient.prompt()));
        assertEquals(
                List.of(new TextBlock.Paragraph(List.of(new Inline.Words("Both paths add.")))),
                gradient.explanation());
        LessonQuestion choice = stops.getLast().questions().getFirst();
        assertEquals("Which way does L move?", Inline.plain(choice.prompt()));
        LessonQuestion.Asks.Choice asks =
                assertInstanceOf(LessonQuestion.Asks.Choice.class, choice.asks());
        assertEquals(
                List.of(false, true, false),
                asks.options().stream().map(LessonQuestion.Option::right).toList());
        assertEquals("down, -|g|", Inline.plain(asks.options().get(1).words()));
        assertEquals(1, choice.explanation().size());
    }

    @Test
    void a_quote_with_note_is_the_lecturers() {
        LessonStop stop = read(SUM).stops().getFirst();
        assertEquals(
                List.of(new TextBlock.Paragraph(List.of(new Inline.Words("ask them first")))),
                stop.notes());
        assertEquals(1, stop.questions().size());
        assertTrue(stop.blocks().stream().noneMatch(TextBlock.Quoted.class::isInstance));
    }

    @Test
    void dollars_are_money_where_they_are_no_formula() {
        String text = "## One\n\n```backstep\nx = 1\nL = x\n```\n\nIt costs $5 or $6, \\$x\\$.\n";
        assertEquals(
                List.of(
                        new TextBlock.Paragraph(
                                List.of(new Inline.Words("It costs $5 or $6, $x$.")))),
                read(text).stops().getFirst().blocks());
    }

    @Test
    void a_displayed_formula_may_end_its_lines_at_wide_spaces_alone() {
        assertEquals(
                List.of("a = b", "\\text{or}", "c"),
                new TextBlock.Displayed("a = b \\qquad\\text{or}\\quad c").pieces());
        for (String whole :
                List.of("a", "{a \\quad b}", "\\left( a \\quad b \\right)", "a \\, b")) {
            assertEquals(List.of(whole), new TextBlock.Displayed(whole).pieces());
        }
    }
}
