package dev.backstep.ui.kit;

import dev.backstep.notation.Numbers;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/// A typed number: taken on Enter or when the focus leaves, put back by Escape. What is no number
/// stays, marked, with a reason, until it is mended or put back.
///
/// It shows as many digits as it has room for, rounded; all that are asked for while it has the
/// focus.
public final class NumberField extends TextField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /// What the caret takes of the room.
    private static final double CARET = 2;

    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private double value = Double.NaN;
    private Numbers numbers = Numbers.DEFAULT;

    /// What stands here if nothing is typed.
    private String untouched = "";

    public NumberField(DoubleConsumer taken) {
        getStyleClass().add("number-field");
        setPrefColumnCount(5);
        setMinWidth(USE_PREF_SIZE);
        textProperty().addListener((_, _, _) -> mark());
        setOnAction(_ -> take(taken));
        focusedProperty()
                .addListener(
                        (_, _, focused) -> {
                            if (!focused) {
                                take(taken);
                            } else if (!isTyped()) {
                                putBack();
                            }
                        });
        widthProperty().addListener((_, _, _) -> fit());
        fontProperty().addListener((_, _, _) -> fit());
        insetsProperty().addListener((_, _, _) -> fit());
        Tips.on(this, () -> Numbers.FULL.withSignedZero(numbers.signedZero()).plain(value));
    }

    /// Why what is typed was not taken; empty if nothing is wrong.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Shows a value, unless something is being typed, or was refused and the value is the same.
    public void show(double x, Numbers precision) {
        boolean same = Double.compare(x, value) == 0;
        boolean asBefore = same && precision.equals(numbers);
        boolean typed = isTyped() && (isFocused() || same);
        value = x;
        numbers = precision;
        if (!typed && !asBefore) {
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
        return !getText().equals(untouched);
    }

    private void fit() {
        if (!isTyped()) {
            putBack();
        }
    }

    private void putBack() {
        untouched = isFocused() ? numbers.plain(value) : fitting();
        setText(untouched);
        mark();
    }

    /// The value with the most digits that there is room for; no number if there is room for none.
    private String fitting() {
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight() - CARET;
        if (getWidth() <= 0) {
            return numbers.plain(value);
        }
        for (int digits = numbers.digits(); digits > 0; digits--) {
            String text = new Numbers(digits, numbers.signedZero()).plain(value);
            if (drawn(text) <= room) {
                return text;
            }
        }
        return "…";
    }

    private double drawn(String text) {
        Text words = new Text(text);
        words.setFont(getFont());
        return words.getLayoutBounds().getWidth();
    }

    /// Marks what is no number while it is typed; the reason waits until it is done.
    private void mark() {
        refusal.set("");
        boolean wrong = isTyped() && TypedNumber.of(getText()) instanceof TypedNumber.Refused;
        pseudoClassStateChanged(WRONG, wrong);
    }

    private void take(DoubleConsumer taken) {
        if (!isTyped()) {
            putBack();
            return;
        }
        switch (TypedNumber.of(getText())) {
            case TypedNumber.Ok(double x) -> {
                untouched = getText();
                taken.accept(x);
                putBack();
            }
            case TypedNumber.Refused(String why) -> refusal.set(why);
        }
    }
}
