package dev.backstep.session;

import dev.backstep.lang.Problem;
import dev.backstep.lesson.Lesson;
import dev.backstep.lesson.LessonQuestion;
import dev.backstep.lesson.LessonStop;
import dev.backstep.lesson.ParsedLesson;
import dev.backstep.lesson.Scene;
import dev.backstep.lesson.StopProgram;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lesson that is open.
///
/// @param text that was read; empty before that
/// @param lesson without stops before it is read, or if it has none
/// @param problems what is wrong with the text
/// @param arriving whether the scene of the stop is still to be set: its program is being read, or
///   its moment of a training computed
/// @param asked the mini-batch that the questions of the stop are about, where the training is
///   shown; nothing where it is the program on screen
public record OpenLesson(
        LessonSource source,
        String text,
        Lesson lesson,
        List<Problem> problems,
        LessonProgress progress,
        boolean arriving,
        Optional<OpenedBatch> asked) {

    public OpenLesson {
        problems = List.copyOf(problems);
    }

    /// A lesson of a session that comes back, before it is read again.
    public static OpenLesson unread(LessonSource source, LessonProgress progress) {
        Lesson none = new Lesson("", List.of(), List.of());
        return new OpenLesson(source, "", none, List.of(), progress, false, Optional.empty());
    }

    /// As it was read now. A text in which nothing of a lesson is left shows that of before, and a
    /// stop whose program cannot be read keeps the last one that could.
    OpenLesson read(String now, ParsedLesson parsed) {
        Lesson shown = parsed.lesson().stops().isEmpty() ? lesson : withPrograms(parsed.lesson());
        return new OpenLesson(
                source, now, shown, parsed.problems(), progress.in(shown), arriving, asked);
    }

    private Lesson withPrograms(Lesson now) {
        Map<String, Deque<LessonStop>> before = new HashMap<>();
        lesson.stops()
                .forEach(s -> before.computeIfAbsent(s.title(), _ -> new ArrayDeque<>()).add(s));
        List<LessonStop> stops = new ArrayList<>();
        for (LessonStop stop : now.stops()) {
            Optional<LessonStop> was =
                    Optional.ofNullable(before.get(stop.title())).map(Deque::poll);
            stops.add(
                    stop.program().isPresent()
                            ? stop
                            : was.flatMap(LessonStop::program).map(stop::with).orElse(stop));
        }
        return new Lesson(now.title(), now.opening(), stops);
    }

    OpenLesson with(LessonProgress changed) {
        return new OpenLesson(source, text, lesson, problems, changed, arriving, asked);
    }

    OpenLesson arriving(boolean changed) {
        return new OpenLesson(source, text, lesson, problems, progress, changed, asked);
    }

    OpenLesson asking(Optional<OpenedBatch> changed) {
        return new OpenLesson(source, text, lesson, problems, progress, arriving, changed);
    }

    /// What it is called.
    public String title() {
        return lesson.title().isEmpty() ? source.name() : lesson.title();
    }

    /// Where one is, counted from 0.
    public int stop() {
        return progress.stop();
    }

    /// The stop where one is; nothing before the lesson is read.
    public Optional<LessonStop> current() {
        return stop() < lesson.stops().size()
                ? Optional.of(lesson.stops().get(stop()))
                : Optional.empty();
    }

    public Optional<StopProgram> program() {
        return current().flatMap(LessonStop::program);
    }

    /// The moment of a training that the scene of the stop is still waiting for.
    public Optional<Scene.After> awaited() {
        return arriving ? current().flatMap(s -> s.scene().after()) : Optional.empty();
    }

    /// Whether the questions of the stop are about numbers at a moment of a training that is shown
    /// beside them, so that [#asked] is needed to put them.
    public boolean asksOfMoment() {
        return current()
                .filter(s -> s.scene().middle() == Scene.Middle.TRAIN)
                .filter(s -> s.scene().after().filter(a -> a.isLater()).isPresent())
                .filter(s -> s.questions().stream().anyMatch(LessonQuestion::asksForNumbers))
                .isPresent();
    }

    /// Whether this text is the program of the stop as it was.
    public boolean isAsItWas(String document) {
        return program().filter(p -> p.text().equals(document)).isPresent();
    }
}
