package dev.backstep.train;

import dev.backstep.optim.TrainingSetup;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// Plays a training: how far it is to go, how fast, and what it is at.
///
/// Belongs to the thread of a [Run].
final class Playback {

    private static final AtomicLong GENERATIONS = new AtomicLong();

    private final Pace pace = new Pace();
    private final Throughput speed = new Throughput();
    private final Predicate<Training> follower;
    private RecordedTraining recorded;
    private long generation = GENERATIONS.incrementAndGet();
    private long until;
    private boolean playing;

    /// @param keeps whether the epochs are recorded
    /// @param follower looks at it after each batch; where it says no, it pauses
    Playback(Training training, boolean keeps, Predicate<Training> follower) {
        this.recorded = new RecordedTraining(training, keeps);
        this.follower = follower;
    }

    Training training() {
        return recorded.training();
    }

    RecordedTraining recorded() {
        return recorded;
    }

    /// Plays until so many batches are done in all.
    void playUntil(long steps) {
        until = steps;
        turn();
    }

    void pause() {
        playUntil(0);
    }

    /// Plays for so many batches more than it is to play now.
    void playBatches(long count) {
        playUntil(asked() + count);
    }

    /// Plays to the end of an epoch, and for `count` − 1 epochs more, beyond what it is to play
    /// now.
    void playEpochs(int count) {
        int batches = training().batches();
        playUntil((asked() / batches + count) * batches);
    }

    /// Where it would come to stand: where it is, if it plays without an end.
    private long asked() {
        long steps = training().steps();
        return until == Long.MAX_VALUE ? steps : Math.max(until, steps);
    }

    void pace(double batchesPerSecond) {
        pace.set(batchesPerSecond);
    }

    void seek(int epoch) {
        pause();
        recorded.seek(epoch);
    }

    void reset() {
        pause();
        recorded.reset();
        begin();
    }

    void reset(TrainingSetup setup) {
        RecordedTraining other = new RecordedTraining(Training.of(setup), recorded.keeps());
        pause();
        recorded = other;
        begin();
    }

    private void begin() {
        generation = GENERATIONS.incrementAndGet();
        speed.clear();
    }

    boolean isPlaying() {
        return playing;
    }

    /// Nanoseconds until the next batch is due, 0 if it is.
    long untilNextBatch() {
        return pace.isUnbounded() ? 0 : Math.max(0, pace.untilDue(System.nanoTime()));
    }

    void advance() {
        if (!pace.isUnbounded()) {
            pace.begin(System.nanoTime());
        }
        if (!recorded.next() || !follower.test(training())) {
            until = 0;
        }
        if (training().steps() >= until) {
            turn();
        }
    }

    /// Begins or ends playing, if that is due.
    private void turn() {
        boolean plays = training().steps() < until;
        if (plays && !playing) {
            pace.restart();
            speed.restart(System.nanoTime(), training().samples());
            training().openSecondCore();
        } else if (!plays && playing) {
            speed.read(System.nanoTime(), training().samples());
            training().closeSecondCore();
            training().check();
        }
        playing = plays;
    }

    Frame frame(boolean closed) {
        if (playing) {
            speed.read(System.nanoTime(), training().samples());
        }
        Snapshot snapshot = training().snapshot();
        Frame.RunState state =
                closed
                        ? Frame.RunState.CLOSED
                        : snapshot.failure().isPresent()
                                ? Frame.RunState.STOPPED
                                : playing ? Frame.RunState.PLAYING : Frame.RunState.PAUSED;
        return new Frame(
                generation,
                state,
                pace.perSecond(),
                speed.perSecond(),
                snapshot,
                recorded.measured(),
                recorded.isMeasuredNow(),
                recorded.history());
    }
}
