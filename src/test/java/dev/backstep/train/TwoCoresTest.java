package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.backstep.compile.kernel.Kernels;
import dev.backstep.compile.kernel.PlainKernels;
import dev.backstep.data.Dataset;
import dev.backstep.graph.Op;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nets large enough for a second core: 300-128-3, 300 samples in batches of 128, the last of 44.
class TwoCoresTest {

    private static TrainingSetup large(Optimiser optimiser) {
        Random random = new Random(3);
        double[] x = random.doubles(300 * 300, -1, 1).toArray();
        double[] y = new double[300 * 3];
        for (int k = 0; k < 300; k++) {
            y[3 * k + random.nextInt(3)] = 1;
        }
        Dataset data = new Dataset(Dataset.Task.CLASSES, 300, 3, x, y, List.of());
        int[] sizes = {300, 128, 3};
        return new TrainingSetup(
                n -> Nets.mlp(sizes, new Op.Relu(0), Nets.Head.SOFTMAX_CE, 5, n),
                data.split(0, 1),
                optimiser,
                128,
                Runs.LONG,
                7);
    }

    record Setting(Optimiser optimiser, Kernels kernels) {}

    static Stream<Setting> settings() {
        return Stream.of(
                        new Optimiser.Sgd(0.05, 0, 0),
                        new Optimiser.Sgd(0.02, 0.9, 1e-3),
                        new Optimiser.Adam(0.01, 0.9, 0.999, 1e-8, 1e-3),
                        new Optimiser.AdamW(
                                new Optimiser.Adam(0.01, 0.9, 0.999, 1e-8, 0, 0.01), 0.1),
                        new Optimiser.RmsProp(0.01, 0.9, 1e-8, 1e-3, 0.01))
                .flatMap(
                        o ->
                                Stream.of(Kernels.best(), new PlainKernels())
                                        .map(k -> new Setting(o, k)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void two_cores_give_bit_for_bit_what_one_gives(Setting setting) {
        TrainingSetup setup = large(setting.optimiser());
        Training one = Training.of(setup, setting.kernels());
        Training two = Training.of(setup, setting.kernels().another());
        two.openSecondCore();
        for (int k = 0; k < 8; k++) {
            one.next();
            two.next();
            assertEquals(one.loss(), two.loss(), "batch " + k);
            assertEquals(one.parameters(), two.parameters(), "batch " + k);
        }
        two.closeSecondCore();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_copy_goes_on_by_one_core_bit_for_bit_as_the_original_by_two(Setting setting) {
        Training original = Training.of(large(setting.optimiser()), setting.kernels());
        original.openSecondCore();
        for (int k = 0; k < 5; k++) {
            original.batches(k);
            Training copy = original.copy();
            original.batches(2);
            copy.batches(2);
            assertEquals(original.parameters(), copy.parameters(), "copy " + k);
            Training again = original.before();
            again.next();
            assertEquals(original.parameters(), again.parameters(), "copy " + k);
        }
        original.closeSecondCore();
    }

    @Test
    void a_run_is_watched_and_copied_and_ends_without_a_thread_left() throws Exception {
        TrainingSetup setup = large(Optimiser.Adam.of(0.01));
        Training quiet = Training.of(setup);
        Random random = new Random(2);
        Training training = Training.of(setup);
        for (int k = 0; k < 20; k++) {
            Run run = Run.of(training);
            run.play();
            Snapshot seen = run.latest().snapshot();
            Training copy = run.ask(Training::copy).get();
            long enough = copy.steps() + random.nextInt(5);
            while (run.ask(Training::steps).get() < enough) {
                Thread.onSpinWait();
            }
            run.close();
            training = run.join();
            quiet.batches(seen.steps() - quiet.steps());
            assertEquals(quiet.parameters(), seen.parameters(), "look " + k);
            quiet.batches(copy.steps() - quiet.steps());
            assertEquals(quiet.parameters(), copy.parameters(), "copy " + k);
        }
        quiet.batches(training.steps() - quiet.steps());
        Map<String, Tensor> expected = quiet.parameters();
        assertEquals(expected, training.parameters());
        assertTrue(
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(t -> t.getName().equals("second core")));
    }

    @Test
    void small_nets_are_left_to_one_core() {
        Training training = Training.of(Runs.small(Optimiser.Adam.of(0.01)));
        training.openSecondCore();
        assertTrue(
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(t -> t.getName().equals("second core")));
    }

    @Test
    void a_step_on_two_cores_allocates_nothing() {
        Training training = Training.of(large(new Optimiser.Sgd(0.05, 0, 0)));
        training.openSecondCore();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long second =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(t -> t.getName().equals("second core"))
                        .mapToLong(Thread::threadId)
                        .findFirst()
                        .orElse(-1);
        long least = Long.MAX_VALUE;
        for (int k = 0; k < 100 && least > 0; k++) {
            long before = threads.getCurrentThreadAllocatedBytes() + allocated(threads, second);
            training.batches(50);
            long after = threads.getCurrentThreadAllocatedBytes() + allocated(threads, second);
            least = Math.min(least, after - before);
        }
        training.closeSecondCore();
        assertEquals(0, least);
    }

    private static long allocated(ThreadMXBean threads, long thread) {
        return thread < 0 ? 0 : threads.getThreadAllocatedBytes(thread);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_large_net_gives_parts_to_the_second_core(Setting setting) {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
        Training training = Training.of(large(setting.optimiser()), setting.kernels());
        training.openSecondCore();
        for (int k = 0; k < 100_000 && setting.kernels().cores().helped() == 0; k++) {
            training.next();
        }
        training.closeSecondCore();
        assertTrue(setting.kernels().cores().helped() > 0);
    }
}
