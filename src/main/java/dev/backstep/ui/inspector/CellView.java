package dev.backstep.ui.inspector;

import dev.backstep.paint.ColorRole;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.StyledLabel;
import dev.backstep.ui.kit.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One number of upstream × local = downstream: its name, its symbol, what was put in, its value.
final class CellView extends VBox {

    /// Numbers with more characters are set smaller.
    private static final int LONG_NUMBER = 6;

    /// How much of the width of a block its formulas may take.
    static final double SHARE = 0.27;

    private final FormulaView symbol;
    private final FormulaView put;
    private final StyledLabel value;

    CellView(String role, ColorRole ink) {
        this(role, role, ink);
    }

    /// @param text the key of its name
    /// @param style the style class of its role
    CellView(String text, String style, ColorRole ink) {
        symbol = FormulaView.display(14, ink);
        put = FormulaView.display(13, ink);
        value = new StyledLabel("cell-number", style);
        value.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(title(text, style), symbol, put, gap, value);
        getStyleClass().addAll("cell", style);
        HBox.setHgrow(this, Priority.ALWAYS);
        setMaxWidth(Double.MAX_VALUE);
        setMaxHeight(Double.MAX_VALUE);
        setPrefWidth(84);
    }

    void show(ShownStep shown, String symbolic, Optional<String> substituted, double number) {
        symbol.show(symbolic, shown.theme());
        symbol.limit(shown.width() * SHARE);
        String result = shown.numbers().tex(number);
        Optional<String> other = substituted.filter(s -> !s.equals(result));
        ReusedViews.wanted(put, other.isPresent());
        other.ifPresent(
                s -> {
                    put.show(s, shown.theme());
                    put.limit(shown.width() * SHARE);
                });
        String digits = shown.numbers().plain(number);
        value.show(digits, digits.length() > LONG_NUMBER ? "long" : "short");
    }

    /// The name of a role, as a heading in its colour.
    static Label title(String text, String style) {
        Label title = new Label(Texts.of(text).toUpperCase(Locale.getDefault()));
        title.getStyleClass().addAll("cell-title", style);
        title.setMinWidth(USE_PREF_SIZE);
        return title;
    }
}
