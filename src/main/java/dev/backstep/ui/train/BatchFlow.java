package dev.backstep.ui.train;

import dev.backstep.train.Frame;
import java.util.OptionalDouble;

/// How far the last batch of a slow run is on its way over the network: it sets out when it is
/// done, and has arrived when the next one is due.
final class BatchFlow {

    /// At a faster pace nothing could be followed.
    private static final double FASTEST = 5;

    private static final double NANOS = 1e9;

    private long steps = -1;
    private long since;

    /// @param now in nanoseconds, as the frames of the screen count them
    OptionalDouble at(Frame frame, long now) {
        if (frame.pace() > FASTEST || frame.snapshot().steps() == 0) {
            return OptionalDouble.empty();
        }
        if (frame.snapshot().steps() != steps) {
            steps = frame.snapshot().steps();
            since = now;
        }
        double moment = (now - since) / NANOS * frame.pace();
        return moment < 1 ? OptionalDouble.of(moment) : OptionalDouble.empty();
    }
}
