package dev.backstep.bench;

import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Placement;
import dev.backstep.layout.Point;
import dev.backstep.layout.Programs;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Painter;
import dev.backstep.paint.Theme;
import dev.backstep.story.Walkthrough;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
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

/// One move of the mouse while a card is dragged. Wanted: with the picture of all cards in a window
/// of 1440×900, within a frame of 16 ms; without it, microseconds.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Djava.awt.headless=true")
public class DragBenchmark {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    @Param({"300", "1000"})
    public int nodes;

    private final BufferedImage image =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    private final Painter painter = Painter.onScreen(Theme.LIGHT);
    private Walkthrough walkthrough;
    private Placement placement;
    private Diagrams pictures;
    private Box visible;
    private int card;
    private int move;

    @Setup
    public void place() {
        walkthrough = Programs.read(Programs.scalars(nodes - 4, 1));
        Arrangement first =
                Arrangements.of(walkthrough, FormulaPainter::measure, Map.of(), Optional.empty());
        placement = first.placement();
        pictures = new Diagrams(walkthrough, first);
        visible = first.bounds();
        card = walkthrough.graph().named("v" + nodes / 2).orElseThrow().id();
    }

    @Benchmark
    public Arrangement arrange() {
        move = (move + 1) % 1000;
        return placement.with(Map.of(card, new Point(move, -move)));
    }

    @Benchmark
    public BufferedImage arrangeAndPaint() {
        pictures = pictures.with(arrange());
        Diagram diagram = pictures.at(walkthrough.size() / 2, DiagramOptions.PLAIN);
        Graphics2D g = image.createGraphics();
        double scale = Math.min(WIDTH / visible.width(), HEIGHT / visible.height());
        g.scale(scale, scale);
        g.translate(-visible.x(), -visible.y());
        painter.paper(g, visible);
        painter.diagram(g, diagram, visible);
        g.dispose();
        return image;
    }
}
