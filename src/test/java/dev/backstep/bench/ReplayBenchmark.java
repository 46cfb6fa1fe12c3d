package dev.backstep.bench;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Replay;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Forward and backward again for another value of a leaf; to reach 50 million nodes a second (see
/// `nodes`).
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class ReplayBenchmark {

    private final Model model = ((ReadResult.Ok) Language.read(ScalarProgram.of(200))).model();
    private final Adjoint adjoint = Adjoint.of(model.graph(), model.output());
    private final Replay replay = Replay.of(adjoint.graph()).orElseThrow();
    private final int gradient = adjoint.gradient(0).orElseThrow();
    private double x;

    /// How many nodes of the longer graph were evaluated.
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Counted {
        public long nodes;
    }

    @Benchmark
    public double forward_and_backward(Counted counted) {
        x += 1e-6;
        replay.put(0, x);
        replay.run();
        counted.nodes += adjoint.graph().size();
        return replay.value(gradient);
    }
}
