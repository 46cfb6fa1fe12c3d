package dev.backstep.bench;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Folding;
import dev.backstep.graph.Unrolled;
import dev.backstep.layout.Programs;
import dev.backstep.story.OpenTensors;
import dev.backstep.story.Walkthrough;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A product of 16×16 by 16×8, 2,048 products, is opened into its numbers: graph, gradients and
/// story, without the layout. Wanted with the layout: at most 300 ms.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Djava.awt.headless=true")
public class OpenBenchmark {

    private Walkthrough whole;
    private Detail detail;

    @Setup
    public void read() {
        whole =
                Programs.read(
                        "param A = normal(16, 16, seed=1)\nB = normal(16, 8, seed=2)\nZ = A @ B\n"
                                + "H = tanh(Z)\nloss L = sum(H^2)\n");
        detail = Detail.OPERATIONS.open(Detail.tensor("Z"));
    }

    @Benchmark
    public Walkthrough open() {
        Unrolled unrolled = whole.unrolled(OpenTensors.of(whole, List.of(), detail));
        return whole.opened(unrolled, false).folded(Folding.of(unrolled.groups(List.of()), detail));
    }
}
