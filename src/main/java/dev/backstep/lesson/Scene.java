package dev.backstep.lesson;

import dev.backstep.graph.Detail;
import java.util.Optional;

/// How the program of a stop is shown.
///
/// @param step where its story stands
/// @param middle what is shown in the middle of the window
/// @param detail how much of the graph is drawn, with what is folded and opened in it; nothing: as
///   much as can be read
/// @param after the moment of its training whose mini-batch is stepped through; nothing: the
///   program as it begins
public record Scene(
        StepChoice step, Middle middle, Optional<Detail> detail, Optional<After> after) {

    /// At the first step, as much of the graph as can be read.
    public static final Scene START =
            new Scene(new StepChoice.First(), Middle.EXPLORE, Optional.empty(), Optional.empty());

    /// A place in a story.
    public sealed interface StepChoice {

        /// Counted from 0, as `trace` counts, at the detail of the scene.
        record At(int index) implements StepChoice {}

        record First() implements StepChoice {}

        /// The last step forward: all values are known, no gradient is.
        record Forward() implements StepChoice {}

        /// The very last, the last update if the program trains.
        record Last() implements StepChoice {}
    }

    /// What the middle of the window shows.
    public enum Middle {
        EXPLORE,
        TRAIN
    }

    /// A moment of a training: so many epochs, and so many batches more.
    public record After(int epochs, int batches) {

        /// Whether anything is trained before it.
        public boolean isLater() {
            return epochs > 0 || batches > 0;
        }
    }
}
