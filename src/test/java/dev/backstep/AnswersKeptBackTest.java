package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lesson.Inline;
import dev.backstep.lesson.LessonQuestion;
import dev.backstep.lesson.LessonStop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No stop of a lesson says in its text what it asks below: the worked numbers stand in the
/// explanation, which comes after the answer.
class AnswersKeptBackTest {

    /// A number that something comes to: behind an equals sign, and not the first factor or summand
    /// of more.
    private static final Pattern RESULT =
            Pattern.compile(
                    "=\\s*(-?\\d+(?:\\.\\d+)?)(?![\\d.]|\\s*(?:\\\\cdot|[a-zA-Z+*/^<>|-]))");

    private static final Pattern LIST = Pattern.compile("[\\[(]([^\\[\\]()]*)[])]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    /// What stands in the text of a stop before anything is answered: all but programs, notes and
    /// explanations.
    private static String before(String stop) {
        String prose = stop.replaceAll("(?s)```.*?```", "");
        return Arrays.stream(prose.split("\n"))
                .filter(line -> !line.startsWith(">") || line.startsWith("> ? "))
                .map(line -> line.replaceAll("choice:.*", ""))
                .collect(Collectors.joining("\n"))
                .replace('−', '-');
    }

    private static String prose(String before) {
        return before.replaceAll("(?m)^> .*$", "");
    }

    /// The results in a text that somebody would be told to be right for a number: within 1 %.
    private static List<String> results(String text, double answer) {
        List<String> found = new ArrayList<>();
        Matcher result = RESULT.matcher(text);
        while (result.find()) {
            if (Math.abs(Double.parseDouble(result.group(1)) - answer) <= 0.01 * Math.abs(answer)) {
                found.add(result.group());
            }
        }
        return found;
    }

    private static List<List<Double>> lists(String text) {
        List<List<Double>> lists = new ArrayList<>();
        Matcher list = LIST.matcher(text);
        while (list.find()) {
            lists.add(
                    NUMBER.matcher(list.group(1))
                            .results()
                            .map(n -> Double.valueOf(n.group()))
                            .toList());
        }
        return lists;
    }

    @ParameterizedTest
    @ValueSource(strings = {"lecture-3", "training"})
    void no_stop_says_what_it_asks(String lesson) {
        List<LessonStop> stops = TaughtStop.lesson(lesson + ".md").stops();
        for (int number = 1; number <= stops.size(); number++) {
            TaughtStop stop = TaughtStop.of(lesson, number);
            List<LessonQuestion> questions = stop.stop().questions();
            for (int q = 0; q < questions.size(); q++) {
                for (String text : stop.texts()) {
                    keepsBack(stop, q, before(text), number + "." + (q + 1));
                }
            }
        }
    }

    private static void keepsBack(TaughtStop stop, int question, String text, String where) {
        if (stop.stop().questions().get(question).asks()
                instanceof LessonQuestion.Asks.Choice(var options)) {
            options.stream()
                    .filter(LessonQuestion.Option::right)
                    .map(o -> Inline.marked(o.words()).strip())
                    .filter(words -> words.length() > 3 && words.matches(".*[\\d$].*"))
                    .forEach(w -> assertFalse(prose(text).contains(w), where + ": " + w));
            return;
        }
        double[] answer = stop.answer(question);
        if (answer.length == 1) {
            assertEquals(List.of(), results(text, answer[0]), where);
        } else {
            List<Double> all = Arrays.stream(answer).boxed().toList();
            assertFalse(lists(text).contains(all), where);
        }
    }

    @Test
    void a_result_is_told_from_a_factor() {
        assertEquals(1, results("gets $5 \\cdot (-2) = -10$.", -10).size());
        assertTrue(results("$z = -10 \\cdot 2$", -10).isEmpty());
        assertTrue(results("$z = -100$", -10).isEmpty());
        assertEquals(List.of(List.of(2.0, 2.0, 6.0)), lists("is $[2,\\, 2,\\, 6]^T$"));
    }

    @Test
    void what_follows_an_answer_may_say_it() {
        String stop = "= 3\n> ? a: how much? choice: 1 | *7*\n> It is 2 = 2.\n> note: 5 = 5\n";
        assertEquals("= 3\n> ? a: how much? ", before(stop));
    }
}
