package dev.backstep.bench;

import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Programs;
import dev.backstep.layout.Size;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.Walkthrough;
import java.util.ArrayList;
import java.util.List;
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

/// From a graph to its arrangement, in a row and in rows for a window. Wanted: 1,000 nodes in under
/// 150 ms.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class LayoutBenchmark {

    /// So many that by the time one comes again its layout has been forgotten.
    private static final int PROGRAMS = 60;

    @Param({"100", "1000", "5000"})
    public int nodes;

    private final List<Walkthrough> programs = new ArrayList<>();
    private int calls;

    @Setup
    public void read() {
        for (int seed = 1; seed <= PROGRAMS; seed++) {
            programs.add(Programs.read(Programs.scalars(nodes - 4, seed)));
        }
    }

    private Walkthrough next() {
        return programs.get(calls++ % PROGRAMS);
    }

    @Benchmark
    public Arrangement wrap() {
        return Arrangements.in(new Size(1240, 820), next(), FormulaPainter::measure);
    }

    @Benchmark
    public Arrangement arrange() {
        return Arrangements.of(next(), FormulaPainter::measure, Map.of(), Optional.empty());
    }
}
