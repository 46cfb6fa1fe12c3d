package dev.backstep.ui.graph;

import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Graph;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import dev.backstep.ui.Background;
import dev.backstep.ui.Background.Task;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Keeps the arrangement of the graph on screen: laid out anew when the graph or a pin changes, off
/// the window's thread where that takes longer than a moment, as the first layout of all does.
final class Places {

    /// The most nodes that are laid out while a key is down.
    private static final int MOMENT = 60;

    /// What a layout depends on.
    private record Question(Walkthrough walkthrough, Map<Integer, Point> pins) {

        Arrangement answer(Function<String, Size> measure, Optional<Arrangement> previous) {
            return Arrangements.of(walkthrough, measure, pins, previous);
        }

        Graph graph() {
            return walkthrough.graph();
        }

        boolean isLike(Question other) {
            return pins.equals(other.pins) && hasGraph(other.walkthrough);
        }

        /// Dragging a leaf changes numbers only: then the graph is the very same object, and need
        /// not be compared.
        @SuppressWarnings("ReferenceEquality")
        boolean hasGraph(Walkthrough other) {
            boolean same = graph() == other.graph() || graph().equals(other.graph());
            return same && walkthrough.output() == other.output();
        }
    }

    private final Function<String, Size> measure;
    private final Runnable changed;
    private final Background background;
    private @Nullable String failure;
    private @Nullable Question answered;
    private @Nullable Question asked;
    private @Nullable Arrangement arrangement;

    /// @param measure the size of a formula
    /// @param changed called when an arrangement has come from the background
    Places(Function<String, Size> measure, Background background, Runnable changed) {
        this.background = background;
        this.measure = measure;
        this.changed = changed;
    }

    /// The arrangement of this very graph, or nothing while it is being laid out.
    Optional<Arrangement> of(Walkthrough w, Map<Integer, Point> pins) {
        Question question = new Question(w, pins);
        if (asked == null || !asked.isLike(question)) {
            ask(question);
        }
        boolean fits = answered != null && answered.hasGraph(w);
        return fits ? Optional.ofNullable(arrangement) : Optional.empty();
    }

    /// Why what was asked for last could not be laid out, if it could not.
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private void ask(Question question) {
        asked = question;
        failure = null;
        Optional<Arrangement> previous = Optional.ofNullable(arrangement);
        if (previous.isPresent() && question.graph().size() <= MOMENT) {
            background.now(
                    Task.LAY_OUT,
                    () -> question.answer(measure, previous),
                    found -> answer(question, found),
                    sentence -> failure = sentence);
            return;
        }
        background.run(
                Task.LAY_OUT,
                () -> question.answer(measure, previous),
                found -> told(question, () -> answer(question, found)),
                sentence -> told(question, () -> failure = sentence));
    }

    /// Drops what is told of something that is no longer asked.
    private void told(Question question, Runnable end) {
        if (asked != null && asked.isLike(question)) {
            end.run();
            changed.run();
        }
    }

    private void answer(Question question, Arrangement found) {
        answered = question;
        arrangement = found;
    }
}
