package dev.backstep.ui.train;

import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.List;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// Gives the network all the width: takes the sides away, and brings them back. A button that
/// stands over the network, Escape brings them back too.
final class WholeWidth extends Button {

    private final List<Node> sides;
    private boolean whole;
    private boolean byItself;
    private final EventHandler<KeyEvent> escape =
            e -> {
                if (e.getCode() == KeyCode.ESCAPE) {
                    toggle();
                    e.consume();
                }
            };

    WholeWidth(Node... sides) {
        this.sides = List.of(sides);
        this.sides.forEach(s -> s.managedProperty().bind(s.visibleProperty()));
        getStyleClass().addAll("small", "flat", "whole-width");
        setOnAction(_ -> toggle());
        Tips.on(this, () -> Texts.of(text()));
        sceneProperty()
                .addListener(
                        (_, before, now) -> {
                            if (before != null) {
                                before.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
                            }
                            if (now != null && whole) {
                                now.addEventFilter(KeyEvent.KEY_PRESSED, escape);
                            }
                        });
        show();
    }

    /// Stands in the upper right corner of the network, and gives it all the width by itself while
    /// the pane around it is narrower than this.
    void standOver(StackPane network, Region pane, double least) {
        network.getChildren().add(this);
        StackPane.setAlignment(this, Pos.TOP_RIGHT);
        StackPane.setMargin(this, new Insets(4, 10, 0, 0));
        pane.widthProperty().addListener((_, _, width) -> narrow(width.doubleValue() < least));
    }

    /// Where there is no room for the sides they are hidden, and come back when there is.
    private void narrow(boolean now) {
        if (now && !whole || !now && byItself && whole) {
            toggle();
            byItself = now;
        }
    }

    void toggle() {
        byItself = false;
        whole = !whole;
        show();
        if (getScene() == null) {
            return;
        }
        if (whole) {
            getScene().addEventFilter(KeyEvent.KEY_PRESSED, escape);
        } else {
            getScene().removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
    }

    private void show() {
        sides.forEach(s -> s.setVisible(!whole));
        setGraphic(Icons.of(whole ? Feather.MINIMIZE_2 : Feather.MAXIMIZE_2));
        setAccessibleText(Texts.of(text()));
    }

    private String text() {
        return whole ? "network.sides" : "network.whole";
    }
}
