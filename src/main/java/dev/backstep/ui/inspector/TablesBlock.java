package dev.backstep.ui.inspector;

import dev.backstep.explain.Explanation.Handed;
import dev.backstep.paint.ColorRole;
import dev.backstep.story.Jacobians;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One edge of a backward step between matrices: its rule, the three tables, the whole Jacobian
/// where it is asked for.
final class TablesBlock extends VBox {

    /// The largest Jacobian, in elements, that opens by itself at a step when the one before was
    /// open.
    private static final long QUICK = 2_500;

    TablesBlock(ShownStep shown, Handed handed) {
        super(10);
        FormulaView rule = FormulaView.display(17, ColorRole.INK);
        rule.show(handed.downstreamTex() + " = " + handed.productTex(), shown.theme());
        rule.limit(shown.width() - 24);
        getChildren()
                .addAll(rule, new EquationView(shown, handed.equation()), jacobian(shown, handed));
    }

    /// The whole Jacobian, written out only where it is asked for.
    private static Node jacobian(ShownStep shown, Handed handed) {
        Shape whole = new Shape(handed.upstream().size(), handed.downstream().size());
        Hyperlink ask =
                new Hyperlink(
                        Texts.of(Message.of("inspector.jacobian").with("shape", whole.toString())));
        Hyperlink large = new Hyperlink(Texts.of("inspector.jacobian.large"));
        large.setOnAction(_ -> shown.sheet().accept(handed.edge().node(), handed.to()));
        VBox box = new VBox(6, new HBox(4, ask, large));
        ask.setOnAction(
                _ -> {
                    ask.setVisited(false);
                    boolean open = box.getChildren().size() > 1;
                    shown.jacobian().set(!open);
                    if (open) {
                        box.getChildren().remove(1);
                    } else {
                        box.getChildren().add(table(shown, handed));
                    }
                });
        if (shown.jacobian().get() && whole.size() <= QUICK) {
            box.getChildren().add(table(shown, handed));
        }
        return box;
    }

    private static Node table(ShownStep shown, Handed handed) {
        return Jacobians.whole(shown.walkthrough(), handed.edge())
                .<Node>map(t -> TableView.whole(t, shown))
                .orElseGet(() -> new Label(Texts.of("inspector.too.large")));
    }
}
