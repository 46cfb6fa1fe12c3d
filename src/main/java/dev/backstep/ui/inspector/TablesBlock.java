package dev.backstep.ui.inspector;

import dev.backstep.explain.Explanation.Handed;
import dev.backstep.explain.Jacobians;
import dev.backstep.paint.Ink;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// One edge of a backward step between matrices: its rule, the three tables, the whole Jacobian
/// where it is asked for.
final class TablesBlock extends VBox {

    /// The largest Jacobian, in elements, that opens by itself at a step when the one before was
    /// open.
    private static final long QUICK = 2_500;

    TablesBlock(Shown shown, Handed handed) {
        super(10);
        FormulaView rule = FormulaView.display(17, Ink.INK);
        rule.show(handed.downstreamTex() + " = " + handed.productTex(), shown.theme());
        rule.limit(shown.width() - 24);
        getChildren().addAll(rule, tables(shown, handed), jacobian(shown, handed));
    }

    /// The three tables; hovering the last one lights what made its cell.
    private static FlowPane tables(Shown shown, Handed handed) {
        TableView upstream = new TableView(handed.upstream(), Ink.UPSTREAM, shown);
        Optional<TableView> local = handed.local().map(t -> TableView.local(t, shown));
        TableView downstream = new TableView(handed.downstream(), Ink.DOWNSTREAM, shown);
        downstream.onHover(
                cell -> {
                    Makers made =
                            cell.map(c -> Makers.of(shown.walkthrough(), handed.edge(), c))
                                    .orElse(Makers.NOTHING);
                    upstream.light(made.upstream());
                    local.ifPresent(t -> t.light(made.local()));
                    downstream.light(made.downstream());
                });
        FlowPane tables = new FlowPane(14, 10, described("upstream", upstream, shown, handed));
        tables.getChildren()
                .add(
                        titled(
                                "local",
                                Ink.LOCAL,
                                handed.ruleTex(),
                                size(handed.local()),
                                local,
                                shown));
        tables.getChildren().add(described("downstream", downstream, shown, handed));
        tables.setPrefWrapLength(shown.width() - 24);
        return tables;
    }

    /// The table of what arrives or leaves, under its name.
    private static Node described(String role, TableView table, Shown shown, Handed handed) {
        boolean arrives = role.equals("upstream");
        Ink ink = arrives ? Ink.UPSTREAM : Ink.DOWNSTREAM;
        String tex = arrives ? handed.upstreamTex() : handed.downstreamTex();
        Tensor tensor = arrives ? handed.upstream() : handed.downstream();
        return titled(role, ink, tex, tensor.shape().toString(), Optional.of(table), shown);
    }

    /// The whole Jacobian, written out only where it is asked for.
    private static Node jacobian(Shown shown, Handed handed) {
        Shape whole = new Shape(handed.upstream().size(), handed.downstream().size());
        Hyperlink ask = new Hyperlink(Texts.of("inspector.jacobian", whole));
        VBox box = new VBox(6, ask);
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

    private static Node table(Shown shown, Handed handed) {
        return Jacobians.whole(shown.walkthrough(), handed.edge())
                .<Node>map(t -> TableView.whole(t, shown))
                .orElseGet(() -> new Label(Texts.of("inspector.too.large")));
    }

    private static String size(Optional<Tensor> local) {
        return local.map(t -> t.shape().toString()).orElse(Texts.of("inspector.too.large"));
    }

    private static Node titled(
            String role,
            Ink ink,
            String symbolic,
            String shape,
            Optional<TableView> table,
            Shown shown) {
        VBox box =
                new VBox(4, new TableHead(CellView.title(role, role), ink, symbolic, shape, shown));
        table.ifPresent(box.getChildren()::add);
        return box;
    }
}
