package dev.backstep.ui;

import dev.backstep.session.Session;
import dev.backstep.ui.kit.NumberField;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.GenericStyledArea;

/// Keys that mean the same wherever the focus is: undo and redo are those of the session, and
/// Escape leads from a text back to the graph. A text control has an undo of its own, which would
/// know nothing of the program.
///
/// Where a number is half typed, undo and Escape put back what it was, and nothing else.
final class EditingKeys {

    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");
    private static final KeyCombination ALSO_REDO = KeyCombination.valueOf("Shortcut+Y");

    private final Session session;
    private final Runnable toGraph;
    private final BooleanSupplier elsewhere;

    EditingKeys(Session session, Runnable toGraph) {
        this(session, toGraph, () -> false);
    }

    /// @param elsewhere whether undo now takes back something that is no part of the session
    EditingKeys(Session session, Runnable toGraph, BooleanSupplier elsewhere) {
        this.session = session;
        this.toGraph = toGraph;
        this.elsewhere = elsewhere;
    }

    /// Takes these keys before what lies below `panes` gets them.
    void watch(Node panes) {
        panes.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (panes.getScene() != null && take(e, panes.getScene().getFocusOwner())) {
                        e.consume();
                    }
                });
    }

    private boolean take(KeyEvent e, Node focus) {
        boolean text =
                focus instanceof TextInputControl || focus instanceof GenericStyledArea<?, ?, ?>;
        if (!text && elsewhere.getAsBoolean()) {
            return false;
        }
        boolean leaves = text && e.getCode() == KeyCode.ESCAPE;
        if ((leaves || UNDO.match(e))
                && focus instanceof NumberField number
                && number.putBackTyped()) {
            return true;
        }
        if (leaves) {
            toGraph.run();
        } else if (UNDO.match(e)) {
            session.undo();
        } else if (REDO.match(e) || ALSO_REDO.match(e)) {
            session.redo();
        } else {
            return false;
        }
        return true;
    }
}
