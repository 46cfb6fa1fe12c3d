package dev.backstep.ui.kit;

import java.util.function.Consumer;

/// Pictures that change many times a second for a while, such as those of a run that plays: then
/// they are painted in the background, so that the window is not held up.
public final class LivePictures {

    private final Background background;
    private final Consumer<String> refuse;
    private boolean on;
    private volatile long spent;

    /// @param refuse takes a sentence about what could not be painted
    public LivePictures(Background background, Consumer<String> refuse) {
        this.background = background;
        this.refuse = refuse;
    }

    /// @param now whether they are painted in the background from now on
    public void turn(boolean now) {
        on = now;
    }

    /// How many nanoseconds the background has painted in all.
    public long spent() {
        return spent;
    }

    boolean areOn() {
        return on;
    }

    /// @param done told on the thread of the window whether it was painted
    void paint(Runnable painting, Consumer<Boolean> done) {
        background.run(
                Background.Task.PREDICT,
                () -> {
                    long start = System.nanoTime();
                    painting.run();
                    spent = spent + System.nanoTime() - start;
                    return true;
                },
                done,
                why -> {
                    done.accept(false);
                    refuse.accept(why);
                });
    }
}
