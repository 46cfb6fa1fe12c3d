package dev.backstep.ui.kit;

import dev.backstep.explain.Numbers;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/// A typed number: taken on Enter or when the focus leaves, put back by Escape, marked while it is
/// none.
public final class NumberField extends TextField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private double value = Double.NaN;
    private Numbers numbers = Numbers.DEFAULT;

    public NumberField(DoubleConsumer taken) {
        getStyleClass().add("number-field");
        setPrefColumnCount(5);
        setMinWidth(USE_PREF_SIZE);
        textProperty()
                .addListener((_, _, text) -> pseudoClassStateChanged(WRONG, read(text).isEmpty()));
        setOnAction(_ -> take(taken));
        focusedProperty()
                .addListener(
                        (_, _, focused) -> {
                            if (!focused) {
                                take(taken);
                            }
                        });
        Tips.on(this, () -> Numbers.FULL.plain(value));
    }

    /// Shows a value, unless something is being typed.
    public void show(double x, Numbers precision) {
        boolean typing = isTyped();
        boolean same = Double.compare(x, value) == 0 && precision.equals(numbers);
        value = x;
        numbers = precision;
        if (!typing && !same) {
            putBack();
        }
    }

    /// Puts back what was there before something was typed; says whether anything was.
    public boolean putBackTyped() {
        boolean typed = isTyped();
        putBack();
        selectAll();
        return typed;
    }

    private boolean isTyped() {
        return isFocused() && !getText().equals(numbers.plain(value));
    }

    private void putBack() {
        setText(numbers.plain(value));
        pseudoClassStateChanged(WRONG, false);
    }

    private void take(DoubleConsumer taken) {
        OptionalDouble typed = read(getText());
        boolean untouched = getText().equals(numbers.plain(value));
        if (typed.isEmpty() || untouched) {
            putBack();
        } else {
            taken.accept(typed.getAsDouble());
        }
    }

    /// The number that is typed; a real minus sign, and powers of ten as they are shown, count too.
    static OptionalDouble read(String text) {
        String plain = text.strip().replace('−', '-').replace("·10", "e");
        StringBuilder digits = new StringBuilder();
        for (char c : plain.toCharArray()) {
            int superscript = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
            digits.append(c == '⁻' ? '-' : superscript >= 0 ? (char) ('0' + superscript) : c);
        }
        if (!digits.toString().matches("-?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            return OptionalDouble.empty();
        }
        double x = Double.parseDouble(digits.toString());
        return Double.isFinite(x) ? OptionalDouble.of(x) : OptionalDouble.empty();
    }
}
