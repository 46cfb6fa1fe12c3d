package dev.backstep.ui;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.ui.kit.Fxml;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The language and the keys on one page, at the right of the window: the program can be typed
/// while it is open. Typing in its field leaves what fits. It is made when it is first opened.
final class Reference extends StackPane {

    private static final double WIDTH = 460;

    private final List<Command> commands;
    private final Runnable closed;
    private @Nullable ReferenceController controls;

    /// @param closed gets the focus back
    Reference(List<Command> commands, Runnable closed) {
        this.commands = commands;
        this.closed = closed;
        getStyleClass().add("reference");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setVisible(false);
        setAlignment(this, Pos.CENTER_RIGHT);
    }

    /// Opens it, or closes it if it is open.
    void toggle() {
        ReferenceController shown = controls == null ? make() : controls;
        if (isVisible()) {
            close(shown);
        } else {
            setVisible(true);
            shown.start();
        }
    }

    /// Opens it at the glossary.
    ///
    /// @param seen the terms that can be read in the window now, which come first
    void glossary(List<GlossaryTerm> seen) {
        ReferenceController shown = controls == null ? make() : controls;
        setVisible(true);
        shown.startGlossary(seen);
    }

    private ReferenceController make() {
        ReferenceController made = new ReferenceController(commands, this::toggle);
        Node frame = Fxml.load("reference.fxml", made);
        getChildren().add(frame);
        controls = made;
        return made;
    }

    private void close(ReferenceController shown) {
        setVisible(false);
        shown.end();
        closed.run();
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            toggle();
            e.consume();
        }
    }
}
