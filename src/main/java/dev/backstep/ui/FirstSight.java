package dev.backstep.ui;

import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.session.Panels;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.ui.graph.GraphPane;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Enlarged;
import dev.backstep.ui.kit.ThemeColors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The graph, and where it can be seen first: alone in the window, at the place it keeps, while all
/// that stands around it is made. Keys that are pressed meanwhile are kept for what comes.
final class FirstSight {

    /// What stands above, and below, the graph while a program is stepped through.
    private static final double ABOVE = 93;

    private static final double BELOW = 168;

    /// What a folded side takes.
    private static final double STRIP = 22;

    /// How long the rest of the window waits for a graph that takes long to lay out.
    static final Duration PATIENCE = Duration.millis(1200);

    private final Session session;
    private final GraphPane graph;
    private final List<KeyEvent> keys = new ArrayList<>();
    private Consumer<Action> taker;
    private Runnable unsubscribe = () -> {};
    private final Alone alone;
    private boolean ready;

    /// Whether a frame with the graph is on its way to the screen.
    private boolean seen;

    FirstSight(Session session, Background background) {
        this.session = session;
        this.taker = session::dispatch;
        this.graph = new GraphPane(action -> taker.accept(action), background);
        this.alone = new Alone();
    }

    /// The graph, for what stands around it.
    ///
    /// @param by what is done in the graph from now on
    GraphPane graph(Consumer<Action> by) {
        taker = by;
        unsubscribe.run();
        graph.complete(by);
        return graph;
    }

    /// Whether it is on the screen already, and the rest of the window is waited for.
    boolean isAlone() {
        return alone.getScene() != null;
    }

    /// Whether its place is known before there is anything around it.
    static boolean isKnown(State state, double width) {
        Panels p = state.view().panels();
        double sides = (p.leftShown() ? p.left() : 0) + (p.rightShown() ? p.right() : 0);
        boolean plain = !state.view().mode().trains() && !state.view().mode().learns();
        return plain
                && state.good().isPresent()
                && sides + Sides.LEAST_CENTRE <= width / state.view().preferences().textSize();
    }

    /// Where the graph stands in a window of this size.
    static Bounds place(Panels p, double width, double height) {
        double left = p.leftShown() ? p.left() + 1 : STRIP;
        double right = p.rightShown() ? p.right() + 1 : STRIP;
        return new BoundingBox(left, ABOVE, width - left - right, height - ABOVE - BELOW);
    }

    /// Shows the graph. As soon as it is on the screen, and if the window is still open then, has
    /// the rest made, and then lets happen there what was pressed meanwhile.
    ///
    /// @param rest makes the rest of the window
    /// @param failed is told why that could not be made
    void show(Stage stage, Supplier<Scene> rest, Consumer<Throwable> failed) {
        show(stage, () -> complete(stage, rest, failed));
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it is, it is told
    private void complete(Stage stage, Supplier<Scene> rest, Consumer<Throwable> failed) {
        if (!stage.isShowing()) {
            return;
        }
        Scene complete;
        try {
            complete = rest.get();
        } catch (RuntimeException | Error e) {
            failed.accept(e);
            return;
        }
        replay(complete);
    }

    private void show(Stage stage, Runnable then) {
        State state = session.state();
        Theme theme = ThemeStyles.theme(state.view().preferences().theme());
        double enlarged = state.view().preferences().textSize();
        alone.resize(stage.getWidth() / enlarged, stage.getHeight() / enlarged);
        alone.place(); // so that it is laid out while the window comes
        unsubscribe = session.subscribe(s -> graph.show(new ThemedState(s, theme)));
        Enlarged root = new Enlarged(alone);
        root.by(enlarged);
        Scene scene = new Scene(root, stage.getWidth(), stage.getHeight());
        scene.setFill(ThemeColors.color(theme, ColorRole.PANEL));
        scene.addEventFilter(KeyEvent.ANY, this::keep);
        scene.addPostLayoutPulseListener(() -> painted(then));
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(_ -> go(then));
        stage.setTitle(TopBar.title(state));
        stage.setScene(scene);
        stage.show();
        graph.requestFocus();
        patience.play();
    }

    private void keep(KeyEvent e) {
        keys.add(e);
        e.consume();
    }

    /// A frame is drawn by another thread, which then has this one put it on the screen. The next
    /// frame, if anything has changed, waits until that thread is done; so it comes after the graph
    /// was handed over, and what is done twice later comes after the graph is on the screen.
    private void painted(Runnable then) {
        if (seen) {
            Platform.runLater(() -> Platform.runLater(() -> go(then)));
        } else if (graph.diagram().isPresent()) {
            seen = true;
            alone.change();
            Platform.requestNextPulse();
        }
    }

    private void go(Runnable then) {
        if (!ready) {
            ready = true;
            then.run();
        }
    }

    /// Each key by itself: what fails with one of them is told as it would be later, and the next
    /// is pressed all the same.
    @SuppressWarnings("CatchingUnchecked") // whatever it is, it is told
    private void replay(Scene window) {
        while (!keys.isEmpty()) {
            KeyEvent e = keys.removeFirst();
            Node focus = window.getFocusOwner();
            try {
                Event.fireEvent(
                        focus == null ? window : focus, e.copyFor(e.getSource(), e.getTarget()));
            } catch (RuntimeException | Error failure) {
                Thread now = Thread.currentThread();
                now.getUncaughtExceptionHandler().uncaughtException(now, failure);
            }
        }
    }

    /// What is empty but for the graph.
    private final class Alone extends Region {

        Alone() {
            getChildren().add(graph);
        }

        /// Changes, but not to the eye.
        void change() {
            getChildren().add(new Group());
        }

        void place() {
            Bounds at = FirstSight.place(session.state().view().panels(), getWidth(), getHeight());
            graph.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
        }

        @Override
        protected void layoutChildren() {
            if (getChildren().contains(graph)) {
                place();
            }
        }
    }
}
