package dev.backstep.ui.inspector;

import dev.backstep.explain.Explanation.Handed;
import dev.backstep.explain.Jacobians;
import dev.backstep.paint.Ink;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.FormulaView;
import dev.backstep.ui.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One edge of a backward step: upstream × local = downstream, each named, symbolic, then as
/// numbers.
final class HandedBlock extends VBox {

    /// Numbers with more characters are set smaller.
    private static final int LONG_NUMBER = 6;

    /// The largest Jacobian, in elements, that opens by itself at a step when the one before was
    /// open.
    private static final long QUICK = 2_500;

    HandedBlock(Shown shown, Handed handed) {
        getStyleClass().add("block");
        getChildren().add(head(shown, handed));
        boolean scalar =
                handed.upstream().shape().isScalar()
                        && handed.downstream().shape().isScalar()
                        && handed.local().filter(t -> t.shape().isScalar()).isPresent();
        if (scalar) {
            getChildren().add(scalars(shown, handed));
        } else {
            getChildren().addAll(matrices(shown, handed));
        }
    }

    private static Node head(Shown shown, Handed handed) {
        Label to = new Label(Texts.of("inspector.to"));
        to.setStyle("-fx-font-family: 'Inter Semi Bold';");
        FormulaView name = formula(15, Ink.INK, shown.label(handed.to()), shown);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label edge =
                new Label(
                        Texts.of(
                                "inspector.edge",
                                shown.walkthrough().labels().plain(handed.edge().node()),
                                shown.walkthrough().labels().plain(handed.to())));
        edge.getStyleClass().add("muted");
        HBox head = new HBox(5, to, name, gap, edge);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node scalars(Shown shown, Handed handed) {
        String rule = handed.localTex() + " = " + handed.ruleTex();
        HBox row =
                new HBox(
                        6,
                        cell(
                                "upstream",
                                Ink.UPSTREAM,
                                handed.upstreamTex(),
                                Optional.empty(),
                                handed.upstream(),
                                shown),
                        operator("×"),
                        cell(
                                "local",
                                Ink.LOCAL,
                                rule,
                                handed.substitutedTex(),
                                handed.local().orElseThrow(),
                                shown),
                        operator("="),
                        cell(
                                "downstream",
                                Ink.DOWNSTREAM,
                                handed.downstreamTex(),
                                Optional.empty(),
                                handed.downstream(),
                                shown));
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private static Node cell(
            String role,
            Ink ink,
            String symbolic,
            Optional<String> substituted,
            Tensor number,
            Shown shown) {
        Label title = title(role);
        FormulaView formula = formula(14, ink, symbolic, shown);
        formula.limit(shown.width() * 0.27);
        VBox cell = new VBox(title, formula);
        String result = shown.numbers().tex(number.item());
        substituted
                .filter(s -> !s.equals(result))
                .ifPresent(
                        s -> {
                            FormulaView put = formula(13, ink, s, shown);
                            put.limit(shown.width() * 0.27);
                            cell.getChildren().add(put);
                        });
        Label value = new Label(shown.numbers().plain(number.item()));
        value.getStyleClass().addAll("cell-number", role);
        if (value.getText().length() > LONG_NUMBER) {
            value.getStyleClass().add("long");
        }
        value.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        cell.getChildren().addAll(gap, value);
        cell.getStyleClass().addAll("cell", role);
        HBox.setHgrow(cell, Priority.ALWAYS);
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.setMaxHeight(Double.MAX_VALUE);
        cell.setPrefWidth(84);
        return cell;
    }

    private static Node[] matrices(Shown shown, Handed handed) {
        FormulaView rule =
                formula(17, Ink.INK, handed.downstreamTex() + " = " + handed.productTex(), shown);
        rule.limit(shown.width() - 24);
        return new Node[] {rule, tables(shown, handed), jacobian(shown, handed)};
    }

    /// The three tables; hovering the last one lights what made its cell.
    private static FlowPane tables(Shown shown, Handed handed) {
        TableView upstream = new TableView(handed.upstream(), Ink.UPSTREAM, shown);
        Optional<TableView> local = handed.local().map(t -> TableView.whole(t, shown));
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
        Label size = new Label(shape);
        size.getStyleClass().addAll("muted", "mono");
        FormulaView name = formula(14, ink, symbolic, shown);
        name.limit(shown.width() * 0.5);
        HBox head = new HBox(8, title(role), name, size);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(4, head);
        table.ifPresent(box.getChildren()::add);
        return box;
    }

    private static Label title(String role) {
        Label title = new Label(Texts.of(role).toUpperCase(java.util.Locale.getDefault()));
        title.getStyleClass().addAll("cell-title", role);
        title.setMinWidth(USE_PREF_SIZE);
        return title;
    }

    private static Label operator(String sign) {
        Label label = new Label(sign);
        label.getStyleClass().add("operator");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static FormulaView formula(double size, Ink ink, String tex, Shown shown) {
        FormulaView view = FormulaView.display(size, ink);
        view.show(tex, shown.theme());
        return view;
    }
}
