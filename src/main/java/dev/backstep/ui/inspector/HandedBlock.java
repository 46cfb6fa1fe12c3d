package dev.backstep.ui.inspector;

import dev.backstep.explain.Explanation.Handed;
import dev.backstep.notation.Labels;
import dev.backstep.paint.ColorRole;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One edge of a backward step: upstream × local = downstream, each named, symbolic, then as
/// numbers.
final class HandedBlock extends VBox {

    private final FormulaView name = FormulaView.display(15, ColorRole.INK);
    private final Label edge = new Label();
    private final CellView upstream = new CellView("upstream", ColorRole.UPSTREAM);
    private final CellView local = new CellView("local", ColorRole.LOCAL);
    private final CellView downstream = new CellView("downstream", ColorRole.DOWNSTREAM);
    private final HBox scalars =
            new HBox(6, upstream, operator("×"), local, operator("="), downstream);
    private final VBox tables = new VBox();

    HandedBlock() {
        getStyleClass().add("block");
        scalars.setAlignment(Pos.CENTER);
        getChildren().addAll(head(), scalars, tables);
    }

    void show(ShownStep shown, Handed handed) {
        Labels labels = shown.walkthrough().labels();
        name.show(shown.label(handed.to()), shown.theme());
        edge.setText(
                Texts.of(
                        Message.of("inspector.edge")
                                .with(
                                        "from",
                                        labels.words(
                                                shown.walkthrough().drawn().user(handed.edge())))
                                .with("to", labels.words(handed.to()))));
        boolean scalar =
                handed.upstream().shape().isScalar()
                        && handed.downstream().shape().isScalar()
                        && handed.local().filter(t -> t.shape().isScalar()).isPresent();
        ReusedViews.wanted(scalars, scalar);
        ReusedViews.wanted(tables, !scalar);
        tables.getChildren().clear();
        if (scalar) {
            scalars(shown, handed);
        } else {
            tables.getChildren().add(new TablesBlock(shown, handed));
        }
    }

    private void scalars(ShownStep shown, Handed handed) {
        String rule = handed.localTex() + " = " + handed.ruleTex();
        upstream.show(shown, handed.upstreamTex(), Optional.empty(), handed.upstream().item());
        local.show(shown, rule, handed.substitutedTex(), handed.local().orElseThrow().item());
        downstream.show(
                shown, handed.downstreamTex(), Optional.empty(), handed.downstream().item());
    }

    private HBox head() {
        Label to = new Label(Texts.of("inspector.to"));
        to.setStyle("-fx-font-family: 'Inter Semi Bold';");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        edge.getStyleClass().add("muted");
        HBox head = new HBox(5, to, name, gap, edge);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Label operator(String sign) {
        Label label = new Label(sign);
        label.getStyleClass().add("operator");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
