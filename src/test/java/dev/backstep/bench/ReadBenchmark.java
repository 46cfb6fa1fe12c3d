package dev.backstep.bench;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Trace;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From text to all values and gradients of a program of 1,002 scalar nodes; to stay under 2 ms.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class ReadBenchmark {

    private final String program = ScalarProgram.of(200);
    private final Model model = ((ReadResult.Ok) Language.read(program)).model();
    private final Adjoint adjoint = Adjoint.of(model.graph(), model.output());

    @Benchmark
    public Trace read_differentiate_and_evaluate() {
        Model read = ((ReadResult.Ok) Language.read(program)).model();
        return Trace.of(Adjoint.of(read.graph(), read.output()).graph(), read.leaves());
    }

    @Benchmark
    public ReadResult read() {
        return Language.read(program);
    }

    @Benchmark
    public Adjoint differentiate() {
        return Adjoint.of(model.graph(), model.output());
    }

    @Benchmark
    public Trace evaluate() {
        return Trace.of(adjoint.graph(), model.leaves());
    }
}
