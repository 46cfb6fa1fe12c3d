package dev.backstep.ui.train;

import dev.backstep.optim.TrainingSetup;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.paint.plot.NetworkPicture.UnitAt;
import dev.backstep.train.Frame;
import dev.backstep.ui.kit.Background;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Has the pictures of frames worked out in the background, one frame after the other: of those
/// that come meanwhile only the newest.
final class PictureBeat {

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
    private final Consumer<RunPictures.Shown> show;
    private final Consumer<String> refuse;
    private Optional<Wanted> next = Optional.empty();
    private boolean busy;

    /// Of the run whose number is beside it; touched by the background alone.
    private @Nullable RunPictures pictures;

    private long madeFor = -1;

    PictureBeat(Background background, Consumer<RunPictures.Shown> show, Consumer<String> refuse) {
        this.background = background;
        this.show = show;
        this.refuse = refuse;
    }

    void show(Wanted wanted) {
        if (busy) {
            next = Optional.of(wanted);
            return;
        }
        busy = true;
        background.run(
                Background.Task.PREDICT,
                () -> work(wanted),
                shown -> {
                    show.accept(shown);
                    goOn();
                },
                why -> {
                    refuse.accept(why);
                    goOn();
                });
    }

    private void goOn() {
        busy = false;
        Optional<Wanted> waiting = next;
        next = Optional.empty();
        waiting.ifPresent(this::show);
    }

    private RunPictures.Shown work(Wanted wanted) {
        RunPictures ready = pictures;
        if (ready == null || madeFor != wanted.run()) {
            ready = new RunPictures(wanted.setup(), Locale.getDefault());
            pictures = ready;
            madeFor = wanted.run();
        }
        return ready.of(wanted);
    }
}
