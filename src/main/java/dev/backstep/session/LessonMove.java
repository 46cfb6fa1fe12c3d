package dev.backstep.session;

import dev.backstep.lesson.ParsedLesson;
import java.util.List;
import java.util.Optional;

/// What can happen to a lesson.
public sealed interface LessonMove {

    /// A lesson is opened, at the stop where it was left, if it was open before.
    record Begin(LessonSource source, String text, ParsedLesson parsed) implements LessonMove {}

    /// The open lesson was read again: its file has changed, or a session comes back. Dropped if
    /// another one is open by now.
    record Reread(LessonSource source, String text, ParsedLesson parsed) implements LessonMove {}

    /// To a stop, as it was meant; one beyond an end goes to that end.
    ///
    /// @param stop counted from 0
    record To(int stop) implements LessonMove {}

    /// The program of the stop is on screen again, as it was.
    record Reset() implements LessonMove {}

    /// What the scene of a stop had to wait for has come: the mini-batch of its moment, or nothing
    /// if there is none to be had. If the training is shown the questions are about that batch.
    ///
    /// @param stop which it was asked for; dropped if another one is shown by now
    record Arrive(int stop, Optional<OpenedBatch> batch) implements LessonMove {}

    /// The mini-batch has come that the questions of a stop beside a training are about.
    ///
    /// @param stop which it was asked for; dropped if another one is shown by now
    record Ask(int stop, Optional<OpenedBatch> batch) implements LessonMove {}

    /// A question of the stop was answered.
    ///
    /// @param question counted from 0
    /// @param given what was typed, a text for each field, or the numbers of the ticked options;
    ///   nothing if the answer was looked up
    record Answer(int question, LessonProgress.Outcome outcome, List<String> given)
            implements LessonMove {

        public Answer {
            given = List.copyOf(given);
        }

        public Answer(int question, LessonProgress.Outcome outcome) {
            this(question, outcome, List.of());
        }
    }

    /// What was answered and visited in the open lesson is forgotten.
    record Forget() implements LessonMove {}

    /// The list of lessons takes the place of the open one.
    record Leave() implements LessonMove {}
}
