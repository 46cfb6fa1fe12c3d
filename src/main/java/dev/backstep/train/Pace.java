package dev.backstep.train;

/// When the next batch is due, for so many batches a second.
///
/// A run that has been held up does not make up for it: the next batch after a late one comes a
/// whole interval later.
final class Pace {

    private double perSecond = Double.POSITIVE_INFINITY;
    private long interval;
    private long due;
    private boolean begun;

    /// @throws IllegalArgumentException if it is not a number above 0
    void set(double batchesPerSecond) {
        if (!(batchesPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "pace is " + batchesPerSecond + "; it must be above 0");
        }
        perSecond = batchesPerSecond;
        interval = (long) (1e9 / batchesPerSecond);
        begun = false;
    }

    double perSecond() {
        return perSecond;
    }

    boolean isUnbounded() {
        return interval == 0;
    }

    /// Nanoseconds until the next batch is due, at most 0 if it is; 0 at once after [#restart].
    long untilDue(long now) {
        return begun ? due - now : 0;
    }

    /// Takes in that a batch begins.
    void begin(long now) {
        due = now + interval;
        begun = true;
    }

    void restart() {
        begun = false;
    }
}
