package dev.backstep.bench;

import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Programs;
import dev.backstep.layout.Size;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.Walkthrough;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From a graph to its arrangement, in a row and in rows for a window. Wanted: 1,000 nodes in under
/// 150 ms.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class LayoutBenchmark {

    @Param({"100", "1000", "5000"})
    public int nodes;

    private Walkthrough walkthrough;

    private int seed;

    /// Another program each time, since what was laid out once is known.
    @Setup(Level.Invocation)
    public void read() {
        walkthrough = Programs.read(Programs.scalars(nodes - 4, ++seed));
    }

    @Benchmark
    public Arrangement wrap() {
        return Arrangements.in(new Size(1240, 820), walkthrough, FormulaPainter::measure);
    }

    @Benchmark
    public Arrangement arrange() {
        return Arrangements.of(walkthrough, FormulaPainter::measure, Map.of(), Optional.empty());
    }
}
