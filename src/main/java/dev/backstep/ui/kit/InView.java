package dev.backstep.ui.kit;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/// Scrolls what is longer than its room.
public final class InView {

    /// How much of the height a page is, so that the last lines stay in sight.
    private static final double PAGE = 0.8;

    /// What is left free above and below.
    private static final double MARGIN = 12;

    private InView() {}

    /// Brings a node into view: all of it where there is room, else from its top. Words that are
    /// shown for the first time know their height only when their width is known, so that it is
    /// done again then.
    public static void bring(ScrollPane pane, Node node) {
        move(pane, node);
        Platform.runLater(
                () -> {
                    layAnew(pane.getContent());
                    move(pane, node);
                });
    }

    private static void layAnew(Node node) {
        if (node instanceof Parent parent) {
            parent.requestLayout();
            parent.getChildrenUnmodifiable().forEach(InView::layAnew);
        }
    }

    private static void move(ScrollPane pane, Node node) {
        pane.applyCss();
        pane.layout();
        Bounds wanted = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double height = pane.getViewportBounds().getHeight();
        double most = most(pane);
        if (most < 1) {
            return;
        }
        double top = pane.getVvalue() * most;
        double low = Math.max(top, wanted.getMaxY() + MARGIN - height);
        pane.setVvalue(Math.clamp(Math.min(low, wanted.getMinY() - MARGIN) / most, 0, 1));
    }

    /// Scrolls a page on, or back; says whether there was more to be seen.
    public static boolean page(ScrollPane pane, boolean on) {
        double most = most(pane);
        double at = pane.getVvalue();
        if (most < 1 || (on ? at >= 0.999 : at <= 0.001)) {
            return false;
        }
        double step = PAGE * pane.getViewportBounds().getHeight() / most;
        pane.setVvalue(Math.clamp(at + (on ? step : -step), 0, 1));
        return true;
    }

    private static double most(ScrollPane pane) {
        return pane.getContent().getLayoutBounds().getHeight()
                - pane.getViewportBounds().getHeight();
    }
}
