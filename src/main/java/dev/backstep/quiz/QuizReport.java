package dev.backstep.quiz;

import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The result of a quiz as a text to be kept or handed in.
public final class QuizReport {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private QuizReport() {}

    /// Each question with what was answered, what was said to it, and when.
    ///
    /// @param title what the program is called
    /// @param asked the questions in words, one for each of the quiz
    /// @param zone in which times are told
    public static String of(
            QuizRun run, String title, List<String> asked, Bundle language, ZoneId zone) {
        StringBuilder out = new StringBuilder();
        line(
                out,
                language.say(
                        Message.of("quiz.report.title")
                                .with("title", title)
                                .with("day", day(run, zone))));
        line(out, language.say(score(run)));
        for (int k = 0; k < asked.size(); k++) {
            line(out, "");
            line(out, (k + 1) + ". " + asked.get(k));
            List<QuizAttempt> made = run.of(k);
            if (made.isEmpty()) {
                line(out, "   " + language.say(Message.of("quiz.report.open")));
            }
            made.forEach(a -> line(out, "   " + told(a, language, zone)));
        }
        return out.toString();
    }

    /// How many are right, of how many.
    public static Message score(QuizRun run) {
        return Message.of("quiz.score")
                .with("right", run.right())
                .with("all", run.size())
                .with("once", run.rightAtOnce());
    }

    private static String told(QuizAttempt attempt, Bundle language, ZoneId zone) {
        return language.say(
                Message.of("quiz.report.attempt")
                        .with("time", TIME.format(attempt.at().atZone(zone)))
                        .with(
                                "answer",
                                attempt.answer()
                                        .<Message>map(Message::verbatim)
                                        .orElseGet(() -> Message.of("quiz.report.revealed")))
                        .with("said", attempt.said()));
    }

    private static String day(QuizRun run, ZoneId zone) {
        return run.attempts().isEmpty()
                ? "–"
                : DAY.format(run.attempts().getFirst().at().atZone(zone));
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }
}
