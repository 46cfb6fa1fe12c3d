package dev.backstep.bench;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Folding;
import dev.backstep.graph.Unrolled;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Size;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Painter;
import dev.backstep.paint.Theme;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
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

/// From a product of two matrices to the picture of its 2,048 products, and from step to step
/// there, painted: all of it far away, or the cards around the active one as large as they are.
/// Wanted: under 300 ms, and 33 ms a step.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Djava.awt.headless=true")
public class ScalarsBenchmark {

    private static final Size ROOM = new Size(778, 639);

    private Model model;
    private Walkthrough whole;
    private Walkthrough opened;
    private Diagrams diagrams;
    private Box all;
    private int step;
    private final Painter painter = Painter.onScreen(Theme.LIGHT);
    private final BufferedImage image =
            new BufferedImage(
                    (int) ROOM.width(), (int) ROOM.height(), BufferedImage.TYPE_INT_ARGB_PRE);

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
        opened = numbers();
        Arrangement places = Arrangements.in(ROOM, opened, FormulaPainter::measure);
        diagrams = new Diagrams(opened, places);
        all = places.bounds();
    }

    private Walkthrough numbers() {
        Unrolled numbers = whole.unrolled();
        return whole.opened(numbers, false)
                .folded(
                        Folding.of(
                                numbers.groups(model.groups()), Detail.of(Detail.Level.SCALARS)));
    }

    @Benchmark
    public Diagram open() {
        Walkthrough numbers = numbers();
        Arrangement places = Arrangements.in(ROOM, numbers, FormulaPainter::measure);
        return Diagrams.at(numbers, places, 0, DiagramOptions.PLAIN);
    }

    @Benchmark
    public BufferedImage stepFar() {
        Diagram diagram = next();
        double scale = Math.min(ROOM.width() / all.width(), ROOM.height() / all.height());
        return painted(diagram, new Box(all.x(), all.y(), 0, 0), scale);
    }

    @Benchmark
    public BufferedImage stepNear() {
        Diagram diagram = next();
        Box active =
                diagram.cards().stream()
                        .filter(c -> c.emphasis() == Diagram.Emphasis.ACTIVE)
                        .findFirst()
                        .map(Diagram.Card::box)
                        .orElse(all);
        double left = active.center().x() - ROOM.width() / 2;
        double top = active.center().y() - ROOM.height() / 2;
        return painted(diagram, new Box(left, top, 0, 0), 1);
    }

    private Diagram next() {
        step = (step + 1) % opened.size();
        return diagrams.at(step, DiagramOptions.PLAIN);
    }

    private BufferedImage painted(Diagram diagram, Box corner, double scale) {
        Box visible = new Box(corner.x(), corner.y(), ROOM.width() / scale, ROOM.height() / scale);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        g.translate(-visible.x(), -visible.y());
        painter.paper(g, visible);
        painter.diagram(g, diagram, visible);
        g.dispose();
        return image;
    }
}
