package dev.backstep.ui.train;

import dev.backstep.train.Frame;
import dev.backstep.train.NextStep;
import dev.backstep.train.Run;
import dev.backstep.train.Training;
import dev.backstep.ui.kit.Background;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the next step makes of the parameters while the run is paused: done in the background by a
/// copy of the training, when it is first asked for.
final class NextSteps {

    private final TrainDesk desk;
    private final Background background;
    private final Runnable known;
    private final Consumer<String> refuse;
    private Optional<Known> last = Optional.empty();
    private @Nullable Frame asked;
    private boolean busy;

    /// @param generation of the run that it was copied from
    private record Known(long generation, NextStep step) {
        boolean follows(Frame now) {
            return generation == now.generation() && step.follows(now.snapshot());
        }
    }

    /// @param known told when what was asked for is there
    NextSteps(TrainDesk desk, Background background, Runnable known, Consumer<String> refuse) {
        this.desk = desk;
        this.background = background;
        this.known = known;
        this.refuse = refuse;
    }

    /// The step that comes after a frame, if it is known; else it is worked out. Nothing of a run
    /// that plays: the step would be done before it is read.
    Optional<NextStep> after(Frame now) {
        if (now.state() != Frame.RunState.PAUSED) {
            return Optional.empty();
        }
        Optional<NextStep> ready = last.filter(k -> k.follows(now)).map(Known::step);
        if (ready.isEmpty()) {
            desk.run().ifPresent(run -> ask(run, now));
        }
        return ready;
    }

    @SuppressWarnings("ReferenceEquality") // each frame is asked about once
    private void ask(Run run, Frame now) {
        if (busy || now == asked) {
            return;
        }
        busy = true;
        asked = now;
        CompletableFuture<Training> copy = run.ask(Training::copy);
        background.run(
                Background.Task.PREDICT,
                () -> new Known(now.generation(), NextStep.of(copy.join())),
                step -> {
                    busy = false;
                    last = Optional.of(step);
                    known.run();
                },
                why -> {
                    busy = false;
                    refuse.accept(why);
                });
    }
}
