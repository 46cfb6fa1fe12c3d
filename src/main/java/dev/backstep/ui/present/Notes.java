package dev.backstep.ui.present;

import dev.backstep.explain.Sentences;
import dev.backstep.lesson.LessonStop;
import dev.backstep.lesson.TextBlock;
import dev.backstep.session.Mode;
import dev.backstep.session.OpenLesson;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.transport.Stretch;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a lecturer wants to know at a step.
///
/// @param place where one is
/// @param note what to say of the step
/// @param blocks what the lesson notes for its lecturer
/// @param next what comes next; empty at the end
record Notes(String place, String note, List<TextBlock> blocks, String next) {

    private static final Notes NONE = new Notes("", "", List.of(), "");

    /// The step, what the program notes of its node, and the step after it; nothing of a step while
    /// the training is shown, and nothing of a lesson that is not.
    static Notes of(ThemedState screen) {
        Mode mode = screen.state().view().mode();
        Notes step =
                mode.trains() ? NONE : screen.walkthrough().map(w -> of(screen, w)).orElse(NONE);
        return screen.state()
                .lesson()
                .filter(_ -> mode.learns())
                .flatMap(l -> l.current().map(stop -> step.at(l, stop)))
                .orElse(step);
    }

    /// In a lesson its notes come before what the step tells, and the next stop is what comes next.
    private Notes at(OpenLesson lesson, LessonStop stop) {
        List<LessonStop> stops = lesson.lesson().stops();
        String where =
                Texts.of(
                        Message.of("lesson.place")
                                .with("stop", lesson.stop() + 1)
                                .with("stops", stops.size()));
        boolean last = lesson.stop() + 1 >= stops.size();
        return new Notes(
                (where + " · " + stop.title() + "\n" + place).strip(),
                note,
                stop.notes(),
                last ? "" : stops.get(lesson.stop() + 1).title());
    }

    private static Notes of(ThemedState screen, Walkthrough w) {
        int step = screen.step();
        String note =
                Stream.of(said(screen, w, step), screen.note(w.step(step).node()).orElse(""))
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining("\n\n"));
        return new Notes(
                Stretch.heading(w.story(), step),
                note,
                List.of(),
                step + 1 < w.size() ? said(screen, w, step + 1) : "");
    }

    private static String said(ThemedState screen, Walkthrough w, int step) {
        return Texts.of(Sentences.of(w, step, screen.numbers()));
    }
}
