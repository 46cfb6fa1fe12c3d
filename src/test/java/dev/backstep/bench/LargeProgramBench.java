package dev.backstep.bench;

import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Programs;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.Walkthrough;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A chain of very many statements: to read it, to arrange it, to draw a step. Each grows linearly.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class LargeProgramBench {

    @Param({"10000", "30000", "60000"})
    public int statements;

    private String text;
    private Walkthrough walkthrough;
    private Arrangement arrangement;

    @Setup
    public void open() {
        text = Programs.chain(statements);
        walkthrough = Programs.read(text);
        arrangement = arrange();
    }

    @Benchmark
    public Walkthrough read() {
        return Programs.read(text);
    }

    @Benchmark
    public Arrangement arrange() {
        return Arrangements.of(walkthrough, FormulaPainter::measure, Map.of(), Optional.empty());
    }

    @Benchmark
    public Diagram step() {
        return Diagrams.at(walkthrough, arrangement, walkthrough.size() / 2, DiagramOptions.PLAIN);
    }
}
