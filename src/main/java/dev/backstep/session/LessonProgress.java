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
public record LessonProgress(
        List<String> titles,
        int stop,
        Set<Integer> visited,
        Map<Integer, Map<Integer, Outcome>> outcomes) {

    /// What became of a question.
    public enum Outcome {
        /// answered, but not rightly so far
        WRONG,
        /// the answer was shown
        REVEALED,
        RIGHT
    }

    public static final LessonProgress START = new LessonProgress(List.of(), 0, Set.of(), Map.of());

    public LessonProgress {
        titles = List.copyOf(titles);
        visited = Set.copyOf(visited);
        Map<Integer, Map<Integer, Outcome>> copy = new HashMap<>();
        outcomes.forEach((at, all) -> copy.put(at, Map.copyOf(all)));
        outcomes = Map.copyOf(copy);
        stop = Math.max(0, stop);
    }

    /// The same in a lesson as it is now: stops are followed by their titles if their number has
    /// changed, else by their number. At its last stop if the lesson has become shorter.
    LessonProgress in(Lesson lesson) {
        List<String> now = lesson.stops().stream().map(LessonStop::title).toList();
        boolean byNumber = titles.isEmpty() || now.size() == titles.size();
        Set<Integer> there = new HashSet<>();
        Map<Integer, Map<Integer, Outcome>> answered = new HashMap<>();
        visited.forEach(at -> moved(at, now, byNumber).ifPresent(there::add));
        outcomes.forEach(
                (at, all) -> moved(at, now, byNumber).ifPresent(to -> answered.put(to, all)));
        int last = Math.max(0, now.size() - 1);
        int to = moved(stop, now, byNumber).orElse(Math.min(stop, last));
        return new LessonProgress(now, to, there, answered);
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
        return new LessonProgress(titles, changed, there, outcomes);
    }

    /// With the outcome of a question. What was right stays so.
    LessonProgress with(int at, int question, Outcome outcome) {
        Map<Integer, Outcome> all = new HashMap<>(outcomes.getOrDefault(at, Map.of()));
        all.merge(question, outcome, (was, is) -> was.compareTo(is) < 0 ? is : was);
        Map<Integer, Map<Integer, Outcome>> changed = new HashMap<>(outcomes);
        changed.put(at, all);
        return new LessonProgress(titles, stop, visited, changed);
    }

    /// Nothing answered, nowhere been but here.
    LessonProgress forgotten() {
        return new LessonProgress(titles, stop, Set.of(stop), Map.of());
    }

    /// What became of a question, if anything did.
    public Optional<Outcome> outcome(int at, int question) {
        return Optional.ofNullable(outcomes.getOrDefault(at, Map.of()).get(question));
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
