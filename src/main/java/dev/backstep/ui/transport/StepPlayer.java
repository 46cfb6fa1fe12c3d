package dev.backstep.ui.transport;

import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/// Plays the story: a step a beat, until it ends or is stopped.
public final class StepPlayer {

    /// The length of a beat at 1×.
    private static final Duration BEAT = Duration.millis(1000);

    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final Timeline beats = new Timeline();

    /// @param forward takes one step and says whether there is another one
    public StepPlayer(BooleanSupplier forward) {
        beats.getKeyFrames()
                .add(
                        new KeyFrame(
                                BEAT,
                                _ -> {
                                    if (!forward.getAsBoolean()) {
                                        stop();
                                    }
                                }));
        beats.setCycleCount(Animation.INDEFINITE);
    }

    public void play() {
        beats.playFromStart();
        playing.set(true);
    }

    public void stop() {
        beats.stop();
        playing.set(false);
    }

    /// @param times how many beats a second
    public void speed(double times) {
        beats.setRate(times);
    }

    public boolean isPlaying() {
        return playing.get();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }
}
