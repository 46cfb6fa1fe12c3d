package dev.backstep.train;

import java.util.Optional;

/// What a window shows of a run: one moment of it, and how it came there. Never changes.
///
/// @param generation which run this is: a reset begins another one, and what still comes of an
///   older one is to be dropped
/// @param pace batches a second that it is to do, infinite for as many as it can
/// @param samplesPerSecond over the last second of playing; 0 before the first batch
/// @param measured the newest measurement on whole data sets
/// @param isMeasuredNow whether that is of the network as it is in this frame; it will be soon
///   after the run has paused
/// @param history a point for each epoch recorded
public record Frame(
        long generation,
        RunState state,
        double pace,
        double samplesPerSecond,
        Snapshot snapshot,
        Optional<Measured> measured,
        boolean isMeasuredNow,
        History history) {

    /// What a run is at.
    public enum RunState {
        PLAYING,
        PAUSED,
        /// a number is not finite: see [Snapshot#failure]
        STOPPED,
        /// its thread has ended
        CLOSED
    }
}
