package dev.backstep.bench;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Folding;
import dev.backstep.graph.Unrolled;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Size;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
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

/// From a product of two matrices to the picture of its 2,048 products. Wanted: under 300 ms.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class ScalarsBenchmark {

    private static final Size ROOM = new Size(778, 639);

    private Model model;
    private Walkthrough whole;

    @Setup
    public void read() {
        model =
                ((ReadResult.Ok)
                                Language.read(
                                        """
                                        param W = normal(16, 16, seed=1)
                                        const X = normal(16, 8, seed=2)
                                        Z = W @ X
                                        loss L = sum(Z)
                                        """))
                        .model();
        whole =
                Walkthrough.of(
                        model.graph(), model.output(), model.leaves(), Story.Grain.NODES, false);
    }

    @Benchmark
    public Diagram open() {
        Unrolled numbers = whole.unrolled();
        Walkthrough opened =
                whole.opened(numbers, false)
                        .folded(
                                Folding.of(
                                        numbers.groups(model.groups()),
                                        Detail.of(Detail.Level.SCALARS)));
        Arrangement places = Arrangements.in(ROOM, opened, FormulaPainter::measure);
        return Diagrams.at(opened, places, 0, DiagramOptions.PLAIN);
    }
}
