package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.lesson.Lesson;
import dev.backstep.lesson.LessonQuestion;
import dev.backstep.lesson.LessonStop;
import dev.backstep.lesson.StopProgram;
import dev.backstep.lesson.TextBlock;
import dev.backstep.paint.FormulaPainter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The lessons in `samples/`: complete, and the same in both languages.
class LessonTextsTest {

    /// The width of the text of a lesson in its panel, and the sizes of its formulas.
    private static final double TEXT = 316;

    private static final double INLINE = 17;
    private static final double DISPLAYED = 18.2;

    private static Lesson lesson(String file) {
        return TaughtStop.lesson(file);
    }

    @Test
    void the_lecture_has_a_stop_for_each_row_of_it() {
        List<LessonStop> stops = lesson("lecture-3.md").stops();
        assertEquals(16, stops.size());
        List<String> rows =
                List.of(
                        "01", "02", "03", "04", "04", "06", "07", "08", "09", "10", "11", "12",
                        "13", "14", "15", "16");
        for (int i = 0; i < rows.size(); i++) {
            String file = stops.get(i).program().flatMap(StopProgram::file).orElseThrow();
            assertTrue(file.startsWith(rows.get(i)), file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lecture-3", "training"})
    void every_stop_asks_one_to_three_questions_and_has_notes(String name) {
        for (LessonStop stop : lesson(name + ".md").stops()) {
            int questions = stop.questions().size();
            assertTrue(questions >= 1 && questions <= 3, stop.title() + ": " + questions);
            assertFalse(stop.notes().isEmpty(), stop.title());
            stop.questions().forEach(q -> assertFalse(q.explanation().isEmpty(), stop.title()));
        }
    }

    /// Each from the list in what is to be taught.
    @Test
    void what_learners_get_wrong_is_answered() {
        String text = TaughtStop.text("lecture-3.md");
        for (String trouble :
                List.of(
                        "Why add, and not multiply or average?",
                        "Where does the first 1 come from?",
                        "Which way is upstream?",
                        "Zero the gradients between batches.",
                        "Off by a transpose.",
                        "A dead ReLU.",
                        "A saturated sigmoid.",
                        "Dividing by zero.",
                        "Why bother, if both agree?",
                        "Backprop is not gradient descent.",
                        "The lost 1/B.")) {
            assertTrue(text.contains(trouble), trouble);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lecture-3", "training"})
    void both_languages_show_and_ask_the_same(String name) {
        List<LessonStop> english = lesson(name + ".md").stops();
        List<LessonStop> chinese = lesson(name + ".zh.md").stops();
        assertEquals(english.size(), chinese.size());
        for (int i = 0; i < english.size(); i++) {
            LessonStop e = english.get(i);
            LessonStop c = chinese.get(i);
            assertEquals(e.scene(), c.scene(), e.title());
            assertEquals(
                    e.program().orElseThrow().model().graph(),
                    c.program().orElseThrow().model().graph(),
                    e.title());
            assertEquals(
                    e.questions().stream().map(LessonTextsTest::asked).toList(),
                    c.questions().stream().map(LessonTextsTest::asked).toList(),
                    e.title());
        }
    }

    /// The typesetting knows every command and every sign.
    @ParameterizedTest
    @ValueSource(strings = {"lecture-3.md", "lecture-3.zh.md", "training.md", "training.zh.md"})
    void every_formula_can_be_set(String file) {
        Matcher formulas =
                Pattern.compile("\\$\\$(.+?)\\$\\$|\\$([^$\\n]+)\\$", Pattern.DOTALL)
                        .matcher(TaughtStop.text(file));
        int count = 0;
        while (formulas.find()) {
            String tex = formulas.group(1) == null ? formulas.group(2) : formulas.group(1);
            assertTrue(FormulaPainter.missing(tex).isEmpty(), tex);
            assertTrue(FormulaPainter.measureDisplay(tex, 16).width() > 0, tex);
            count++;
        }
        assertTrue(count > 60, file + ": " + count);
    }

    /// In the narrowest text a displayed formula, or each piece of it, is set at three quarters of
    /// its size or more, and a formula in a line is no longer than the line. What is meant as words
    /// is not set as a product of letters.
    @ParameterizedTest
    @ValueSource(strings = {"lecture-3.md", "lecture-3.zh.md", "training.md", "training.zh.md"})
    void every_formula_can_be_read(String file) {
        Matcher formulas =
                Pattern.compile("\\$\\$(.+?)\\$\\$|\\$([^$\\n]+)\\$", Pattern.DOTALL)
                        .matcher(TaughtStop.text(file));
        while (formulas.find()) {
            if (formulas.group(1) == null) {
                String tex = formulas.group(2);
                assertTrue(FormulaPainter.measure(tex, INLINE).width() < TEXT, tex);
                String letters = tex.replaceAll("\\\\(?:text|mathrm)\\{[^}]*}|\\\\[a-zA-Z]+", "");
                assertFalse(letters.matches(".*[a-zA-Z]{3,}\\s+[a-zA-Z]{2,}.*"), tex);
            } else {
                for (String tex : new TextBlock.Displayed(formulas.group(1)).pieces()) {
                    double width = FormulaPainter.measureDisplay(tex, DISPLAYED).width();
                    assertTrue(width < TEXT / 0.75, width + ": " + tex);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_formula_of_a_term_can_be_set(GlossaryTerm term) {
        assertTrue(FormulaPainter.missing(term.tex()).isEmpty(), term.tex());
        assertTrue(FormulaPainter.measureDisplay(term.tex(), 16).width() > 0, term.tex());
    }

    private static String asked(LessonQuestion question) {
        return switch (question.asks()) {
            case LessonQuestion.Asks.Value(String name, _) -> name;
            case LessonQuestion.Asks.Gradient(String name, _) -> "d" + name;
            case LessonQuestion.Asks.Choice(var options) ->
                    options.stream().map(o -> o.right() ? "right" : "wrong").toList().toString();
        };
    }
}
