package dev.backstep.session;

import dev.backstep.lesson.Lesson;
import dev.backstep.lesson.LessonStop;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// How far somebody has come in a lesson.
///
/// @param titles of the stops, to find them again in a lesson that has been edited
/// @param stop where one is, counted from 0
/// @param visited the stops where one has been
/// @param outcomes for each stop what became of its questions
/// @param answers for each stop what its questions were answered with, as [LessonMove.Answer] has
///   it
public record LessonProgress(
        List<String> titles,
        int stop,
        Set<Integer> visited,
        Map<Integer, Map<Integer, Outcome>> outcomes,
        Map<Integer, Map<Integer, List<String>>> answers) {

    /// What became of a question.
    public enum Outcome {
        /// answered, but not rightly so far
        WRONG,
        /// the answer was shown
        REVEALED,
        RIGHT
    }

    public static final LessonProgress START =
            new LessonProgress(List.of(), 0, Set.of(), Map.of(), Map.of());

    public LessonProgress {
        titles = List.copyOf(titles);
        visited = Set.copyOf(visited);
        outcomes = copied(outcomes);
        answers = copied(answers);
        stop = Math.max(0, stop);
    }

    private static <T> Map<Integer, Map<Integer, T>> copied(Map<Integer, Map<Integer, T>> of) {
        Map<Integer, Map<Integer, T>> copy = new HashMap<>();
        of.forEach((at, all) -> copy.put(at, Map.copyOf(all)));
        return Map.copyOf(copy);
    }

    /// The same in a lesson as it is now: stops are followed by their titles if their number has
    /// changed, else by their number. At its last stop if the lesson has become shorter.
    LessonProgress in(Lesson lesson) {
        List<String> now = lesson.stops().stream().map(LessonStop::title).toList();
        boolean byNumber = titles.isEmpty() || now.size() == titles.size();
        Set<Integer> there = new HashSet<>();
        visited.forEach(at -> moved(at, now, byNumber).ifPresent(there::add));
        int last = Math.max(0, now.size() - 1);
        int to = moved(stop, now, byNumber).orElse(Math.min(stop, last));
        return new LessonProgress(
                now, to, there, moved(outcomes, now, byNumber), moved(answers, now, byNumber));
    }

    private <T> Map<Integer, T> moved(Map<Integer, T> of, List<String> now, boolean byNumber) {
        Map<Integer, T> moved = new HashMap<>();
        of.forEach((at, all) -> moved(at, now, byNumber).ifPresent(to -> moved.put(to, all)));
        return moved;
    }

    private OptionalInt moved(int at, List<String> now, boolean byNumber) {
        if (byNumber) {
            return at < now.size() ? OptionalInt.of(at) : OptionalInt.empty();
        }
        int found = at < titles.size() ? now.indexOf(titles.get(at)) : -1;
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /// The same at a stop, where one has been then.
    LessonProgress at(int changed) {
        Set<Integer> there = new HashSet<>(visited);
        there.add(changed);
        return new LessonProgress(titles, changed, there, outcomes, answers);
    }

    /// With an answer to a question. What was right stays so, with the answer that was right.
    LessonProgress with(int at, LessonMove.Answer answer) {
        int question = answer.question();
        if (outcome(at, question).filter(was -> was.compareTo(answer.outcome()) > 0).isPresent()) {
            return this;
        }
        return new LessonProgress(
                titles,
                stop,
                visited,
                with(outcomes, at, question, answer.outcome()),
                with(answers, at, question, answer.given()));
    }

    private static <T> Map<Integer, Map<Integer, T>> with(
            Map<Integer, Map<Integer, T>> before, int at, int question, T what) {
        Map<Integer, T> all = new HashMap<>(before.getOrDefault(at, Map.of()));
        all.put(question, what);
        Map<Integer, Map<Integer, T>> changed = new HashMap<>(before);
        changed.put(at, all);
        return changed;
    }

    /// Nothing answered, nowhere been but here.
    LessonProgress forgotten() {
        return new LessonProgress(titles, stop, Set.of(stop), Map.of(), Map.of());
    }

    /// What became of a question, if anything did.
    public Optional<Outcome> outcome(int at, int question) {
        return Optional.ofNullable(outcomes.getOrDefault(at, Map.of()).get(question));
    }

    /// What a question was answered with: of several answers the last one, or the right one.
    public List<String> answer(int at, int question) {
        return answers.getOrDefault(at, Map.of()).getOrDefault(question, List.of());
    }

    /// Whether all questions of a stop are answered rightly, and one has been there.
    public boolean isSolved(int at, LessonStop stop) {
        Map<Integer, Outcome> all = outcomes.getOrDefault(at, Map.of());
        for (int i = 0; i < stop.questions().size(); i++) {
            if (all.get(i) != Outcome.RIGHT) {
                return false;
            }
        }
        return visited.contains(at);
    }
}
