package dev.backstep.ui;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of a command, on every layout of a keyboard.
///
/// A letter, an arrow or a function key is told by its code, which follows what is printed on it. A
/// digit or a sign is told by what it types, since where it is differs: `+` is Shift and `=` on a
/// US keyboard, a key of its own on a German one; `1` needs Shift on a French one, where the key
/// alone types `&`.
///
/// @param shown as the menu shows it
/// @param typed the sign that is typed, where the keys are told by that
record Keys(KeyCombination shown, Optional<Character> typed) {

    private static final Map<String, Character> SIGNS =
            Map.of("Plus", '+', "Minus", '-', "Period", '.', "Comma", ',');

    /// What a key types where the system does not say so, without Shift.
    private static final Map<KeyCode, Character> PLAIN =
            Map.ofEntries(
                    Map.entry(KeyCode.PLUS, '+'),
                    Map.entry(KeyCode.ADD, '+'),
                    Map.entry(KeyCode.EQUALS, '='),
                    Map.entry(KeyCode.MINUS, '-'),
                    Map.entry(KeyCode.SUBTRACT, '-'),
                    Map.entry(KeyCode.PERIOD, '.'),
                    Map.entry(KeyCode.DECIMAL, '.'),
                    Map.entry(KeyCode.COMMA, ','));

    /// The arrows of the numeric keypad are arrows.
    private static final Map<KeyCode, KeyCode> KEYPAD =
            Map.of(
                    KeyCode.KP_LEFT, KeyCode.LEFT,
                    KeyCode.KP_RIGHT, KeyCode.RIGHT,
                    KeyCode.KP_UP, KeyCode.UP,
                    KeyCode.KP_DOWN, KeyCode.DOWN);

    /// @param keys as in `Shortcut+Shift+Z`, `Shortcut+Plus`, `F1`
    static Keys of(String keys) {
        String last = keys.substring(keys.lastIndexOf('+') + 1);
        boolean digit = last.length() == 1 && Character.isDigit(last.charAt(0));
        return new Keys(
                KeyCombination.valueOf(keys),
                digit ? Optional.of(last.charAt(0)) : Optional.ofNullable(SIGNS.get(last)));
    }

    /// Whether a press of a key, with what is held meanwhile, is this.
    boolean match(KeyEvent e) {
        return typed.map(sign -> isHeld(e) && (isShifted() ? shifts(e, sign) : types(e, sign)))
                .orElseGet(() -> isPressed(e));
    }

    private boolean isPressed(KeyEvent e) {
        KeyCode code = KEYPAD.getOrDefault(e.getCode(), e.getCode());
        return shown.match(
                new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        e.getCharacter(),
                        e.getText(),
                        code,
                        e.isShiftDown(),
                        e.isControlDown(),
                        e.isAltDown(),
                        e.isMetaDown()));
    }

    /// Whether Ctrl, Alt and Meta are held as they should be; Shift belongs to the typing.
    private boolean isHeld(KeyEvent e) {
        boolean shortcut = shown.getShortcut() == KeyCombination.ModifierValue.DOWN;
        int held = (e.isControlDown() ? 1 : 0) + (e.isMetaDown() ? 1 : 0);
        return e.isShortcutDown() == shortcut && held == (shortcut ? 1 : 0) && !e.isAltDown();
    }

    private boolean isShifted() {
        return shown.getShift() == KeyCombination.ModifierValue.DOWN;
    }

    /// Whether Shift is held with the key of a sign, whatever both of them type.
    private static boolean shifts(KeyEvent e, char sign) {
        char typed = typed(e);
        boolean untold = e.getText().isEmpty();
        KeyCode code = e.getCode();
        return e.isShiftDown()
                && switch (sign) {
                    case '+' ->
                            typed == '+'
                                    || code == KeyCode.ADD
                                    || code == KeyCode.PLUS
                                    || untold && code == KeyCode.EQUALS;
                    case '-' ->
                            typed == '-'
                                    || typed == '_'
                                    || code == KeyCode.SUBTRACT
                                    || code == KeyCode.MINUS && (untold || typed == '6');
                    default ->
                            typed == sign
                                    || code == KeyCode.getKeyCode("" + sign)
                                    || code == KeyCode.getKeyCode("Numpad " + sign);
                };
    }

    private static boolean types(KeyEvent e, char sign) {
        char typed = typed(e);
        if (Character.isDigit(sign)) {
            boolean key = e.getCode() == KeyCode.getKeyCode("" + sign);
            boolean french = sign == '1' && e.getCode() == KeyCode.AMPERSAND;
            return typed == sign || (key || french) && !e.isShiftDown();
        }
        boolean plus = sign == '+' && typed == '=';
        boolean shifted = e.isShiftDown() && (sign == '+' || sign == '-'); // other commands
        return !shifted && (typed == sign || plus);
    }

    /// What the key types; while Ctrl is held, systems differ in whether they say so.
    private static char typed(KeyEvent e) {
        String text = e.getText();
        if (text.length() == 1 && !Character.isISOControl(text.charAt(0))) {
            return text.charAt(0) == '−' ? '-' : text.charAt(0);
        }
        char plain = PLAIN.getOrDefault(e.getCode(), '\0');
        boolean keypad = e.getCode() == KeyCode.ADD || e.getCode() == KeyCode.SUBTRACT;
        return !e.isShiftDown() || keypad || plain == '=' ? plain : '\0';
    }
}
