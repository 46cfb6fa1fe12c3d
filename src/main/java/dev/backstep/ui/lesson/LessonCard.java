package dev.backstep.ui.lesson;

import dev.backstep.lesson.Inline;
import dev.backstep.lesson.Lesson;
import dev.backstep.lesson.LessonStop;
import dev.backstep.lesson.TextBlock;
import dev.backstep.session.LessonProgress;
import dev.backstep.session.LessonSource;
import java.util.List;

/// What the list of lessons says of one.
///
/// @param about its first paragraph
record LessonCard(LessonSource source, String title, String about, List<LessonStop> stops) {

    static LessonCard of(LessonSource source, Lesson lesson) {
        String about =
                lesson.opening().stream()
                        .filter(TextBlock.Paragraph.class::isInstance)
                        .map(b -> Inline.plain(((TextBlock.Paragraph) b).words()))
                        .findFirst()
                        .orElse("");
        String title = lesson.title().isEmpty() ? source.name() : lesson.title();
        return new LessonCard(source, title, about, lesson.stops());
    }

    /// How many of its stops are solved.
    int solved(LessonProgress progress) {
        int solved = 0;
        for (int i = 0; i < stops.size(); i++) {
            solved += progress.isSolved(i, stops.get(i)) ? 1 : 0;
        }
        return solved;
    }
}
