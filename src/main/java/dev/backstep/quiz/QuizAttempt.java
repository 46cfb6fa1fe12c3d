package dev.backstep.quiz;

import java.time.Instant;
import java.util.Optional;

/// What somebody did about a question.
///
/// @param question which one of the quiz
/// @param answer what was answered; nothing if the answer was looked up
/// @param right whether it was right
/// @param said what was said to it, in words
public record QuizAttempt(
        int question, Optional<String> answer, boolean right, String said, Instant at) {}
