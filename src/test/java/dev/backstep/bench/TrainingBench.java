package dev.backstep.bench;

import dev.backstep.train.TrainingSteps;
import java.util.concurrent.TimeUnit;
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

/// The whole loop, shuffling and drawing of batches included, in samples a second; to reach 20, 24
/// and 6 million, and 135 thousand on one core; `-p cores=2` measures with a second one, which the
/// last net alone is large enough for. The options are those of the packaged `backstep train`. Run
/// with `-prof gc`: nothing may be allocated.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-modules=jdk.incubator.vector",
            "-XX:ObjectAlignmentInBytes=64",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:CompilerDirectivesFile=src/package/compiler-train.json",
            "-XX:+UseSerialGC",
            "-Xmx256m"
        })
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TrainingBench {

    @Param({"2-8-8-1 x32", "2-4-2-1 x10", "2-8-8-8-8-8-8-1 x32", "784-128-10 x128"})
    public String net;

    @Param("1")
    public int cores;

    private TrainingSteps steps;

    @Setup
    public void draw() {
        steps = TrainingSteps.of(net);
        if (cores == 2) {
            steps.openSecondCore();
        }
    }

    @TearDown
    public void close() {
        steps.closeSecondCore();
    }

    @Benchmark
    @OperationsPerInvocation(TrainingSteps.SAMPLES)
    public double epoch() {
        return steps.epoch();
    }
}
