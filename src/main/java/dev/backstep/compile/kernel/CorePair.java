package dev.backstep.compile.kernel;

import dev.backstep.tensor.Strided;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The thread of a training, and while it is open a second one that takes its share of large loops.
///
/// A loop falls into parts that depend on its size alone. Each writes places of its own, in an
/// order of its own, so that one core and two give the same, bit for bit. Each thread goes through
/// its half of the parts in order, and then takes from the end of the other's half what is left:
/// where the second comes late, since others use its core, the first does them all. No lock is
/// held, nothing is allocated.
///
/// Halves, since parts side by side share cache lines: two cores that write them at the same time
/// pass each line to and fro, which costs more than the second core gives.
public final class CorePair {

    /// A loop in parts, each to be done once, in any order.
    public interface ParallelLoop {
        /// @param core 0 for the thread of the training, 1 for the second: whose buffers to use
        void part(int part, int core);
    }

    /// Looks for work before the second thread goes to sleep: longer than what mostly lies between
    /// the large loops of a step, as waking it takes as long as such a loop.
    private static final int LOOKS = 20_000;

    /// Products of fewer steps are done before a thread has woken up.
    private static final long PAYS = 1 << 20;

    /// The columns of a panel of a product.
    private static final int GRAIN = 32;

    /// The parts that nobody has taken, of the half of each thread.
    private final Untaken[] halves = {new Untaken(), new Untaken()};

    private volatile @Nullable Thread second;
    private volatile boolean asleep;
    private volatile boolean resting;
    private CoreTrial trial = new CoreTrial();
    private volatile long helped;
    private volatile @Nullable Throwable wrong;
    private @Nullable ParallelLoop loop;
    private long loops;

    /// Whether a product is worth a second core.
    public static boolean pays(Strided a, Strided b) {
        return (long) a.rows() * a.cols() * b.cols() >= PAYS;
    }

    /// Where a long dimension is cut for two cores, in whole panels of a product.
    ///
    /// Every loop of a step cuts the rows of a batch, and with them the columns of the weights that
    /// they are multiplied by, at the same place, so that each core finds its half of them in its
    /// own cache.
    public static int half(int length) {
        return Math.min(length, (length + 2 * GRAIN - 1) / (2 * GRAIN) * GRAIN);
    }

    /// Whether the second thread takes its share now.
    public boolean isOpen() {
        return second != null && !resting;
    }

    /// When a batch begins, if there is a second thread: else nothing is measured.
    public long begin() {
        return second == null ? 0 : System.nanoTime();
    }

    /// Takes in how long a batch took. If the second core does not pay, since another program needs
    /// it, it is left out, and its thread sleeps, until it does.
    ///
    /// @param begun what [#begin] gave
    public void took(long begun) {
        if (second != null) {
            trial.took(System.nanoTime() - begun);
            resting = !trial.isForTwo();
        }
    }

    /// Starts the second thread, if there is a core for it.
    public void open() {
        if (second == null && Runtime.getRuntime().availableProcessors() > 1) {
            trial = new CoreTrial();
            resting = false;
            Thread thread = Thread.ofPlatform().daemon().name("second core").unstarted(this::help);
            second = thread;
            thread.start();
        }
    }

    /// Ends the second thread; what follows is done by one.
    public void close() {
        Thread thread = second;
        if (thread != null) {
            second = null;
            LockSupport.unpark(thread);
            for (int k = 0; thread.isAlive(); k++) {
                pause(k);
            }
        }
    }

    /// How many parts the second thread has done.
    public long helped() {
        return helped;
    }

    /// Does all parts of a loop. Where one of them fails, the second thread may still be at others:
    /// then nothing but [#close] is left to do.
    public void share(ParallelLoop parts, int count) {
        Thread thread = second;
        if (thread == null || resting || count > Untaken.MASK) {
            for (int part = 0; part < count; part++) {
                parts.part(part, 0);
            }
            return;
        }
        long before = helped;
        loop = parts;
        loops++;
        halves[1].set(loops, (count + 1) / 2, count);
        halves[0].set(loops, 0, (count + 1) / 2);
        if (asleep) {
            LockSupport.unpark(thread);
        }
        int own = 0;
        for (int part = take(0); part >= 0; part = take(0)) {
            parts.part(part, 0);
            own++;
        }
        for (int k = 0; helped - before < count - own; k++) {
            pause(k);
        }
        Throwable why = wrong;
        if (why instanceof Error error) {
            throw error;
        }
        if (why != null) {
            throw new IllegalStateException("the second core failed", why);
        }
    }

    /// The next part for a core, −1 where none is left.
    private int take(int core) {
        int own = halves[core].first();
        return own >= 0 ? own : halves[1 - core].last();
    }

    /// Where both cores are needed elsewhere, waiting gives way.
    private static void pause(int looks) {
        if (looks < LOOKS) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    private void help() {
        int looks = 0;
        while (second == Thread.currentThread()) {
            int part = take(1);
            ParallelLoop parts = loop;
            if (part >= 0 && parts != null) {
                try {
                    parts.part(part, 1);
                } catch (RuntimeException | Error e) {
                    wrong = e;
                }
                helped++;
                looks = 0;
            } else if (looks++ < LOOKS) {
                Thread.onSpinWait();
            } else {
                sleep();
                looks = 0;
            }
        }
    }

    private void sleep() {
        asleep = true;
        if (halves[0].isEmpty() && halves[1].isEmpty() && second != null) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    /// Parts `from` to `to` of a loop, and the loop's number: one number in memory, so that who
    /// comes late cannot take a part of another loop.
    private static final class Untaken {

        private static final int BITS = 20;
        private static final long MASK = (1L << BITS) - 1;

        private final AtomicLong range = new AtomicLong();

        void set(long loop, int from, int to) {
            range.set(loop << 2 * BITS | (long) from << BITS | to);
        }

        boolean isEmpty() {
            return isEmpty(range.get());
        }

        private static boolean isEmpty(long range) {
            return (range >> BITS & MASK) == (range & MASK);
        }

        /// Takes the first part, −1 where none is left.
        int first() {
            while (true) {
                long seen = range.get();
                if (isEmpty(seen)) {
                    return -1;
                }
                if (range.compareAndSet(seen, seen + (1L << BITS))) {
                    return (int) (seen >> BITS & MASK);
                }
            }
        }

        /// Takes the last part, −1 where none is left.
        int last() {
            while (true) {
                long seen = range.get();
                if (isEmpty(seen)) {
                    return -1;
                }
                if (range.compareAndSet(seen, seen - 1)) {
                    return (int) (seen & MASK) - 1;
                }
            }
        }
    }
}
