package dev.backstep.ui.program;

import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.session.ShownProgram;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.NumberField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A leaf that is a matrix: its label, and a field for each element.
final class MatrixRow extends VBox implements LeafView {

    /// Wide enough for most labels, so that the grids stand below each other.
    private static final double LABEL = 34;

    /// Wider matrices stand below their label, so that their numbers have room.
    private static final int BESIDE = 3;

    private final Node leaf;
    private final FormulaView label = new FormulaView(17, ColorRole.INK);
    private final List<NumberField> fields = new ArrayList<>();

    MatrixRow(Node leaf, Consumer<Action> dispatch) {
        this.leaf = leaf;
        GridPane grid = new GridPane(3, 4);
        int cols = leaf.shape().cols();
        for (int k = 0; k < leaf.shape().size(); k++) {
            int element = k;
            NumberField field =
                    new NumberField(
                            x -> dispatch.accept(new Action.SetLeaf(leaf.id(), element, x)));
            field.setAccessibleText(
                    leaf.name().orElseThrow()
                            + Op.Slice.element(k, leaf.shape()).index(leaf.shape()));
            field.setPrefColumnCount(3);
            field.setMinWidth(40);
            field.getStyleClass().add("element-field");
            GridPane.setHgrow(field, Priority.ALWAYS);
            fields.add(field);
            grid.add(field, k % cols, k / cols);
        }
        HBox.setHgrow(grid, Priority.ALWAYS);
        label.setMinWidth(LABEL);
        Pane row = cols > BESIDE ? new VBox(label, grid) : new HBox(label, grid);
        row.getStyleClass().add("leaf-row");
        getChildren().addAll(row, new RefusalLabel(fields));
    }

    @Override
    public void show(ShownProgram good, Numbers numbers, Theme theme) {
        label.show(good.whole().labels().tex(leaf.id()), theme);
        Tensor value = good.model().leaf(leaf.id());
        for (int k = 0; k < fields.size(); k++) {
            fields.get(k).show(value.at(k), good.whole().numbersOf(leaf.id(), numbers));
        }
    }
}
