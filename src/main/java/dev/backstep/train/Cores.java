package dev.backstep.train;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The thread of a training, and while it is open a second one that takes its share of large loops.
///
/// A loop falls into parts that depend on its size alone. Each writes places of its own, in an
/// order of its own, so that one core and two give the same, bit for bit. Both threads take parts
/// until none is left: where the second comes late, since others use its core, the first does them
/// all. No lock is held, nothing is allocated.
final class Cores {

    /// A loop in parts, each to be done once, in any order.
    interface Parts {
        /// @param core 0 for the thread of the training, 1 for the second: whose buffers to use
        void part(int part, int core);
    }

    /// Looks for work before the second thread goes to sleep: some 30 µs, longer than what mostly
    /// lies between the large loops of a step.
    private static final int LOOKS = 2_000;

    /// Products of fewer steps are done before a thread has woken up.
    private static final long PAYS = 1 << 20;

    /// The number of the loop, and in the lower half how many of its parts nobody has taken: one
    /// number, so that who comes late cannot take a part of another loop.
    private final AtomicLong untaken = new AtomicLong();

    private volatile @Nullable Thread second;
    private volatile boolean asleep;
    private volatile long helped;
    private volatile @Nullable Throwable wrong;
    private @Nullable Parts loop;
    private long loops;

    /// Whether a product is worth a second core.
    static boolean pays(View a, View b) {
        return (long) a.rows() * a.cols() * b.cols() >= PAYS;
    }

    boolean isOpen() {
        return second != null;
    }

    /// Starts the second thread, if there is a core for it.
    void open() {
        if (second == null && Runtime.getRuntime().availableProcessors() > 1) {
            Thread thread = Thread.ofPlatform().daemon().name("second core").unstarted(this::help);
            second = thread;
            thread.start();
        }
    }

    /// Ends the second thread; what follows is done by one.
    void close() {
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
    long helped() {
        return helped;
    }

    /// Does all parts of a loop.
    void share(Parts parts, int count) {
        Thread thread = second;
        if (thread == null) {
            for (int part = 0; part < count; part++) {
                parts.part(part, 0);
            }
            return;
        }
        long before = helped;
        loop = parts;
        untaken.set(++loops << 32 | count);
        if (asleep) {
            LockSupport.unpark(thread);
        }
        int own = 0;
        for (int part = take(); part >= 0; part = take()) {
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

    /// The next part, −1 where none is left.
    private int take() {
        while (true) {
            long seen = untaken.get();
            int left = (int) seen;
            if (left == 0 || untaken.compareAndSet(seen, seen - 1)) {
                return left - 1;
            }
        }
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
            int part = take();
            Parts parts = loop;
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
        if ((int) untaken.get() == 0 && second != null) {
            LockSupport.park(this);
        }
        asleep = false;
    }
}
