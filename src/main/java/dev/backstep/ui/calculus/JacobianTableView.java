package dev.backstep.ui.calculus;

import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import dev.backstep.paint.JacobianTable;
import dev.backstep.paint.JacobianTable.Place;
import dev.backstep.paint.Theme;
import dev.backstep.ui.kit.PaintedRegion;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A Jacobian with its heads, scrolled in both directions; the column under the pointer is lit.
final class JacobianTableView extends Region {

    private static final double BAR = 12;
    private static final double TALLEST = 430;

    private final PaintedRegion cells = new PaintedRegion();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final Consumer<Optional<Place>> pointed;
    private @Nullable JacobianTable table;
    private Theme theme = Theme.LIGHT;
    private OptionalInt lit = OptionalInt.empty();

    /// @param pointed told what the pointer is at
    JacobianTableView(Consumer<Optional<Place>> pointed) {
        this.pointed = pointed;
        down.setOrientation(Orientation.VERTICAL);
        across.valueProperty().addListener((_, _, _) -> paint());
        down.valueProperty().addListener((_, _, _) -> paint());
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        cells.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                e ->
                        pointed.accept(
                                table().flatMap(
                                                t ->
                                                        t.at(
                                                                new Point(e.getX(), e.getY()),
                                                                window()))));
        cells.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointed.accept(Optional.empty()));
        getChildren().addAll(cells, across, down);
    }

    private Optional<JacobianTable> table() {
        return Optional.ofNullable(table);
    }

    /// @param width what room there is
    void show(JacobianTable changed, Theme colors, double width) {
        table = changed;
        theme = colors;
        Size size = changed.size();
        boolean wide = size.width() > width;
        boolean high = size.height() > TALLEST;
        setPrefSize(
                Math.min(width, size.width() + (high ? BAR : 0)),
                Math.min(TALLEST, size.height()) + (wide ? BAR : 0));
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleText(changed.rows().tex().size() + "×" + changed.cols().tex().size());
        requestLayout();
        paint();
    }

    void light(OptionalInt column) {
        if (!column.equals(lit)) {
            lit = column;
            paint();
        }
    }

    private JacobianTable.Scroll window() {
        return new JacobianTable.Scroll(
                across.getValue(), down.getValue(), cells.getWidth(), cells.getHeight());
    }

    private void scrolled(ScrollEvent e) {
        boolean sideways = e.isShiftDown() || e.getDeltaY() == 0 || !down.isVisible();
        ScrollBar bar = sideways ? across : down;
        if (bar.isVisible()) {
            double way = e.getDeltaY() == 0 ? e.getDeltaX() : e.getDeltaY();
            bar.setValue(Math.clamp(bar.getValue() - way, 0, Math.max(0, bar.getMax())));
            e.consume();
        }
    }

    private void paint() {
        JacobianTable shown = table;
        if (shown != null) {
            OptionalInt column = lit;
            double right = across.getValue();
            double below = down.getValue();
            cells.show(
                    (g, w, h) ->
                            shown.paint(
                                    g,
                                    theme,
                                    new JacobianTable.Scroll(right, below, w, h),
                                    column));
        }
    }

    @Override
    protected void layoutChildren() {
        Size all = table == null ? new Size(0, 0) : table.size();
        boolean high = all.height() > getHeight() + 0.5;
        double width = getWidth() - (high ? BAR : 0);
        boolean wide = all.width() > width + 0.5;
        double height = getHeight() - (wide ? BAR : 0);
        range(across, wide, all.width(), width);
        range(down, all.height() > height + 0.5, all.height(), height);
        cells.resizeRelocate(0, 0, Math.max(1, width), Math.max(1, height));
        across.resizeRelocate(0, height, width, BAR);
        down.resizeRelocate(width, 0, BAR, height);
    }

    private static void range(ScrollBar bar, boolean needed, double all, double room) {
        bar.setVisible(needed);
        bar.setMax(needed ? all - room : 0);
        bar.setVisibleAmount(needed ? bar.getMax() * room / all : 0);
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(Math.max(1, room));
        bar.setValue(Math.clamp(bar.getValue(), 0, bar.getMax()));
    }
}
