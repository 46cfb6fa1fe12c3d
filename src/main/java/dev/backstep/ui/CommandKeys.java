package dev.backstep.ui;

import atlantafx.base.controls.ToggleSwitch;
import dev.backstep.session.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;

/// The keys of all commands. Whether a command can run is asked when its key is pressed.
///
/// A key belongs to what has the focus if that uses it: a text uses all that types, a slider the
/// arrows. Every other key belongs to the commands, whatever has the focus. What was used with the
/// mouse, and a list that has dropped down and closes, gives the focus back to the graph, so that
/// the arrows step again.
final class CommandKeys {

    private final List<Command> commands;
    private final Supplier<State> state;
    private final Predicate<KeyEvent> first;
    private final Runnable home;

    /// @param first takes what keys it wants before any command gets them
    /// @param home gives the focus to the graph
    CommandKeys(
            List<Command> commands,
            Supplier<State> state,
            Predicate<KeyEvent> first,
            Runnable home) {
        this.commands = commands;
        this.state = state;
        this.first = first;
        this.home = home;
    }

    /// Makes the keys work in a window.
    void watch(Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    // a control takes keys that it has no use for here, as a button takes arrows
                    boolean plain = !isHeld(e) && e.getCode() != KeyCode.ESCAPE;
                    if (plain && scene.getFocusOwner() instanceof Control c && !uses(c, e)) {
                        run(e);
                    }
                });
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (!uses(scene.getFocusOwner(), e)) {
                        run(e);
                    } else if (e.getCode() != KeyCode.TAB) {
                        e.consume(); // else the accelerator of a menu would run
                    }
                });
        scene.addEventFilter(
                MouseEvent.MOUSE_RELEASED,
                _ -> Platform.runLater(() -> giveBackAfterMouse(scene.getFocusOwner())));
        scene.addEventHandler(ComboBoxBase.ON_HIDDEN, e -> giveBackIfFocused(scene, e));
        scene.addEventHandler(MenuButton.ON_HIDDEN, e -> giveBackIfFocused(scene, e));
    }

    private void run(KeyEvent e) {
        if (first.test(e)) {
            e.consume();
            return;
        }
        Optional<Command> pressed =
                commands.stream()
                        .filter(c -> c.keys().filter(k -> k.match(e)).isPresent())
                        .filter(c -> c.possible().test(state.get()))
                        .findFirst();
        if (pressed.isPresent()) {
            e.consume();
            pressed.get().run().run();
        }
    }

    private void giveBackAfterMouse(@Nullable Node focus) {
        boolean menu = focus instanceof MenuButton button && button.isShowing();
        boolean ticked = focus instanceof RadioButton || focus instanceof CheckBox;
        if (focus instanceof Slider || focus instanceof ButtonBase && !menu && !ticked) {
            home.run();
        }
    }

    /// A command chosen in a menu may have moved the focus itself.
    private void giveBackIfFocused(Scene scene, Event hidden) {
        if (hidden.getTarget().equals(scene.getFocusOwner())) {
            home.run();
        }
    }

    private static boolean isHeld(KeyEvent e) {
        return e.isShortcutDown() || e.isAltDown() || e.isMetaDown();
    }

    /// A field of one line has no pages.
    private static boolean isPage(KeyCode key) {
        return key == KeyCode.PAGE_UP || key == KeyCode.PAGE_DOWN;
    }

    private static boolean uses(@Nullable Node focus, KeyEvent e) {
        boolean held = isHeld(e);
        KeyCode key = e.getCode();
        boolean vertical = key == KeyCode.UP || key == KeyCode.DOWN;
        boolean presses = key == KeyCode.SPACE || key == KeyCode.ENTER;
        return switch (focus) {
            case TextField _ -> !held && !key.isFunctionKey() && !isPage(key);
            case TextInputControl _ -> !held && !key.isFunctionKey();
            case GenericStyledArea<?, ?, ?> _ -> !held && !key.isFunctionKey();
            case ComboBoxBase<?> list -> list.isShowing() || vertical || !held && presses;
            case MenuButton menu -> menu.isShowing() || !held && (vertical || presses);
            case RadioButton _ -> !held && (presses || key.isArrowKey());
            case ButtonBase _ -> !held && presses;
            case ToggleSwitch _ -> !held && presses;
            case Slider _ ->
                    !held && (key.isArrowKey() || key == KeyCode.HOME || key == KeyCode.END);
            case ListView<?> _ -> !held && !e.isShiftDown() && vertical;
            case ScrollPane _ -> !held && !e.isShiftDown() && vertical;
            case null, default -> false;
        };
    }
}
