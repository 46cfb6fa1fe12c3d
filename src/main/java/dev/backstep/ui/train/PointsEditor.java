package dev.backstep.ui.train;

import dev.backstep.lang.PointsText;
import dev.backstep.lang.TrainingText;
import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.Painting;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.BoundaryPainter;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.paint.plot.PointsPainter;
import dev.backstep.ui.kit.PaintedRegion;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Lets the pointer edit the typed points of a program where its boundary is shown: a click adds
/// one, a drag moves it, a lasso selects. Each gesture is one edit of the text, at its end.
final class PointsEditor {

    private final PaintedRegion region;
    private final Consumer<String> edit;
    private final PointsChooser chooser = new PointsChooser(this::choose);
    private TrainingText program = TrainingText.of("");
    private Theme theme = Theme.LIGHT;
    private @Nullable BoundaryPicture picture;
    private OptionalInt marked = OptionalInt.empty();
    private @Nullable PointsDraft draft;
    private final EventHandler<KeyEvent> keys = this::key;

    /// @param region where the boundary is painted
    /// @param edit takes the text of the program after a change
    PointsEditor(PaintedRegion region, Consumer<String> edit) {
        this.region = region;
        this.edit = edit;
        region.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        region.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        region.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        region.addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(place(e)));
        region.sceneProperty().addListener((_, before, now) -> watch(before, now));
    }

    private void watch(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        }
    }

    /// What chooses the label of the points.
    Node chooser() {
        return chooser;
    }

    void show(TrainingText now, Theme colours) {
        program = now;
        theme = colours;
        refresh();
    }

    /// Shows a picture of the boundary.
    ///
    /// @param sample which of its samples is pointed out, if any
    void show(BoundaryPicture now, OptionalInt sample, Theme colours) {
        picture = now;
        marked = sample;
        theme = colours;
        refresh();
    }

    private void refresh() {
        BoundaryPicture seen = picture;
        if (seen == null) {
            return;
        }
        boolean plane = !(seen.field() instanceof BoundaryPicture.NumberCurve);
        draft = program.points().filter(_ -> plane).map(p -> draft(p, seen)).orElse(null);
        PointsDraft edited = draft;
        chooser.setVisible(edited != null);
        if (edited == null) {
            region.setCursor(null);
            region.show(painting(seen));
            return;
        }
        chooser.show(edited, theme);
        region.show(painting(edited, edited.on(seen)));
    }

    private PointsDraft draft(PointsText points, BoundaryPicture seen) {
        Box map = BoundaryPainter.map(seen, area());
        PointsDraft now = draft == null ? new PointsDraft(points, seen.plane(), map) : draft;
        now.follow(points, seen.plane(), map);
        return now;
    }

    private Painting painting(BoundaryPicture seen) {
        Theme colours = theme;
        OptionalInt sample = marked;
        return (g, w, h) -> BoundaryPainter.paint(g, colours, seen, new Box(0, 0, w, h), sample);
    }

    private Painting painting(PointsDraft edited, BoundaryPicture drawn) {
        Theme colours = theme;
        List<Point> selected = edited.selectedPlaces();
        List<Point> lasso = edited.lasso();
        return (g, w, h) -> {
            Box area = new Box(0, 0, w, h);
            BoundaryPainter.paint(g, colours, drawn, area, OptionalInt.empty());
            PointsPainter.paint(g, colours, drawn, area, selected, lasso);
        };
    }

    private Box area() {
        return new Box(0, 0, region.getWidth(), region.getHeight());
    }

    private static Point place(MouseEvent e) {
        return new Point(e.getX(), e.getY());
    }

    private void press(MouseEvent e) {
        PointsDraft edited = draft;
        if (edited == null || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        region.requestFocus();
        refresh();
        edited.press(place(e), e.isShiftDown());
        e.consume();
        refresh();
    }

    private void drag(MouseEvent e) {
        PointsDraft edited = draft;
        if (edited != null && e.getButton() == MouseButton.PRIMARY) {
            edited.drag(place(e));
            e.consume();
            refresh();
        }
    }

    private void release(MouseEvent e) {
        PointsDraft edited = draft;
        if (edited != null && e.getButton() == MouseButton.PRIMARY) {
            edited.release().ifPresent(this::put);
            e.consume();
            refresh();
        }
    }

    private void hover(Point at) {
        PointsDraft edited = draft;
        if (edited != null) {
            region.setCursor(edited.at(at) >= 0 ? Cursor.HAND : Cursor.CROSSHAIR);
        }
    }

    private void key(KeyEvent e) {
        PointsDraft edited = draft;
        boolean meant = region.isHover() || region.isFocused();
        boolean held = e.isShortcutDown() || e.isAltDown() || e.isMetaDown();
        Node focus = region.getScene().getFocusOwner();
        boolean typing = focus instanceof TextInputControl;
        if (edited == null || !meant || held || typing) {
            return;
        }
        if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
            edited.delete().ifPresent(this::put);
        } else if (e.getCode() == KeyCode.ESCAPE && edited.deselect()) {
            e.consume();
        } else if (isClass(e) && edited.points().isClasses()) {
            choose(Integer.parseInt(e.getText()) - 1);
            e.consume();
        }
        refresh();
    }

    private static boolean isClass(KeyEvent e) {
        return e.getText().length() == 1 && "123456789".contains(e.getText());
    }

    private void choose(double label) {
        PointsDraft edited = draft;
        if (edited != null) {
            edited.choose(label).ifPresent(this::put);
            refresh();
        }
    }

    private void put(PointsText points) {
        edit.accept(program.withPoints(points));
    }
}
