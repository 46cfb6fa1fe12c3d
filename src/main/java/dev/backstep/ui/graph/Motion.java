package dev.backstep.ui.graph;

import javafx.animation.AnimationTimer;

/// A short motion of what is on screen, broken off by whatever comes next.
class Motion extends AnimationTimer {

    private static final long LENGTH = 240_000_000;

    private final Runnable frame;
    private long start;
    private double share = 1;

    /// @param frame paints the picture anew
    Motion(Runnable frame) {
        this.frame = frame;
    }

    final void begin() {
        start = 0;
        share = 0;
        start();
    }

    /// Breaks off: everything is where it belongs.
    final void end() {
        stop();
        share = 1;
    }

    @Override
    public final void handle(long now) {
        start = start == 0 ? now : start;
        share = Math.min(1, (now - start) / (double) LENGTH);
        if (share >= 1) {
            stop();
        }
        frame.run();
    }

    /// How much of the time has passed, 0 to 1.
    final double share() {
        return share;
    }

    /// How much of the way is gone: slow at both ends.
    final double eased() {
        return share * share * (3 - 2 * share);
    }

    final boolean isOver() {
        return share >= 1;
    }
}
