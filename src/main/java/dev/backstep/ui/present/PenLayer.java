package dev.backstep.ui.present;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.ThemedState;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.jspecify.annotations.Nullable;

/// What is drawn over the picture: strokes of a pen, each kept with the step it was drawn at, and
/// the spot that follows the pointer.
///
/// Strokes belong to a step of a graph, whatever its numbers: who drags a leaf keeps them, who
/// draws more or less of the graph finds them again when it is drawn as before.
final class PenLayer extends Pane {

    private static final double WIDTH = 2.6;
    private static final double SPOT = 8;

    /// What the pointer is.
    enum Tool {
        NONE,
        LASER,
        PEN
    }

    /// What was drawn at one step.
    ///
    /// @param trains whether it was drawn over the training, not over the graph
    private record Page(
            DrawnGraph graph, int steps, int step, boolean trains, List<Polyline> strokes) {

        @SuppressWarnings("ReferenceEquality") // the same object where only numbers have changed
        boolean isOf(Walkthrough w, int at, boolean training) {
            return step == at
                    && trains == training
                    && steps == w.size()
                    && (graph == w.drawn() || graph.equals(w.drawn()));
        }
    }

    private final List<Page> pages = new ArrayList<>();
    private final Circle spot = new Circle(SPOT);
    private @Nullable Page page;
    private @Nullable Polyline stroke;
    private Tool tool = Tool.NONE;
    private final EventHandler<MouseEvent> following = this::follow;

    PenLayer() {
        spot.getStyleClass().add("laser");
        spot.setManaged(false);
        spot.setMouseTransparent(true);
        setMouseTransparent(true);
        setPickOnBounds(true);
        setMinSize(0, 0);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::begin);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draw);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> stroke = null);
        fill();
        sceneProperty()
                .addListener(
                        (_, before, now) -> {
                            if (before != null) {
                                before.removeEventFilter(MouseEvent.MOUSE_MOVED, following);
                                before.removeEventFilter(MouseEvent.MOUSE_DRAGGED, following);
                            }
                            if (now != null) {
                                now.addEventFilter(MouseEvent.MOUSE_MOVED, following);
                                now.addEventFilter(MouseEvent.MOUSE_DRAGGED, following);
                            }
                        });
    }

    Tool tool() {
        return tool;
    }

    /// Takes up a tool.
    void put(Tool wanted) {
        tool = wanted;
        setMouseTransparent(tool != Tool.PEN);
        setCursor(tool == Tool.PEN ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        spot.setVisible(tool == Tool.LASER);
    }

    /// Takes up a tool, or lays it down.
    void turn(Tool wanted) {
        put(tool == wanted ? Tool.NONE : wanted);
    }

    @SuppressWarnings("ReferenceEquality") // the very page
    void show(ThemedState screen) {
        boolean trains = screen.state().view().mode().trains();
        Page there =
                screen.walkthrough()
                        .map(
                                w ->
                                        pages.stream()
                                                .filter(p -> p.isOf(w, screen.step(), trains))
                                                .findFirst()
                                                .orElseGet(
                                                        () ->
                                                                new Page(
                                                                        w.drawn(),
                                                                        w.size(),
                                                                        screen.step(),
                                                                        trains,
                                                                        new ArrayList<>())))
                        .orElse(null);
        if (there != page) {
            stroke = null; // what is drawn right now stays with its step
        }
        page = there;
        fill();
    }

    /// The strokes of the step on screen.
    int strokes() {
        return page == null ? 0 : page.strokes.size();
    }

    /// Takes away the last stroke of the step.
    void undo() {
        if (page != null && !page.strokes.isEmpty()) {
            page.strokes.removeLast();
            fill();
        }
    }

    /// Takes away all strokes of the step.
    void erase() {
        if (page != null) {
            page.strokes.clear();
            fill();
        }
    }

    /// Forgets the strokes of all steps.
    void forget() {
        pages.clear();
        page = null;
        fill();
    }

    private void fill() {
        getChildren().setAll(page == null ? List.of() : page.strokes);
        getChildren().add(spot);
    }

    private void begin(MouseEvent e) {
        if (page == null) {
            return;
        }
        if (page.strokes.isEmpty() && !pages.contains(page)) {
            pages.add(page);
        }
        Polyline line = new Polyline(e.getX(), e.getY(), e.getX(), e.getY());
        line.getStyleClass().add("pen");
        line.setStrokeWidth(WIDTH);
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        line.setManaged(false);
        line.setMouseTransparent(true);
        stroke = line;
        page.strokes.add(line);
        fill();
        e.consume();
    }

    private void draw(MouseEvent e) {
        if (stroke != null) {
            stroke.getPoints().addAll(e.getX(), e.getY());
            e.consume();
        }
    }

    private void follow(MouseEvent e) {
        if (tool == Tool.LASER) {
            var at = sceneToLocal(e.getSceneX(), e.getSceneY());
            spot.setCenterX(at.getX());
            spot.setCenterY(at.getY());
        }
    }
}
