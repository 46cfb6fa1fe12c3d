package dev.backstep.ui.train;

import dev.backstep.export.Figure;
import dev.backstep.lang.Model;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Painter;
import dev.backstep.paint.Theme;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Hidden;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.train.Frame;
import dev.backstep.train.Moment;
import dev.backstep.train.Training;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.PaintedRegion;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The graph of a program that is not made of layers, with the values and gradients of the batch
/// that comes next, before its update, a few times a second.
final class LiveGraph extends StackPane {

    private static final long BETWEEN = 400_000_000;
    private static final double MARGIN = 24;
    private static final double LARGEST = 1.4;

    private final TrainDesk desk;
    private final Background background;
    private final Consumer<String> refuse;
    private final PaintedRegion region = new PaintedRegion();
    private Runnable doubleClick = () -> {};
    private @Nullable Drawn seen;
    private @Nullable Frame shown;
    private Hidden hidden = Hidden.NONE;
    private long last;
    private boolean busy;

    /// A picture and the ground that it covers.
    private record Drawn(Diagram diagram, Box bounds) {}

    LiveGraph(TrainDesk desk, Background background, Consumer<String> refuse) {
        this.desk = desk;
        this.background = background;
        this.refuse = refuse;
        getChildren().add(region);
        setMinSize(120, 120);
        getStyleClass().add("live-graph");
        setOnMouseClicked(
                e -> {
                    if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                        doubleClick.run();
                    }
                });
    }

    /// Shows a frame, unless one was shown just before: it is asked for again and again.
    @SuppressWarnings("ReferenceEquality") // a frame that is another object tells something new
    void beat(Frame frame, ThemedState screen, long now) {
        Hidden secret = screen.hidden();
        if (!secret.equals(hidden)) {
            hide(secret);
            last = now - BETWEEN;
        }
        if (busy || frame == shown || now - last < BETWEEN) {
            return;
        }
        Optional<Model> program = screen.state().program().map(p -> p.model());
        if (program.isEmpty() || desk.run().isEmpty()) {
            return;
        }
        busy = true;
        shown = frame;
        last = now;
        CompletableFuture<Moment> moment = desk.run().get().ask(Training::moment);
        DiagramOptions options =
                new DiagramOptions(
                        screen.numbers(), OptionalInt.empty(), Set.of(), Map.of(), Texts.spoken());
        background.run(
                Background.Task.PREDICT,
                () -> drawn(program.get(), moment.join(), options, secret),
                drawn -> {
                    busy = false;
                    if (secret.equals(hidden)) {
                        paint(drawn, screen.theme());
                    }
                },
                why -> {
                    busy = false;
                    refuse.accept(why);
                });
    }

    /// What shows too much is taken away at once.
    private void hide(Hidden secret) {
        hidden = secret;
        shown = null;
        if (!secret.isNothing()) {
            seen = null;
            region.show((_, _, _) -> {});
        }
    }

    private static Drawn drawn(
            Model program, Moment moment, DiagramOptions options, Hidden secret) {
        Walkthrough w =
                Walkthroughs.of(Walkthroughs.model(program, moment), moment, Story.Grain.NODES)
                        .hiding(secret);
        Arrangement places =
                Arrangements.of(w, FormulaPainter::measure, Map.of(), Optional.empty());
        Diagram diagram = Diagrams.at(w, places, w.story().updates() - 1, options);
        return new Drawn(diagram.withoutPills(), places.bounds());
    }

    /// @param does what a double click does
    void onDoubleClick(Runnable does) {
        doubleClick = does;
    }

    /// The graph as it is seen, if it is.
    Optional<Figure> plot() {
        return Optional.ofNullable(seen)
                .filter(_ -> isVisible())
                .map(d -> Figure.of(d.diagram(), d.bounds().grown(MARGIN)));
    }

    /// What stands on its cards: value and gradient of each.
    List<String> cards() {
        return Optional.ofNullable(seen).stream()
                .flatMap(d -> d.diagram().cards().stream())
                .flatMap(c -> Stream.of(c.value(), c.gradient()))
                .toList();
    }

    private void paint(Drawn drawn, Theme theme) {
        seen = drawn;
        Painter painter = Painter.onScreen(theme);
        Box bounds = drawn.bounds().grown(MARGIN);
        region.show((g, w, h) -> painter.fitted(g, drawn.diagram(), bounds, w, h, LARGEST));
    }
}
