package dev.backstep.bench;

import dev.backstep.train.Frame;
import dev.backstep.train.Run;
import dev.backstep.train.TrainingSteps;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A run as the window plays it, 2-8-8-1 on two spirals in batches of 10 by plain loops, looked at
/// 60 times a second or not at all; to reach a million samples a second, and that within 3 seconds
/// of a cold start.
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx256m"})
public class LiveRunBench {

    private static final int EPOCHS = 250;
    private static final long BEAT = 1_000_000_000 / 60;

    @Param({"false", "true"})
    public boolean looks;

    private Run run = TrainingSteps.live();
    private @Nullable Thread looker;
    private volatile boolean ended;

    @Setup
    public void look() {
        if (looks) {
            looker = Thread.ofPlatform().daemon().start(this::beat);
        }
    }

    private void beat() {
        while (!ended) {
            run.latest();
            LockSupport.parkNanos(BEAT);
        }
    }

    @TearDown
    public void close() {
        ended = true;
        run.close();
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Warmup(iterations = 3, time = 2)
    @Measurement(iterations = 3, time = 2)
    @OperationsPerInvocation(EPOCHS * TrainingSteps.LIVE_SAMPLES)
    public Frame epochs() throws ExecutionException, InterruptedException {
        run.epochs(EPOCHS);
        return run.settled().get();
    }

    /// From play to a million samples a second over a whole second.
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Fork(value = 3)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Frame cold() {
        run.play();
        Frame frame = run.latest();
        while (frame.samplesPerSecond() < 1e6) {
            LockSupport.parkNanos(BEAT);
            frame = run.latest();
        }
        return frame;
    }
}
