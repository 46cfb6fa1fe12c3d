package dev.backstep.ui;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// The strip above the graph: the switch of the detail and the legend at its left, the buttons that
/// zoom at its right. A notice stands between them if it fits there, else below, and the graph
/// gives way: nothing lies over its cards.
final class GraphBar extends Region {

    private static final double ROW = 46;
    private static final double LEFT = 16;
    private static final double RIGHT = 10;
    private static final double APART = 12;

    private final Region detail;
    private final Region legend;
    private final Region notice;
    private final Region zoom;

    GraphBar(Region detail, Region legend, Region notice, Region zoom) {
        this.detail = detail;
        this.legend = legend;
        this.notice = notice;
        this.zoom = zoom;
        notice.visibleProperty().addListener((_, _, _) -> requestLayout());
        legend.visibleProperty().addListener((_, _, _) -> requestLayout());
        getStyleClass().add("graph-bar");
        getChildren().addAll(detail, legend, notice, zoom);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double w = width < 0 ? getWidth() : width;
        return !notice.isVisible() || fits(w) ? ROW : ROW + noticeHeight(w) + APART;
    }

    @Override
    protected double computePrefWidth(double height) {
        return start() + zoom.prefWidth(-1) + RIGHT;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean fits(double width) {
        return notice.prefWidth(-1) <= between(width) && notice.prefHeight(-1) <= ROW;
    }

    private double between(double width) {
        return width - start() - zoom.prefWidth(-1) - RIGHT - APART;
    }

    /// Where a notice may begin.
    private double start() {
        return beside() + (legend.isVisible() ? legend.prefWidth(-1) + APART : 0);
    }

    /// Where the legend begins.
    private double beside() {
        return LEFT + detail.prefWidth(-1) + APART;
    }

    private double noticeWidth(double width) {
        return Math.min(notice.prefWidth(-1), width - 2 * LEFT);
    }

    private double noticeHeight(double width) {
        return notice.prefHeight(noticeWidth(width));
    }

    @Override
    protected void layoutChildren() {
        zoom.setVisible(
                LEFT + detail.minWidth(-1) + APART + zoom.prefWidth(-1) + RIGHT <= getWidth());
        double end = getWidth() - RIGHT - (zoom.isVisible() ? zoom.prefWidth(-1) : 0);
        legend.setOpacity(beside() + legend.prefWidth(-1) + APART <= end ? 1 : 0);
        place(detail, LEFT, Math.min(detail.prefWidth(-1), end - LEFT - APART));
        place(legend, beside(), legend.prefWidth(-1));
        place(zoom, getWidth() - RIGHT - zoom.prefWidth(-1), zoom.prefWidth(-1));
        boolean fits = fits(getWidth());
        double width = noticeWidth(getWidth());
        double height = noticeHeight(getWidth());
        double room = fits ? between(getWidth()) : getWidth();
        double x = (fits ? start() : 0) + (room - width) / 2;
        notice.resizeRelocate(x, fits ? (ROW - height) / 2 : ROW, width, height);
    }

    private static void place(Region part, double x, double width) {
        double height = part.prefHeight(-1);
        part.resizeRelocate(x, (ROW - height) / 2, width, height);
    }
}
