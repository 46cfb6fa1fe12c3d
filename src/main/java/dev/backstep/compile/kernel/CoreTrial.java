package dev.backstep.compile.kernel;

/// Whether the second core pays, found out while a training runs: another program may need it.
///
/// A trial is a moment with the choice reversed; if that was faster, it is the new choice. Trials
/// become rare while they change nothing, so that they cost next to nothing themselves. It knows no
/// clock: it is told how long each batch took.
public final class CoreTrial {

    /// A mean is taken over as many nanoseconds, and at least as many batches: longer than the
    /// turns an operating system gives programs that share a core.
    private static final long WINDOW = 24_000_000;

    private static final int BATCHES = 4;

    /// From the end of a trial to the next, at first and at most.
    private static final long SHORTEST = 100_000_000;

    private static final long LONGEST = 3_200_000_000L;

    /// The first batches after a change do not count: the second core has to wake up.
    private static final int UNCOUNTED = 2;

    /// As much faster the reversed choice has to be.
    private static final double GAIN = 0.97;

    private boolean two = true;
    private boolean reversed;
    private int uncounted = UNCOUNTED;
    private long sum;
    private int count;
    private double chosen;
    private long waited;
    private long interval = SHORTEST;

    /// Whether the batch to come is for two cores.
    public boolean isForTwo() {
        return two;
    }

    /// Takes in how long a batch took, in nanoseconds.
    public void took(long time) {
        if (uncounted > 0) {
            uncounted--;
            return;
        }
        sum += time;
        count++;
        if (sum >= WINDOW && count >= BATCHES) {
            long window = sum;
            double mean = (double) sum / count;
            sum = 0;
            count = 0;
            if (reversed) {
                decide(mean);
            } else {
                chosen = mean;
                waited += window;
                if (waited >= interval) {
                    reverse();
                    reversed = true;
                }
            }
        }
    }

    private void decide(double mean) {
        reversed = false;
        waited = 0;
        if (mean < GAIN * chosen) {
            interval = SHORTEST;
        } else {
            interval = Math.min(2 * interval, LONGEST);
            reverse();
        }
    }

    private void reverse() {
        two = !two;
        uncounted = UNCOUNTED;
    }
}
