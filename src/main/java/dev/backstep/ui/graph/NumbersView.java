package dev.backstep.ui.graph;

import dev.backstep.layout.Size;
import dev.backstep.paint.NumberTable;
import dev.backstep.paint.Theme;
import dev.backstep.ui.kit.PaintedRegion;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The numbers of a matrix of any size, scrolled in both directions.
final class NumbersView extends Region {

    private static final double BAR = 13;

    private final PaintedRegion cells = new PaintedRegion();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private @Nullable NumberTable table;
    private Theme theme = Theme.LIGHT;

    NumbersView() {
        down.setOrientation(Orientation.VERTICAL);
        across.valueProperty().addListener((_, _, _) -> paint());
        down.valueProperty().addListener((_, _, _) -> paint());
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        getChildren().addAll(cells, across, down);
    }

    void show(NumberTable changed, Theme colors) {
        table = changed;
        theme = colors;
        requestLayout();
        paint();
    }

    /// The size at which nothing needs to be scrolled.
    Size wanted() {
        return table == null ? new Size(0, 0) : table.size();
    }

    private void scrolled(ScrollEvent e) {
        boolean sideways = e.isShiftDown() || e.getDeltaY() == 0 || !down.isVisible();
        double way = e.getDeltaY() == 0 ? e.getDeltaX() : e.getDeltaY();
        ScrollBar bar = sideways ? across : down;
        bar.setValue(Math.clamp(bar.getValue() - way, 0, Math.max(0, bar.getMax())));
        e.consume();
    }

    private void paint() {
        NumberTable shown = table;
        if (shown != null) {
            double right = across.getValue();
            double below = down.getValue();
            cells.show((g, w, h) -> shown.paint(g, theme, right, below, w, h));
        }
    }

    @Override
    protected void layoutChildren() {
        Size all = wanted();
        boolean high = all.height() > getHeight() + 0.5;
        double width = getWidth() - (high ? BAR : 0);
        boolean wide = all.width() > width + 0.5;
        double height = getHeight() - (wide ? BAR : 0);
        range(across, wide, all.width(), width);
        range(down, high || all.height() > height + 0.5, all.height(), height);
        cells.resizeRelocate(0, 0, Math.max(1, width), Math.max(1, height));
        across.resizeRelocate(0, height, width, BAR);
        down.resizeRelocate(width, 0, BAR, height);
    }

    private static void range(ScrollBar bar, boolean needed, double all, double room) {
        bar.setVisible(needed);
        bar.setMax(needed ? all - room : 0);
        bar.setVisibleAmount(needed ? bar.getMax() * room / all : 0);
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(room);
        bar.setValue(Math.clamp(bar.getValue(), 0, bar.getMax()));
    }
}
