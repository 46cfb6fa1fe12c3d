package dev.backstep.ui;

import java.util.EnumSet;
import java.util.Set;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.GenericStyledArea;

/// Keys without Ctrl or Alt belong to whoever has the focus where that is a text or a control that
/// uses them; commands get them elsewhere. Otherwise Space would play while a program is typed. A
/// scrolled panel gets none but those that go up and down: it has the focus after a mere click.
final class PlainKeys {

    private static final Set<KeyCode> STEPS =
            EnumSet.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END, KeyCode.SPACE);

    private PlainKeys() {}

    /// Stops such keys on their way from the focus to the commands of the scene.
    static void keepFromCommands(Node root) {
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    boolean command =
                            e.isShortcutDown()
                                    || e.isAltDown()
                                    || e.isMetaDown()
                                    || e.getCode().isFunctionKey()
                                    || e.getCode() == KeyCode.TAB;
                    if (!command
                            && root.getScene() != null
                            && uses(root.getScene().getFocusOwner(), e.getCode())) {
                        e.consume();
                    }
                });
        root.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    boolean plain = !e.isShortcutDown() && !e.isAltDown() && !e.isShiftDown();
                    if (plain
                            && e.getTarget() instanceof ScrollPane
                            && STEPS.contains(e.getCode())) {
                        e.consume();
                        Event.fireEvent(root, e.copyFor(root, root));
                    }
                });
    }

    /// After a click on a button or a drag of a slider the keys go where they went before: to the
    /// steps.
    static void giveBackAfterMouse(Node panes, Runnable home) {
        panes.addEventFilter(
                MouseEvent.MOUSE_RELEASED,
                _ ->
                        Platform.runLater(
                                () -> {
                                    Node focus = panes.getScene().getFocusOwner();
                                    boolean menu = focus instanceof MenuButton;
                                    if (focus instanceof Slider
                                            || focus instanceof ButtonBase && !menu) {
                                        home.run();
                                    }
                                }));
    }

    private static boolean uses(Node focus, KeyCode key) {
        return switch (focus) {
            case TextInputControl _ -> true;
            case GenericStyledArea<?, ?, ?> _ -> true;
            case ComboBoxBase<?> _ ->
                    key.isArrowKey() || key == KeyCode.SPACE || key == KeyCode.ENTER;
            case ListView<?> _ -> key == KeyCode.UP || key == KeyCode.DOWN;
            case Slider _ -> key.isArrowKey() || key == KeyCode.HOME || key == KeyCode.END;
            case null, default -> false;
        };
    }
}
