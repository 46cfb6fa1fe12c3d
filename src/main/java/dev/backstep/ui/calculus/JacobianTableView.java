package dev.backstep.ui.calculus;

import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import dev.backstep.paint.JacobianTable;
import dev.backstep.paint.JacobianTable.Place;
import dev.backstep.paint.Theme;
import dev.backstep.ui.kit.ScrolledPicture;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A Jacobian with its heads, scrolled in both directions; the column under the pointer is lit, or
/// the one that the arrow keys have come to.
final class JacobianTableView extends StackPane {

    private static final double TALLEST = 430;

    /// What an arrow key scrolls.
    private static final double LINE = 40;

    private final ScrolledPicture cells = new ScrolledPicture();
    private @Nullable JacobianTable table;
    private Theme theme = Theme.LIGHT;
    private OptionalInt lit = OptionalInt.empty();

    /// @param pointed told what the pointer is at
    JacobianTableView(Consumer<Optional<Place>> pointed) {
        cells.seen()
                .addEventHandler(
                        MouseEvent.MOUSE_MOVED,
                        e -> pointed.accept(at(new Point(e.getX(), e.getY()))));
        cells.seen()
                .addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointed.accept(Optional.empty()));
        getChildren().add(cells);
        getStyleClass().add("jacobian-table");
        setFocusTraversable(true);
        setOnKeyPressed(e -> walk(e, pointed));
    }

    /// The arrow keys, Home and End point at another column.
    private void walk(KeyEvent e, Consumer<Optional<Place>> pointed) {
        JacobianTable shown = table;
        if (shown == null || e.isControlDown() || e.isAltDown() || e.isShiftDown()) {
            return;
        }
        int last = shown.cols().tex().size() - 1;
        int to =
                switch (e.getCode()) {
                    case RIGHT -> Math.min(last, lit.orElse(-1) + 1);
                    case LEFT -> Math.max(0, lit.orElse(1) - 1);
                    case HOME -> 0;
                    case END -> last;
                    default -> -1;
                };
        switch (e.getCode()) {
            case UP -> cells.scrollDown(-LINE);
            case DOWN -> cells.scrollDown(LINE);
            default -> {
                if (to < 0) {
                    return;
                }
                cells.scrollRight(shown.outOfSight(to, cells.right(), cells.seenSize().width()));
                pointed.accept(Optional.of(new Place(OptionalInt.empty(), OptionalInt.of(to))));
            }
        }
        e.consume();
    }

    private Optional<Place> at(Point p) {
        Size seen = cells.seenSize();
        return Optional.ofNullable(table)
                .flatMap(
                        t ->
                                t.at(
                                        p,
                                        new JacobianTable.Scroll(
                                                cells.right(),
                                                cells.below(),
                                                seen.width(),
                                                seen.height())));
    }

    /// @param width what room there is
    void show(JacobianTable changed, Theme colors, double width) {
        table = changed;
        theme = colors;
        Size size = changed.size();
        boolean wide = size.width() > width;
        boolean high = size.height() > TALLEST;
        setPrefSize(
                Math.min(width, size.width() + (high ? ScrolledPicture.BAR : 0)),
                Math.min(TALLEST, size.height()) + (wide ? ScrolledPicture.BAR : 0));
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleText(changed.rows().tex().size() + "×" + changed.cols().tex().size());
        paint(changed);
    }

    void light(OptionalInt column) {
        JacobianTable shown = table;
        if (!column.equals(lit) && shown != null) {
            lit = column;
            paint(shown);
        }
    }

    private void paint(JacobianTable shown) {
        OptionalInt column = lit;
        Theme colors = theme;
        cells.show(
                shown.size(),
                (right, below) ->
                        (g, w, h) ->
                                shown.paint(
                                        g,
                                        colors,
                                        new JacobianTable.Scroll(right, below, w, h),
                                        column));
    }
}
