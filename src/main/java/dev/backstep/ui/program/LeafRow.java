package dev.backstep.ui.program;

import dev.backstep.graph.Node;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.session.ShownProgram;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.NumberField;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A leaf that is a number: its label, a slider and a typed field.
final class LeafRow extends VBox implements LeafView {

    /// The slider reaches at least this far to both sides of 0.
    private static final double LEAST_REACH = 5;

    /// A drag moves in this many steps from one end to the other.
    private static final int DETENTS = 200;

    private final Node leaf;
    private final FormulaView label = new FormulaView(17, ColorRole.INK);
    private final Slider slider = new Slider(-LEAST_REACH, LEAST_REACH, 0);
    private final NumberField field;
    private boolean showing;

    LeafRow(Node leaf, Consumer<Action> dispatch, Runnable begin, Runnable end) {
        this.leaf = leaf;
        String name = leaf.name().orElseThrow();
        field = new NumberField(x -> dispatch.accept(new Action.SetLeaf(leaf.id(), 0, x)));
        field.setAccessibleText(name);
        slider.setAccessibleText(name);
        slider.valueProperty()
                .addListener(
                        (_, _, to) -> {
                            if (!showing) {
                                dispatch.accept(
                                        new Action.SetLeaf(
                                                leaf.id(), 0, rounded(to.doubleValue())));
                            }
                        });
        slider.setOnMousePressed(_ -> begin.run());
        slider.setOnMouseReleased(_ -> end.run());
        HBox row = new HBox(label, slider, field);
        row.getStyleClass().add("leaf-row");
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMinWidth(40);
        getChildren().addAll(row, new RefusalLabel(List.of(field)));
    }

    @Override
    public void show(ShownProgram good, Numbers numbers, Theme theme) {
        double value = good.model().leaf(leaf.id()).item();
        label.show(good.whole().labels().tex(leaf.id()), theme);
        label.setMinWidth(20);
        field.show(value, good.whole().numbersOf(leaf.id(), numbers));
        showing = true;
        if (!slider.isValueChanging()) {
            reach(value);
        }
        slider.setValue(value);
        showing = false;
    }

    /// Makes room for the value, never less room while it is dragged.
    private void reach(double value) {
        double reach = LEAST_REACH;
        while (reach < Math.abs(value) && reach < 1e300) {
            reach *= 2;
        }
        slider.setMin(-reach);
        slider.setMax(reach);
        slider.setBlockIncrement(2 * reach / DETENTS);
    }

    private double rounded(double value) {
        double detent = (slider.getMax() - slider.getMin()) / DETENTS;
        return Math.round(value / detent) * detent;
    }
}
