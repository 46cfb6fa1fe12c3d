package dev.backstep.ui.train;

import dev.backstep.optim.TrainingSetup;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.paint.plot.NetworkPicture.UnitAt;
import dev.backstep.train.Frame;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.LivePictures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Has the pictures of frames worked out in the background, one frame after the other: of those
/// that come meanwhile only the newest. While the run plays, working them out and painting them
/// takes no more than a share of the time; the rest is for the training and the window.
final class PictureBeat {

    private static final double SHARE = 0.5;

    /// What is to be worked out.
    ///
    /// @param run tells one run from another
    /// @param axes the features of the plane, if there are more than two
    /// @param unit the unit that is shown large
    /// @param earlier the curves of earlier runs
    record Wanted(
            long run,
            TrainingSetup setup,
            Frame frame,
            Shows shows,
            AxesChooser.Axes axes,
            Optional<UnitAt> unit,
            List<PlottedCurve> earlier) {}

    private final Background background;
    private final LivePictures live;
    private final Consumer<RunPictures.Shown> show;
    private final Consumer<String> refuse;
    private Optional<Wanted> next = Optional.empty();
    private boolean busy;

    /// When the newest pictures were begun, and what had been painted by then, in nanoseconds.
    private long begun;

    private long paintedBefore;

    /// How long it took to work them out.
    private volatile long worked;

    /// Of the run whose number is beside it; touched by the background alone.
    private @Nullable RunPictures pictures;

    private long madeFor = -1;

    /// @param live paints what is worked out
    PictureBeat(
            Background background,
            LivePictures live,
            Consumer<RunPictures.Shown> show,
            Consumer<String> refuse) {
        this.background = background;
        this.live = live;
        this.show = show;
        this.refuse = refuse;
    }

    void show(Wanted wanted) {
        next = Optional.of(wanted);
        beat();
    }

    /// Begins with what is next, if that is due: once a frame of the screen.
    void beat() {
        next.filter(_ -> !busy)
                .filter(w -> w.frame().state() != Frame.RunState.PLAYING || isRested())
                .ifPresent(this::begin);
    }

    private boolean isRested() {
        long cost = worked + live.spent() - paintedBefore;
        return System.nanoTime() - begun >= cost / SHARE;
    }

    private void begin(Wanted wanted) {
        next = Optional.empty();
        busy = true;
        begun = System.nanoTime();
        paintedBefore = live.spent();
        background.run(
                Background.Task.PREDICT,
                () -> work(wanted),
                shown -> {
                    show.accept(shown);
                    busy = false;
                    beat();
                },
                why -> {
                    refuse.accept(why);
                    busy = false;
                    beat();
                });
    }

    private RunPictures.Shown work(Wanted wanted) {
        long start = System.nanoTime();
        RunPictures.Shown made = made(wanted);
        worked = System.nanoTime() - start;
        return made;
    }

    private RunPictures.Shown made(Wanted wanted) {
        RunPictures ready = pictures;
        if (ready == null || madeFor != wanted.run()) {
            ready = new RunPictures(wanted.setup(), Locale.getDefault());
            pictures = ready;
            madeFor = wanted.run();
        }
        return ready.of(wanted);
    }
}
