package dev.backstep.ui.train;

import dev.backstep.export.Figure;
import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.CurvesPainter;
import dev.backstep.paint.plot.CurvesPainter.Placed;
import dev.backstep.paint.plot.CurvesPicture;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Curves over the epochs: the pointer reads numbers off them, a drag zooms in, a double click out
/// again, a click leads to the epoch under it. If nothing is zoomed, a double click enlarges it.
final class CurvesPanel {

    /// A shorter drag is a click.
    private static final double DRAG = 5;

    private final PlotPanel panel;
    private final Consumer<UnaryOperator<CurveLook>> change;
    private final Label numbers = new Label();
    private final Region range = new Region();

    /// Where the curves lie; set by whoever paints them.
    private volatile Optional<Placed> placed = Optional.empty();

    private CurveLook look = CurveLook.START;
    private double pressed;
    private final ContextMenu menu = new ContextMenu();
    private Optional<DoubleFunction<List<MenuItem>>> offers = Optional.empty();

    /// @param change changes how all curves are looked at
    CurvesPanel(PlotPanel panel, Consumer<UnaryOperator<CurveLook>> change) {
        this.panel = panel;
        this.change = change;
        numbers.getStyleClass().add("curve-numbers");
        range.getStyleClass().add("curve-range");
        range.setManaged(false);
        range.setMouseTransparent(true);
        range.setVisible(false);
        panel.holder().getChildren().add(range);
        panel.under(numbers);
        Region picture = panel.picture();
        picture.setOnMouseMoved(this::read);
        picture.setOnMouseExited(_ -> change.accept(l -> l.withCursor(OptionalDouble.empty())));
        picture.setOnMousePressed(e -> pressed = e.getX());
        picture.setOnMouseDragged(this::drag);
        picture.setOnMouseReleased(this::release);
        picture.setOnMouseClicked(this::click);
        panel.enlargesOn(_ -> look.zoom().isEmpty());
    }

    /// @param items what a click offers, from the epoch that was clicked
    void offer(DoubleFunction<List<MenuItem>> items) {
        offers = Optional.of(items);
    }

    void show(Optional<CurvesPicture> picture, CurveLook now, Theme theme) {
        look = now;
        panel.setVisible(picture.isPresent());
        picture.map(now::of)
                .ifPresent(
                        p -> {
                            panel.show(
                                    (g, w, h) ->
                                            placed =
                                                    Optional.of(
                                                            CurvesPainter.paint(
                                                                    g,
                                                                    theme,
                                                                    p,
                                                                    new Box(0, 0, w, h))),
                                    () -> Figure.of(p.withCursor(OptionalDouble.empty())));
                            numbers.setText(now.told(p));
                        });
    }

    private OptionalDouble epoch(double x, double y) {
        return placed.filter(p -> p.plot().grown(4).contains(new Point(x, y)))
                .map(p -> OptionalDouble.of(p.epoch(new Point(x, y))))
                .orElse(OptionalDouble.empty());
    }

    private void read(MouseEvent e) {
        change.accept(l -> l.withCursor(epoch(e.getX(), e.getY())));
    }

    private boolean isDrag(MouseEvent e) {
        return e.getButton() == MouseButton.PRIMARY && Math.abs(e.getX() - pressed) > DRAG;
    }

    private void drag(MouseEvent e) {
        range.setVisible(isDrag(e) && placed.isPresent());
        placed.ifPresent(
                p -> {
                    double from = Math.max(p.plot().x(), Math.min(pressed, e.getX()));
                    double to = Math.min(p.plot().right(), Math.max(pressed, e.getX()));
                    range.resizeRelocate(
                            from, p.plot().y(), Math.max(0, to - from), p.plot().height());
                });
    }

    private void release(MouseEvent e) {
        if (range.isVisible()) {
            range.setVisible(false);
            placed.ifPresent(
                    p ->
                            change.accept(
                                    l ->
                                            l.zoomed(
                                                    p.epoch(new Point(pressed, 0)),
                                                    p.epoch(new Point(e.getX(), 0)))));
        }
    }

    private void click(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY || isDrag(e)) {
            return;
        }
        if (e.getClickCount() == 2) {
            menu.hide();
            change.accept(l -> l.withZoom(Optional.empty()));
        } else if (e.getClickCount() == 1) {
            epoch(e.getX(), e.getY()).ifPresent(at -> offer(at, e));
        }
    }

    private void offer(double epoch, MouseEvent e) {
        offers.ifPresent(
                items -> {
                    menu.getItems().setAll(items.apply(epoch));
                    menu.show(panel.picture(), e.getScreenX(), e.getScreenY() + 4);
                });
    }
}
