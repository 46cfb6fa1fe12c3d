package dev.backstep.bench;

import dev.backstep.graph.Detail;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.ArrangementStyle;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Placement;
import dev.backstep.layout.Placements;
import dev.backstep.layout.Size;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Painter;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.session.State;
import dev.backstep.session.Update;
import dev.backstep.story.Walkthrough;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/// Groups of a graph of 300 nodes are folded and opened, one at a time and in an order in which no
/// picture comes twice, so that none is known. Wanted: all of it at most 50 ms; on the window's
/// thread, which does all but the layout, at most 16 ms at a time.
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Djava.awt.headless=true")
public class FoldBenchmark {

    private static final Size ROOM = new Size(900, 700);
    private static final int CALLS = 20;

    /// The level around the group: how many cards there are beside it.
    @Param({"LAYERS", "OPERATIONS"})
    public Detail.Level level;

    private final BufferedImage image =
            new BufferedImage(
                    (int) ROOM.width(), (int) ROOM.height(), BufferedImage.TYPE_INT_ARGB_PRE);
    private final Painter painter = Painter.onScreen(Theme.LIGHT);
    private State state;
    private Detail detail;
    private boolean[] open = {};
    private int toggles;
    private Placement placement;

    /// Each call adds about 15 nodes. All functions differ, so that no two groups look alike.
    @Setup(Level.Trial)
    public void read() {
        List<String> ops = List.of("sin", "cos", "tanh", "exp", "sigmoid");
        StringBuilder text = new StringBuilder();
        for (int k = 1; k <= CALLS; k++) {
            text.append(
                    "f%d(a, b) = {\n  u = %s(a)*b + %s(b)*a\n  v = %s(u)^2 - %s\n"
                                    .formatted(
                                            k,
                                            ops.get(k % 5),
                                            ops.get(k / 2 % 5),
                                            ops.get(k / 3 % 5),
                                            k % 3 == 0 ? "u" : "a")
                            + "  w = exp(-v^2) + sigmoid(%s)\n  w*%s + u\n}\n"
                                    .formatted(k % 4 == 0 ? "b" : "u", k % 2 == 0 ? "v" : "u"));
        }
        text.append("x = 0.5\nv0 = x\n");
        for (int k = 1; k <= CALLS; k++) {
            text.append("v%d = f%d(v%d, x)\n".formatted(k, k, k - 1));
        }
        text.append("loss L = v%d^2\n".formatted(CALLS));
        state = State.of(Optional.empty(), text.toString());
        detail = Detail.of(level);
        open = new boolean[CALLS];
        Arrays.fill(open, level == Detail.Level.OPERATIONS);
        state = draw(detail);
        placement = laidOut(state);
    }

    private State draw(Detail detail) {
        return Update.apply(state, new Action.Draw(Optional.of(detail)));
    }

    /// By a Gray code, so that each set of open groups comes once in a million times.
    private State toggled() {
        toggles++;
        int group = Integer.numberOfTrailingZeros(toggles) * 7 % CALLS;
        open[group] = !open[group];
        String name = "v" + (group + 1);
        detail = open[group] ? detail.open(name) : detail.fold(name);
        return draw(detail);
    }

    private Placement laidOut(State shown) {
        return Placements.of(
                walkthrough(shown),
                FormulaPainter::measure,
                ArrangementStyle.LAYERED,
                Optional.of(ROOM),
                Optional.ofNullable(placement),
                () -> false);
    }

    private static Walkthrough walkthrough(State shown) {
        return shown.good().orElseThrow().walkthrough();
    }

    /// What the window's thread does before the layout.
    @Benchmark
    public State story() {
        state = toggled();
        return state;
    }

    /// What the window's thread does after the layout, animated or not: a picture, painted.
    @Benchmark
    public BufferedImage picture() {
        return painted(placement.with(Map.of()), walkthrough(state));
    }

    /// All of it.
    @Benchmark
    public BufferedImage toggle() {
        state = toggled();
        placement = laidOut(state);
        return painted(placement.with(Map.of()), walkthrough(state));
    }

    private BufferedImage painted(Arrangement places, Walkthrough w) {
        Diagram diagram = new Diagrams(w, places).at(state.view().step(), DiagramOptions.PLAIN);
        Box all = places.bounds();
        double scale = 0.95;
        Box visible = new Box(all.x(), all.y(), ROOM.width() / scale, ROOM.height() / scale);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        g.translate(-all.x(), -all.y());
        painter.paper(g, visible);
        painter.diagram(g, diagram, visible);
        g.dispose();
        return image;
    }
}
