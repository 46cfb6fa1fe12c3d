package dev.backstep.ui.present;

import dev.backstep.session.Action;
import dev.backstep.ui.present.PenLayer.Tool;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of a presentation, those of a clicker among them: page up and down, F5 and Escape, `B`
/// or the full stop for black.
///
/// While a training is shown, the keys that run it are those of the window too.
///
/// Keys that are held with Ctrl, Alt or the command key stay those of the window, and so do those
/// that draw more or less of the graph.
final class PresentKeys {

    private static final Set<KeyCode> OF_THE_WINDOW =
            Set.of(
                    KeyCode.F1,
                    KeyCode.F11,
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.NUMPAD1,
                    KeyCode.NUMPAD2,
                    KeyCode.NUMPAD3,
                    KeyCode.NUMPAD4,
                    KeyCode.O,
                    KeyCode.TAB);

    private static final Set<KeyCode> OF_A_TRAINING =
            Set.of(KeyCode.SPACE, KeyCode.RIGHT, KeyCode.R, KeyCode.PERIOD, KeyCode.COMMA);

    private final Presentation presentation;

    PresentKeys(Presentation presentation) {
        this.presentation = presentation;
    }

    /// Does what a key stands for; false if it stands for nothing here.
    boolean take(KeyEvent e) {
        if (e.getCode().isModifierKey()) {
            return true;
        }
        Curtain curtain = presentation.pane().curtain();
        if (curtain.isDown()) {
            curtain.lift();
            return true;
        }
        if (e.isShortcutDown() || e.isAltDown() || e.isMetaDown() || e.isControlDown()) {
            return undoesStroke(e);
        }
        if (OF_THE_WINDOW.contains(e.getCode())) {
            return false;
        }
        if (presentation.pane().isTraining() && OF_A_TRAINING.contains(e.getCode())) {
            return false;
        }
        if (!steps(e)) {
            tools(e);
        }
        return true;
    }

    private boolean undoesStroke(KeyEvent e) {
        PenLayer pen = presentation.pane().pen();
        boolean undo = e.isShortcutDown() && !e.isShiftDown() && e.getCode() == KeyCode.Z;
        if (undo && pen.strokes() > 0) {
            pen.undo();
            return true;
        }
        return false;
    }

    private boolean steps(KeyEvent e) {
        boolean back = e.isShiftDown();
        switch (e.getCode()) {
            case RIGHT, KP_RIGHT -> presentation.forward(false);
            case PAGE_DOWN -> presentation.forward(true);
            case SPACE, ENTER -> {
                if (back) {
                    presentation.back(true);
                } else {
                    presentation.forward(true);
                }
            }
            case LEFT, KP_LEFT -> presentation.back(false);
            case PAGE_UP, BACK_SPACE -> presentation.back(true);
            case HOME -> presentation.by(new Action.ToStart());
            case END -> presentation.by(new Action.ToEnd());
            case UP, KP_UP -> presentation.pane().strip().turn(-1);
            case DOWN, KP_DOWN -> presentation.pane().strip().turn(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void tools(KeyEvent e) {
        PresentPane shown = presentation.pane();
        switch (e.getCode()) {
            case B, PERIOD -> shown.curtain().black();
            case W, COMMA -> shown.curtain().white();
            case L -> shown.pen().turn(Tool.LASER);
            case D -> shown.pen().turn(Tool.PEN);
            case E, DELETE -> shown.pen().erase();
            case V -> presentation.nextLeaf();
            case T -> presentation.turnTyping();
            case N -> presentation.turnNotes();
            case G -> presentation.turnText();
            case A -> presentation.answer();
            case F5 -> presentation.end();
            case ESCAPE -> {
                if (!presentation.clear()) {
                    presentation.goBack();
                }
            }
            default -> {
                // no key of a presentation does anything else in the window behind it
            }
        }
    }
}
