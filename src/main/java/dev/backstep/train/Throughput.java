package dev.backstep.train;

/// Samples a second over a sliding second, from readings of a count.
final class Throughput {

    private static final long SECOND = 1_000_000_000;

    /// Readings that come sooner than this after the last one are left out, so that a second of
    /// them has room.
    private static final long APART = SECOND / 50;

    private final long[] times = new long[64];
    private final long[] counts = new long[64];
    private int first;
    private int size;
    private double perSecond;

    /// Begins anew, as after a pause; the last speed stays until there is another.
    void restart(long time, long samples) {
        size = 0;
        first = 0;
        add(time, samples);
    }

    void clear() {
        size = 0;
        perSecond = 0;
    }

    /// Takes in how many samples were gone through by now.
    void read(long time, long samples) {
        if (size == 0) {
            add(time, samples);
            return;
        }
        while (size > 1 && time - times[(first + 1) % times.length] >= SECOND) {
            first = (first + 1) % times.length;
            size--;
        }
        long elapsed = time - times[first];
        if (elapsed >= APART) {
            perSecond = (samples - counts[first]) * (double) SECOND / elapsed;
        }
        if (time - times[(first + size - 1) % times.length] >= APART) {
            add(time, samples);
        }
    }

    private void add(long time, long samples) {
        if (size == times.length) {
            first = (first + 1) % times.length;
            size--;
        }
        int at = (first + size) % times.length;
        times[at] = time;
        counts[at] = samples;
        size++;
    }

    double perSecond() {
        return perSecond;
    }
}
