package dev.backstep.ui.lesson;

import dev.backstep.lang.Problem;
import dev.backstep.session.OpenLesson;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.stream.Collectors;

/// What is wrong with a lesson, a line each, as an editor finds it.
final class LessonProblems {

    /// More are counted, not told.
    private static final int MOST = 5;

    private LessonProblems() {}

    static String told(OpenLesson lesson) {
        List<Problem> wrong = lesson.problems();
        String told =
                wrong.stream()
                        .limit(MOST)
                        .map(p -> line(lesson, p))
                        .collect(Collectors.joining("\n"));
        long more = wrong.size() - MOST;
        return more > 0
                ? told + "\n" + Texts.of(Message.of("lesson.more").with("count", more))
                : told;
    }

    private static String line(OpenLesson lesson, Problem problem) {
        return lesson.source().name()
                + ":"
                + problem.place(lesson.text())
                + ": "
                + Texts.of(problem.sentence());
    }
}
