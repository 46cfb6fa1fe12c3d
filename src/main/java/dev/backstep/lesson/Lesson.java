package dev.backstep.lesson;

import java.util.List;

/// A lesson, ready to be shown.
///
/// @param title plain words; empty if the file has no heading of the first level
/// @param opening what stands before the first stop
/// @param stops in order; none only if the file has problems
public record Lesson(String title, List<TextBlock> opening, List<LessonStop> stops) {

    /// The longest lesson, in characters.
    public static final int MAX_LENGTH = 1_000_000;

    /// The most stops.
    public static final int MAX_STOPS = 500;

    public Lesson {
        opening = List.copyOf(opening);
        stops = List.copyOf(stops);
    }

    /// A stop with all that is read there: at the first one also what stands before it.
    public LessonStop read(LessonStop stop) {
        return opening.isEmpty() || !stop.at().equals(stops.getFirst().at())
                ? stop
                : stop.behind(opening);
    }

    /// Reads a lesson, and all programs in it. Never throws. Takes as long as its programs take to
    /// be read: for a background thread.
    ///
    /// @param text with lines ended by `\n`
    public static ParsedLesson parse(String text, LessonFiles files) {
        return LessonReader.read(text, files);
    }
}
