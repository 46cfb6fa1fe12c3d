package dev.backstep.bench;

import com.sun.management.ThreadMXBean;
import dev.backstep.train.TrainingSteps;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// Trains for minutes and prints a line every half of one: speed, what was allocated, and the heap
/// that is in use after collecting garbage. Nothing may be allocated once it is warm, and the heap
/// may not grow. Run it with
///
/// ```
/// mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
///   -Dexec.args="-Xmx256m -XX:+UseSerialGC --add-modules=jdk.incubator.vector \
///   -cp %classpath dev.backstep.bench.LongRun '2-8-8-1 x32' 10"
/// ```
public final class LongRun {

    private static final Duration WINDOW = Duration.ofSeconds(30);

    private LongRun() {}

    /// @param args the net and the number of minutes
    public static void main(String[] args) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        TrainingSteps steps = TrainingSteps.of(args[0]);
        steps.openSecondCore();
        long windows = Duration.ofMinutes(Long.parseLong(args[1])).dividedBy(WINDOW);
        for (long k = 1; k <= windows; k++) {
            long allocated = threads.getTotalThreadAllocatedBytes();
            long worked = threads.getCurrentThreadCpuTime();
            long started = System.nanoTime();
            long epochs = 0;
            while (System.nanoTime() - started < WINDOW.toNanos()) {
                steps.epoch();
                epochs++;
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            double cpu = (threads.getCurrentThreadCpuTime() - worked) / 1e9;
            allocated = threads.getTotalThreadAllocatedBytes() - allocated;
            double samples = (double) epochs * TrainingSteps.SAMPLES;
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            System.out.printf(
                    "%4.1f min: %.3f million samples/s, %.3f a CPU second, %d B allocated, %d kB of"
                            + " heap%n",
                    k / 2.0, samples / seconds / 1e6, samples / cpu / 1e6, allocated, heap >> 10);
        }
        steps.closeSecondCore();
    }
}
