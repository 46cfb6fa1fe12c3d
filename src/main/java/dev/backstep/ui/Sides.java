package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.Panels;
import dev.backstep.session.Session;
import java.util.function.DoubleFunction;
import javafx.scene.Cursor;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The two sides around the centre, each as wide as it was dragged, or folded away.
final class Sides extends HBox {

    private final Region left;
    private final Region right;
    private final Region leftEdge;
    private final Region rightEdge;

    Sides(Region left, Region centre, Region right, Session session) {
        this.left = left;
        this.right = right;
        left.getStyleClass().addAll("side", "side-left");
        right.getStyleClass().addAll("side", "side-right");
        leftEdge =
                edge(
                        session,
                        x -> {
                            Panels p = session.state().view().panels();
                            return new Panels(x, p.right(), p.leftShown(), p.rightShown());
                        });
        rightEdge =
                edge(
                        session,
                        x -> {
                            Panels p = session.state().view().panels();
                            return new Panels(
                                    p.left(), getWidth() - x, p.leftShown(), p.rightShown());
                        });
        getChildren().addAll(left, leftEdge, centre, rightEdge, right);
    }

    void show(Panels panels) {
        shown(left, leftEdge, panels.left(), panels.leftShown());
        shown(right, rightEdge, panels.right(), panels.rightShown());
    }

    private static void shown(Region side, Region edge, double width, boolean shown) {
        side.setMinWidth(width);
        side.setPrefWidth(width);
        side.setMaxWidth(width);
        side.setVisible(shown);
        side.setManaged(shown);
        edge.setVisible(shown);
    }

    /// A strip to drag, lying over the border.
    private Region edge(Session session, DoubleFunction<Panels> dragged) {
        Region edge = new Region();
        edge.setMinWidth(6);
        edge.setMaxWidth(6);
        edge.setViewOrder(-1);
        HBox.setMargin(edge, new javafx.geometry.Insets(0, -3, 0, -3));
        edge.setCursor(Cursor.H_RESIZE);
        edge.setOnMouseDragged(
                e ->
                        session.dispatch(
                                new Action.Resize(
                                        dragged.apply(sceneToLocal(e.getSceneX(), 0).getX()))));
        return edge;
    }
}
