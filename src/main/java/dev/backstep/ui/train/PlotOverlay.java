package dev.backstep.ui.train;

import dev.backstep.ui.kit.Icons;
import java.util.Locale;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// A view shown large over the network. It is the view itself, taken out of its place and put back,
/// so that the pointer does in it what it does there.
final class PlotOverlay extends BorderPane {

    private final Label heading = new Label();
    private final Button close = Icons.button(Feather.MINIMIZE_2, "view.close", "small", "flat");
    private final EventHandler<KeyEvent> escape =
            e -> {
                if (e.getCode() == KeyCode.ESCAPE) {
                    close();
                    e.consume();
                }
            };
    private Optional<PlotPanel> open = Optional.empty();

    PlotOverlay() {
        heading.getStyleClass().add("heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        close.setOnAction(_ -> close());
        HBox head = new HBox(8, heading, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("plot-overlay");
        setTop(head);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        sceneProperty()
                .addListener(
                        (_, before, _) -> {
                            if (before != null) {
                                unwatch(before);
                            }
                        });
    }

    /// Shows a view large, in the place of any other.
    void open(PlotPanel panel) {
        close();
        heading.setText(panel.name().toUpperCase(Locale.getDefault()));
        setCenter(panel.giveAway());
        open = Optional.of(panel);
        setVisible(true);
        getScene().addEventFilter(KeyEvent.KEY_PRESSED, escape);
        close.requestFocus();
    }

    boolean isOpen(PlotPanel panel) {
        return open.filter(panel::equals).isPresent();
    }

    /// Puts the view back, if one is shown.
    void close() {
        setCenter(null);
        open.ifPresent(PlotPanel::takeBack);
        open = Optional.empty();
        setVisible(false);
        if (getScene() != null) {
            unwatch(getScene());
        }
    }

    private void unwatch(Scene scene) {
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
    }
}
