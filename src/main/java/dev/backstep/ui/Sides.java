package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.Panels;
import dev.backstep.session.Session;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.function.DoubleFunction;
import javafx.geometry.Insets;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The two sides around the centre, each as wide as it was dragged, or folded away to a strip that
/// unfolds it.
///
/// Where the window is too narrow for both, one gives way by itself, and comes back when there is
/// room: the one that was not asked for last.
final class Sides extends HBox {

    /// With less room than this the graph cannot be read.
    private static final double LEAST_CENTRE = 420;

    private final Session session;
    private final Region left;
    private final Region right;
    private final Region leftEdge;
    private final Region rightEdge;
    private final Button unfoldLeft = strip(Feather.CHEVRON_RIGHT, "command.left");
    private final Button unfoldRight = strip(Feather.CHEVRON_LEFT, "command.right");
    private boolean rightGivesWay;

    Sides(Region left, Region centre, Region right, Session session) {
        this.session = session;
        this.left = left;
        this.right = right;
        left.getStyleClass().addAll("side", "side-left");
        right.getStyleClass().addAll("side", "side-right");
        leftEdge =
                edge(
                        x ->
                                new Panels(
                                        x,
                                        panels().right(),
                                        panels().leftShown(),
                                        panels().rightShown()));
        rightEdge =
                edge(
                        x ->
                                new Panels(
                                        panels().left(),
                                        getWidth() - x,
                                        panels().leftShown(),
                                        panels().rightShown()));
        unfoldLeft.setOnAction(_ -> toggleLeft());
        unfoldRight.setOnAction(_ -> toggleRight());
        widthProperty().addListener((_, _, _) -> show(panels()));
        getChildren().addAll(unfoldLeft, left, leftEdge, centre, rightEdge, right, unfoldRight);
    }

    void show(Panels p) {
        boolean both = p.leftShown() && p.rightShown();
        boolean narrow = both && p.left() + p.right() + LEAST_CENTRE > getWidth() && getWidth() > 0;
        shown(left, leftEdge, unfoldLeft, p.left(), p.leftShown() && !(narrow && !rightGivesWay));
        shown(
                right,
                rightEdge,
                unfoldRight,
                p.right(),
                p.rightShown() && !(narrow && rightGivesWay));
    }

    /// Folds the left side, or unfolds it, also where it had given way.
    void toggleLeft() {
        boolean unfold = !left.isVisible();
        rightGivesWay = unfold;
        become(new Panels(panels().left(), panels().right(), unfold, panels().rightShown()));
    }

    /// Unfolds the left side where it is not to be seen.
    void unfoldLeft() {
        if (!left.isVisible()) {
            toggleLeft();
        }
    }

    /// Folds the right side, or unfolds it, also where it had given way.
    void toggleRight() {
        boolean unfold = !right.isVisible();
        rightGivesWay = !unfold;
        become(new Panels(panels().left(), panels().right(), panels().leftShown(), unfold));
    }

    /// Where nothing but who gives way has changed, there is no new state to show.
    private void become(Panels changed) {
        session.dispatch(new Action.Resize(changed));
        show(panels());
    }

    private Panels panels() {
        return session.state().view().panels();
    }

    private static void shown(Region side, Region edge, Button strip, double width, boolean shown) {
        side.setMinWidth(width);
        side.setPrefWidth(width);
        side.setMaxWidth(width);
        side.setVisible(shown);
        side.setManaged(shown);
        edge.setVisible(shown);
        strip.setVisible(!shown);
        strip.setManaged(!shown);
    }

    private static Button strip(Feather icon, String text) {
        Button strip = new Button("", Icons.of(icon));
        strip.getStyleClass().add("unfold");
        strip.setAccessibleText(Texts.of(text));
        Tips.text(strip, text);
        strip.setMinWidth(22);
        strip.setMaxHeight(Double.MAX_VALUE);
        return strip;
    }

    /// A strip to drag, lying over the border.
    private Region edge(DoubleFunction<Panels> dragged) {
        Region edge = new Region();
        edge.setMinWidth(6);
        edge.setMaxWidth(6);
        edge.setViewOrder(-1);
        HBox.setMargin(edge, new Insets(0, -3, 0, -3));
        edge.setCursor(Cursor.H_RESIZE);
        edge.setOnMouseDragged(
                e ->
                        session.dispatch(
                                new Action.Resize(
                                        dragged.apply(sceneToLocal(e.getSceneX(), 0).getX()))));
        return edge;
    }
}
