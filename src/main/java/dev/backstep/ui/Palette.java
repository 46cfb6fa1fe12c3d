package dev.backstep.ui;

import dev.backstep.session.State;
import dev.backstep.ui.kit.Fxml;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// All commands, found by typing part of their name or of that of their menu. It is made when it is
/// first opened.
final class Palette extends StackPane {

    private final List<Commands.MenuGroup> commands;
    private final Supplier<State> state;
    private final Runnable closed;
    private @Nullable PaletteController controls;

    /// @param closed gets the focus back
    Palette(List<Commands.MenuGroup> commands, Supplier<State> state, Runnable closed) {
        this.commands = commands;
        this.state = state;
        this.closed = closed;
        setStyle("-fx-padding: 90 0 0 0;");
        setOnMousePressed(
                e -> {
                    if (e.getTarget() == this) {
                        close();
                    }
                });
        setVisible(false);
    }

    void open() {
        PaletteController shown = controls == null ? make() : controls;
        setVisible(true);
        shown.start();
    }

    private PaletteController make() {
        PaletteController made = new PaletteController(commands, state, this::close);
        Node box = Fxml.load("palette.fxml", made);
        setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        controls = made;
        return made;
    }

    private void close() {
        setVisible(false);
        closed.run();
    }
}
