package dev.backstep.ui.inspector;

import dev.backstep.paint.ColorRole;
import dev.backstep.ui.kit.FormulaView;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What stands above a table: its role, its formula, its shape.
final class TableHead extends HBox {

    TableHead(Node role, ColorRole ink, String tex, String shape, ShownStep shown) {
        super(8);
        Label size = new Label(shape);
        size.getStyleClass().addAll("muted", "mono");
        FormulaView name = FormulaView.display(14, ink);
        name.show(tex, shown.theme());
        name.limit(shown.width() * 0.5);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(role, name, size);
    }
}
