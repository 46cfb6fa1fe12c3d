package dev.backstep.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A quiz as far as somebody has come with it.
///
/// @param at the question that is open, counted from 0; their number at the end
public record QuizRun(Quiz quiz, int at, List<QuizAttempt> attempts) {

    public QuizRun {
        attempts = List.copyOf(attempts);
    }

    public static QuizRun begun(Quiz quiz) {
        return new QuizRun(quiz, 0, List.of());
    }

    public int size() {
        return quiz.questions().size();
    }

    public boolean isOver() {
        return at >= size();
    }

    /// The question that is open.
    public QuizQuestion question() {
        return quiz.questions().get(at);
    }

    public QuizRun with(QuizAttempt attempt) {
        List<QuizAttempt> more = new ArrayList<>(attempts);
        more.add(attempt);
        return new QuizRun(quiz, at, more);
    }

    public QuizRun next() {
        return new QuizRun(quiz, Math.min(at + 1, size()), attempts);
    }

    /// The same with no question open, though some may not be answered.
    public QuizRun ended() {
        return new QuizRun(quiz, size(), attempts);
    }

    /// What was done about one question, in order.
    public List<QuizAttempt> of(int question) {
        return attempts.stream().filter(a -> a.question() == question).toList();
    }

    /// Whether a question was answered rightly or looked up, so that nothing of it is hidden.
    public boolean isClosed(int question) {
        return of(question).stream().anyMatch(a -> a.right() || a.answer().isEmpty());
    }

    /// How many questions were answered rightly without looking up.
    public int right() {
        return count(
                a -> a.stream().allMatch(one -> one.answer().isPresent()) && a.getLast().right());
    }

    /// How many of these at the first attempt.
    public int rightAtOnce() {
        return count(a -> a.getFirst().right());
    }

    private int count(Predicate<List<QuizAttempt>> fits) {
        int count = 0;
        for (int k = 0; k < size(); k++) {
            List<QuizAttempt> made = of(k);
            count += !made.isEmpty() && fits.test(made) ? 1 : 0;
        }
        return count;
    }
}
