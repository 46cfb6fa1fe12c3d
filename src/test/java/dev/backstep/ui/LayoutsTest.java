package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every shortcut on the keyboards of three countries.
///
/// The tables hold what the toolkit makes of a key on Linux: its code is that of the sign the key
/// types without Shift, or that of the US key in its place if there is no such code; its text is
/// what is typed.
class LayoutsTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    /// One way to press a key.
    private record Press(KeyCode code, String text, boolean shift) {

        static Press plain(KeyCode code, String text) {
            return new Press(code, text, false);
        }

        static Press shifted(KeyCode code, String text) {
            return new Press(code, text, true);
        }

        KeyEvent event(boolean control, boolean alt, boolean told) {
            return new KeyEvent(
                    KeyEvent.KEY_PRESSED,
                    KeyEvent.CHAR_UNDEFINED,
                    told ? text : "",
                    code,
                    shift,
                    control,
                    alt,
                    false);
        }
    }

    private static final Press KEYPAD_PLUS = Press.plain(KeyCode.ADD, "+");
    private static final Press KEYPAD_MINUS = Press.plain(KeyCode.SUBTRACT, "-");

    enum Layout {
        US(
                Map.of(
                        "Plus",
                        List.of(Press.plain(KeyCode.EQUALS, "="), KEYPAD_PLUS),
                        "Shift+Plus",
                        List.of(
                                Press.shifted(KeyCode.EQUALS, "+"),
                                Press.shifted(KeyCode.ADD, "+")),
                        "Shift+Minus",
                        List.of(
                                Press.shifted(KeyCode.MINUS, "_"),
                                Press.shifted(KeyCode.SUBTRACT, "-")),
                        "Shift+0",
                        List.of(Press.shifted(KeyCode.DIGIT0, ")")),
                        "Minus",
                        List.of(Press.plain(KeyCode.MINUS, "-"), KEYPAD_MINUS),
                        "Period",
                        List.of(Press.plain(KeyCode.PERIOD, ".")),
                        "Comma",
                        List.of(Press.plain(KeyCode.COMMA, ",")),
                        "1",
                        List.of(Press.plain(KeyCode.DIGIT1, "1")),
                        "2",
                        List.of(Press.plain(KeyCode.DIGIT2, "2"))),
                List.of(
                        Press.shifted(KeyCode.DIGIT1, "!"),
                        Press.shifted(KeyCode.DIGIT2, "@"),
                        Press.shifted(KeyCode.DIGIT7, "&"),
                        Press.shifted(KeyCode.PERIOD, ">"),
                        Press.shifted(KeyCode.COMMA, "<"),
                        Press.plain(KeyCode.BACK_QUOTE, "`"))),
        GERMAN(
                Map.of(
                        "Plus",
                        List.of(Press.plain(KeyCode.PLUS, "+"), KEYPAD_PLUS),
                        "Shift+Plus",
                        List.of(Press.shifted(KeyCode.PLUS, "*"), Press.shifted(KeyCode.ADD, "+")),
                        "Shift+Minus",
                        List.of(
                                Press.shifted(KeyCode.MINUS, "_"),
                                Press.shifted(KeyCode.SUBTRACT, "-")),
                        "Shift+0",
                        List.of(Press.shifted(KeyCode.DIGIT0, "=")),
                        "Minus",
                        List.of(Press.plain(KeyCode.MINUS, "-"), KEYPAD_MINUS),
                        "Period",
                        List.of(Press.plain(KeyCode.PERIOD, ".")),
                        "Comma",
                        List.of(Press.plain(KeyCode.COMMA, ",")),
                        "1",
                        List.of(Press.plain(KeyCode.DIGIT1, "1")),
                        "2",
                        List.of(Press.plain(KeyCode.DIGIT2, "2"))),
                List.of(
                        Press.plain(KeyCode.MINUS, "ß"),
                        Press.shifted(KeyCode.MINUS, "?"),
                        Press.shifted(KeyCode.DIGIT6, "&"),
                        Press.shifted(KeyCode.PERIOD, ":"),
                        Press.shifted(KeyCode.COMMA, ";"),
                        Press.plain(KeyCode.SEMICOLON, "ö"))),
        FRENCH(
                Map.of(
                        "Plus",
                        List.of(Press.plain(KeyCode.EQUALS, "="), KEYPAD_PLUS),
                        "Shift+Plus",
                        List.of(
                                Press.shifted(KeyCode.EQUALS, "+"),
                                Press.shifted(KeyCode.ADD, "+")),
                        "Shift+Minus",
                        List.of(
                                Press.shifted(KeyCode.MINUS, "6"),
                                Press.shifted(KeyCode.SUBTRACT, "-")),
                        "Shift+0",
                        List.of(Press.shifted(KeyCode.DIGIT0, "0")),
                        "Minus",
                        List.of(Press.plain(KeyCode.MINUS, "-"), KEYPAD_MINUS),
                        "Period",
                        List.of(Press.shifted(KeyCode.SEMICOLON, ".")),
                        "Comma",
                        List.of(Press.plain(KeyCode.COMMA, ",")),
                        "1",
                        List.of(
                                Press.plain(KeyCode.AMPERSAND, "&"),
                                Press.shifted(KeyCode.AMPERSAND, "1")),
                        "2",
                        List.of(
                                Press.plain(KeyCode.DIGIT2, "é"),
                                Press.shifted(KeyCode.DIGIT2, "2"))),
                List.of(
                        Press.plain(KeyCode.SEMICOLON, ";"),
                        Press.shifted(KeyCode.COMMA, "?"),
                        Press.plain(KeyCode.UNDERSCORE, "_"),
                        Press.plain(KeyCode.BACK_QUOTE, "²"),
                        Press.plain(KeyCode.QUOTEDBL, "\"")));

        private final Map<String, List<Press>> signs;
        private final List<Press> others;

        /// @param signs how each sign of a shortcut is typed
        /// @param others keys that look like those, and are none of them
        Layout(Map<String, List<Press>> signs, List<Press> others) {
            this.signs = signs;
            this.others = others;
        }

        /// How the last key of a shortcut is pressed; what has a place of its own is a code.
        List<Press> of(String key, boolean shift) {
            return signs.getOrDefault(
                    shift && signs.containsKey("Shift+" + key) ? "Shift+" + key : key,
                    List.of(new Press(code(key), text(key), shift)));
        }
    }

    private static KeyCode code(String key) {
        return switch (key) {
            case "Esc" -> KeyCode.ESCAPE;
            case "Right", "Left", "Up", "Down", "Home", "End", "Space", "Enter" ->
                    KeyCode.valueOf(key.toUpperCase(Locale.ROOT));
            default -> KeyCode.getKeyCode(key);
        };
    }

    private static String text(String key) {
        return key.length() == 1 ? key.toLowerCase(Locale.ROOT) : "";
    }

    private List<Command> withKeys() {
        return at.window().commands().stream().filter(c -> c.keys().isPresent()).toList();
    }

    /// All presses that should run a command.
    private static List<KeyEvent> presses(Command command, Layout layout) {
        KeyCombination shown = command.keys().orElseThrow().shown();
        String name = shown.getName();
        String key = name.substring(name.lastIndexOf('+') + 1);
        boolean control = shown.getShortcut() == KeyCombination.ModifierValue.DOWN;
        boolean shift = shown.getShift() == KeyCombination.ModifierValue.DOWN;
        boolean alt = shown.getAlt() == KeyCombination.ModifierValue.DOWN;
        List<KeyEvent> events = new ArrayList<>();
        for (Press press : layout.of(key, shift)) {
            events.add(press.event(control, alt, true));
            boolean letter = press.code.isLetterKey() || press.text.isEmpty();
            if (control && (letter || press.text.equals(key) && !press.shift)) {
                events.add(press.event(true, alt, false));
            }
        }
        return events;
    }

    @ParameterizedTest
    @EnumSource
    void every_shortcut_is_that_of_its_command_and_of_no_other(Layout layout) throws Exception {
        at.open("x = 1\nL = x^2\n");
        List<Command> commands = withKeys();
        assertTrue(commands.size() > 35, () -> commands.size() + " shortcuts");
        for (Command command : commands) {
            for (KeyEvent press : presses(command, layout)) {
                List<String> matched =
                        commands.stream()
                                .filter(command::meets)
                                .filter(c -> c.keys().orElseThrow().match(press))
                                .map(Command::name)
                                .toList();
                assertEquals(List.of(command.name()), matched, press::toString);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_beside_it_is_none(Layout layout) throws Exception {
        at.open("x = 1\nL = x^2\n");
        for (Press press : layout.others) {
            for (boolean control : new boolean[] {true, false}) {
                KeyEvent event = press.event(control, false, true);
                List<String> matched =
                        withKeys().stream()
                                .filter(c -> c.keys().orElseThrow().match(event))
                                .map(Command::name)
                                .toList();
                assertEquals(List.of(), matched, event::toString);
            }
        }
    }

    /// While the editor has the focus too, where keys without Ctrl type.
    @ParameterizedTest
    @EnumSource
    void the_keys_zoom_and_play_faster(Layout layout) throws Exception {
        at.open("x = 1\nL = x^2\n");
        for (Press plus : layout.signs.get("Plus")) {
            double before = at.on(at.graph()::scale);
            press(plus.event(true, false, true));
            assertEquals(1.25 * before, at.on(at.graph()::scale), 1e-9, plus::toString);
        }
        at.robot.push(KeyCode.CONTROL, KeyCode.L);
        for (Press minus : layout.signs.get("Minus")) {
            double before = at.on(at.graph()::scale);
            press(minus.event(true, false, true));
            assertEquals(0.8 * before, at.on(at.graph()::scale), 1e-9, minus::toString);
        }
        at.robot.type(KeyCode.ESCAPE);
        at.dispatch(new Action.Speed(1));
        press(layout.signs.get("Period").getFirst().event(false, false, true));
        assertEquals(2, at.state().view().speed());
        press(layout.signs.get("Comma").getFirst().event(false, false, true));
        assertEquals(1, at.state().view().speed());
        press(layout.signs.get("1").getFirst().event(true, false, true));
        assertFalse(at.state().view().panels().leftShown());
    }

    @Test
    void the_arrows_of_the_numeric_keypad_step() throws Exception {
        at.open("x = 1\nL = x^2\n");
        press(new Press(KeyCode.KP_RIGHT, "", false).event(false, false, true));
        assertEquals(1, at.step());
    }

    private void press(KeyEvent event) throws Exception {
        at.on(
                () -> {
                    Event.fireEvent(at.stage().getScene().getFocusOwner(), event);
                    return Platform.isFxApplicationThread();
                });
        at.pulse();
    }
}
