package dev.backstep.ui.inspector;

import dev.backstep.explain.ToldPaths;
import dev.backstep.paint.ColorRole;
import dev.backstep.story.Paths;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.StyledLabel;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One path from the loss to a leaf, with its product once the gradient has come all the way.
final class PathRow extends HBox {

    private final FormulaView way = new FormulaView(15, ColorRole.MUTED);
    private final StyledLabel product = new StyledLabel("mono");

    PathRow() {
        super(8);
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(way, gap, product);
    }

    void show(ShownStep shown, ToldPaths told, Paths.Path path) {
        ColorRole ink = told.isWalked(path) ? ColorRole.INK : ColorRole.MUTED;
        way.show(told.tex(path), shown.theme(), ink);
        way.limit(shown.width() * 0.55);
        product.show(told.product(path), told.isTold(path) ? "downstream" : "muted");
    }
}
