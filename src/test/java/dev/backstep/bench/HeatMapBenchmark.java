package dev.backstep.bench;

import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Box;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Programs;
import dev.backstep.layout.Size;
import dev.backstep.layout.TypeSize;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Painter;
import dev.backstep.paint.Theme;
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

/// One repaint of a window of 1440×900 that shows all cards of a network of eight layers of 32,
/// with their heat maps, each time at another step. Wanted: at most 16 ms.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Djava.awt.headless=true")
public class HeatMapBenchmark {

    private static final Size ROOM = new Size(1440, 900);
    private static final int LAYERS = 8;

    private final BufferedImage image =
            new BufferedImage(
                    (int) ROOM.width(), (int) ROOM.height(), BufferedImage.TYPE_INT_ARGB_PRE);
    private final Painter painter = Painter.onScreen(Theme.LIGHT);
    private Walkthrough walkthrough;
    private Diagrams diagrams;
    private Box bounds;
    private double scale;
    private int step;

    @Setup
    public void arrange() {
        StringBuilder text = new StringBuilder("const X = normal(32, 32, seed=1)\na0 = X\n");
        for (int k = 1; k <= LAYERS; k++) {
            text.append("param W%d = xavier(32, 32, seed=%d)\n".formatted(k, k));
            text.append("param b%d = zeros(32, 1)\n".formatted(k));
            text.append("Z%d = W%d @ a%d + b%d\n".formatted(k, k, k - 1, k));
            text.append("a%d = tanh(Z%d)\n".formatted(k, k));
        }
        text.append("loss L = mean(a%d ^ 2)\n".formatted(LAYERS));
        walkthrough = Programs.read(text.toString().replace("a0 = X\n", "").replace("@ a0", "@ X"));
        Arrangement places = Arrangements.in(ROOM, walkthrough, FormulaPainter::measure);
        diagrams = new Diagrams(walkthrough, places);
        bounds = places.bounds();
        scale = Math.max(0.6, TypeSize.scale(bounds, ROOM));
    }

    @Benchmark
    public BufferedImage repaint() {
        step = (step + 1) % walkthrough.size();
        double left = bounds.center().x() - ROOM.width() / scale / 2;
        double top = bounds.center().y() - ROOM.height() / scale / 2;
        Box visible = new Box(left, top, ROOM.width() / scale, ROOM.height() / scale);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        g.translate(-left, -top);
        painter.paper(g, visible);
        painter.diagram(g, diagrams.at(step, DiagramOptions.PLAIN), visible);
        g.dispose();
        return image;
    }
}
