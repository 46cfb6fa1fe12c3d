package dev.backstep.lesson;

import dev.backstep.lang.Problem;
import java.util.List;

/// What came of reading a lesson: as much of it as could be read, and all that is wrong with it, in
/// the order of the text.
///
/// @param problems their spans are in the text of the lesson
public record ParsedLesson(Lesson lesson, List<Problem> problems) {

    public ParsedLesson {
        problems = List.copyOf(problems);
    }
}
