package dev.backstep.bench;

import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
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

/// One repaint of a window of 1440×900 with 200 nodes, each time at another step. Wanted: well
/// under 15 ms.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Djava.awt.headless=true")
public class PaintBenchmark {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    /// 0: all of it fits the window.
    @Param({"0", "0.4", "0.6", "1"})
    public double scale;

    private final BufferedImage image =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    private final Painter painter = Painter.onScreen(Theme.LIGHT);
    private Walkthrough walkthrough;
    private Arrangement arrangement;
    private int step;

    @Setup
    public void arrange() {
        walkthrough = Programs.read(Programs.scalars(196, 1));
        arrangement =
                Arrangements.of(walkthrough, FormulaPainter::measure, Map.of(), Optional.empty());
        if (scale == 0) {
            Box bounds = arrangement.bounds();
            scale = Math.min(WIDTH / bounds.width(), HEIGHT / bounds.height());
        }
    }

    @Benchmark
    public BufferedImage repaint() {
        step = (step + 1) % walkthrough.size();
        Diagram diagram = Diagrams.at(walkthrough, arrangement, step, DiagramOptions.PLAIN);
        Box middle = arrangement.bounds();
        double left = middle.center().x() - WIDTH / scale / 2;
        double top = middle.center().y() - HEIGHT / scale / 2;
        Box visible = new Box(left, top, WIDTH / scale, HEIGHT / scale);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        g.translate(-left, -top);
        painter.paper(g, visible);
        painter.diagram(g, diagram, visible);
        g.dispose();
        return image;
    }
}
