package dev.backstep.compile.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class CorePairTest {

    @Test
    void every_part_of_every_loop_is_done_once() {
        CorePair cores = new CorePair();
        cores.open();
        for (int loop = 0; loop < 20_000; loop++) {
            int count = loop % 9;
            AtomicIntegerArray done = new AtomicIntegerArray(count);
            cores.share((part, core) -> done.incrementAndGet(part), count);
            int[] times = new int[count];
            Arrays.setAll(times, done::get);
            int[] once = new int[count];
            Arrays.fill(once, 1);
            assertArrayEquals(once, times, "loop " + loop);
        }
        cores.close();
    }

    @Test
    void a_core_is_closed_and_opened_again_in_the_midst_of_loops() {
        CorePair cores = new CorePair();
        long[] sums = new long[64];
        for (int k = 0; k < 200; k++) {
            cores.open();
            for (int loop = 0; loop < 20; loop++) {
                cores.share((part, core) -> sums[part] += part, sums.length);
            }
            cores.close();
            assertFalse(cores.isOpen());
            cores.share((part, core) -> sums[part] += part, sums.length);
        }
        for (int part = 0; part < sums.length; part++) {
            assertEquals(200L * 21 * part, sums[part]);
        }
    }

    @Test
    void what_goes_wrong_in_a_part_is_said_to_who_asked() {
        CorePair cores = new CorePair();
        cores.open();
        CorePair.ParallelLoop broken =
                (part, core) -> {
                    throw new IllegalStateException("part " + part);
                };
        assertThrows(IllegalStateException.class, () -> cores.share(broken, 100));
        cores.close();
    }

    /// The first thread waits in its part until the second has one.
    private static CorePair.ParallelLoop onBoth(Set<Integer> seen, Runnable second) {
        CountDownLatch other = new CountDownLatch(1);
        return (part, core) -> {
            seen.add(core);
            if (core == 1) {
                other.countDown();
                second.run();
            } else {
                assertTrue(arrives(other), "the second core took no part");
            }
        };
    }

    @Test
    void the_second_core_takes_a_part_while_the_first_is_at_another() {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
        CorePair cores = new CorePair();
        cores.open();
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        cores.share(onBoth(seen, () -> {}), 2);
        cores.close();
        assertTrue(seen.contains(1), seen.toString());
        assertTrue(cores.helped() > 0);
    }

    @Test
    void an_error_on_the_second_core_stays_what_it_is() {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
        CorePair cores = new CorePair();
        cores.open();
        OutOfMemoryError full = new OutOfMemoryError("full");
        Runnable failing =
                () -> {
                    throw full;
                };
        CorePair.ParallelLoop parts = onBoth(ConcurrentHashMap.newKeySet(), failing);
        assertSame(full, assertThrows(OutOfMemoryError.class, () -> cores.share(parts, 2)));
        cores.close();
    }

    private static boolean arrives(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
