package dev.backstep.ui.kit;

import dev.backstep.layout.Size;
import dev.backstep.paint.Painting;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// A painted picture of any size, scrolled in both directions; only what is seen of it is painted.
public final class ScrolledPicture extends Region {

    /// How wide a bar is, where there is one.
    public static final double BAR = 12;

    private static final double LINE = 40;

    private final PaintedRegion seen = new PaintedRegion();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private Size all = new Size(0, 0);
    private Scrolled picture = (_, _) -> (_, _, _) -> {};

    /// A picture whose part to the right and below of a place is painted.
    @FunctionalInterface
    public interface Scrolled {

        Painting from(double right, double below);
    }

    public ScrolledPicture() {
        down.setOrientation(Orientation.VERTICAL);
        across.valueProperty().addListener((_, _, _) -> paint());
        down.valueProperty().addListener((_, _, _) -> paint());
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        getChildren().addAll(seen, across, down);
    }

    /// @param size of the whole picture
    public void show(Size size, Scrolled changed) {
        all = size;
        picture = changed;
        requestLayout();
        paint();
    }

    /// The size at which nothing needs to be scrolled.
    public Size whole() {
        return all;
    }

    /// What is seen of the picture, for whoever follows the pointer.
    public Node seen() {
        return seen;
    }

    public Size seenSize() {
        return new Size(seen.getWidth(), seen.getHeight());
    }

    /// How far the picture is scrolled to the right.
    public double right() {
        return across.getValue();
    }

    /// How far it is scrolled down.
    public double below() {
        return down.getValue();
    }

    /// Scrolls on by so much, as far as there is more.
    public void scrollRight(double by) {
        across.setValue(Math.clamp(across.getValue() + by, 0, across.getMax()));
    }

    public void scrollDown(double by) {
        down.setValue(Math.clamp(down.getValue() + by, 0, down.getMax()));
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
        seen.show(picture.from(right(), below()));
    }

    @Override
    protected void layoutChildren() {
        boolean high = all.height() > getHeight() + 0.5;
        double width = getWidth() - (high ? BAR : 0);
        boolean wide = all.width() > width + 0.5;
        double height = getHeight() - (wide ? BAR : 0);
        range(across, wide, all.width(), width);
        range(down, all.height() > height + 0.5, all.height(), height);
        seen.resizeRelocate(0, 0, Math.max(1, width), Math.max(1, height));
        across.resizeRelocate(0, height, width, BAR);
        down.resizeRelocate(width, 0, BAR, height);
    }

    private static void range(ScrollBar bar, boolean needed, double all, double room) {
        bar.setVisible(needed);
        bar.setMax(needed ? all - room : 0);
        bar.setVisibleAmount(needed ? bar.getMax() * room / all : 0);
        bar.setUnitIncrement(LINE);
        bar.setBlockIncrement(Math.max(1, room));
        bar.setValue(Math.clamp(bar.getValue(), 0, bar.getMax()));
    }
}
