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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From the text of 100 nodes to the picture of 1440×900: read, differentiate, evaluate, arrange
/// beside the arrangement before, paint. Each edit is of a line in the middle, so that half of the
/// graph changes. Wanted: under 50 ms.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Djava.awt.headless=true")
public class EditBenchmark {

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private final BufferedImage image =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    private final Painter painter = Painter.onScreen(Theme.LIGHT);
    private final String text = Programs.scalars(96, 1);
    private Optional<Arrangement> before = Optional.empty();
    private int edits;

    @Benchmark
    public BufferedImage edit() {
        edits++;
        String line = text.lines().filter(l -> l.startsWith("v48 = ")).findFirst().orElseThrow();
        String edited = text.replace(line, line + (edits % 2 == 0 ? " + 0." : " * 0.") + edits);
        Walkthrough walkthrough = Programs.read(edited);
        Arrangement arrangement =
                Arrangements.of(walkthrough, FormulaPainter::measure, Map.of(), before);
        before = Optional.of(arrangement);
        Diagram diagram =
                Diagrams.at(walkthrough, arrangement, walkthrough.size() / 2, DiagramOptions.PLAIN);
        Box all = arrangement.bounds();
        Graphics2D g = image.createGraphics();
        double scale = Math.min(WIDTH / all.width(), HEIGHT / all.height());
        g.scale(scale, scale);
        g.translate(-all.x(), -all.y());
        painter.paper(g, all);
        painter.diagram(g, diagram, all);
        g.dispose();
        return image;
    }
}
