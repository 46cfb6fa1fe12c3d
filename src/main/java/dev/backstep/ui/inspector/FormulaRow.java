package dev.backstep.ui.inspector;

import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.ui.kit.FormulaView;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/// A formula in the middle of its line.
final class FormulaRow extends HBox {

    private final FormulaView view;
    private final double size;

    FormulaRow(double size) {
        this.size = size;
        view = FormulaView.display(size, ColorRole.INK);
        getChildren().add(view);
        setAlignment(Pos.CENTER);
    }

    void show(ShownStep shown, String tex) {
        show(shown, tex, ColorRole.INK);
    }

    void show(ShownStep shown, String tex, ColorRole ink) {
        view.show(tex, shown.theme(), ink);
        view.limit(shown.width());
    }

    /// Shows a formula and what it comes to, where both have room on the line.
    ///
    /// @return the numbers, where they are to be shown below
    Optional<String> showWith(ShownStep shown, String formula, Optional<String> numbers) {
        String line = formula + numbers.map(n -> " = " + n).orElse("");
        boolean room = FormulaPainter.measure(line, size).width() <= shown.width();
        show(shown, room ? line : formula);
        return room ? Optional.empty() : numbers;
    }
}
