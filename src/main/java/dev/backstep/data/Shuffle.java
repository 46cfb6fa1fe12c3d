package dev.backstep.data;

/// The order of the samples in an epoch: a function of the seed and the epoch alone, so that any
/// batch can be drawn again.
public final class Shuffle {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Shuffle() {}

    /// Fills `order` with 0, 1, … shuffled (Fisher and Yates; Durstenfeld, *Algorithm 235*, 1964).
    /// The random numbers come from SplitMix64 (Steele, Lea, Flood, *Fast Splittable Pseudorandom
    /// Number Generators*, 2014) and are brought into range by multiplying (Lemire, *Fast Random
    /// Integer Generation in an Interval*, 2019; its bias, below n/2³², is left in).
    public static void fill(int[] order, long seed, int epoch) {
        for (int k = 0; k < order.length; k++) {
            order[k] = k;
        }
        long state = mix(seed) + mix(epoch * GOLDEN);
        for (int k = order.length - 1; k > 0; k--) {
            state += GOLDEN;
            int other = (int) ((mix(state) >>> 32) * (k + 1) >>> 32);
            int held = order[k];
            order[k] = order[other];
            order[other] = held;
        }
    }

    private static long mix(long z) {
        long a = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ a >>> 27) * 0x94d049bb133111ebL;
        return b ^ b >>> 31;
    }
}
