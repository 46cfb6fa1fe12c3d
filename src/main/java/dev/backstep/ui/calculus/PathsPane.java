package dev.backstep.ui.calculus;

import dev.backstep.calculus.DeepNets;
import dev.backstep.calculus.Deepening;
import dev.backstep.calculus.FactoredGradient;
import dev.backstep.calculus.ModeCosts;
import dev.backstep.calculus.PathCosts;
import dev.backstep.explain.ClosedForm;
import dev.backstep.explain.Formulas;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.plot.BarsPicture;
import dev.backstep.session.ShownProgram;
import dev.backstep.story.Paths;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// All paths to a leaf beside the order of backprop, and what both cost as the graph deepens.
final class PathsPane extends VBox {

    /// More paths are only counted.
    private static final int MOST = 14;

    /// Longer products are told by what they come to.
    private static final int MOST_FACTORS = 6;

    private static final double GAP = 44;

    private final LeafChoice choice;
    private final VBox body = new VBox();
    private ShownProgram program;
    private ShownSheet shown;

    PathsPane(ShownProgram program, ShownSheet shown) {
        super(14);
        this.program = program;
        this.shown = shown;
        this.choice = new LeafChoice(program, "paths.of", "paths.leaf", this::fill);
        getChildren().addAll(choice, body);
    }

    void show(ShownProgram changed, ShownSheet now) {
        program = changed;
        shown = now;
        fill();
    }

    private void fill() {
        Walkthrough w = shown.walkthrough();
        OptionalInt chosen = choice.show(program, w);
        if (chosen.isEmpty()) {
            body.getChildren().setAll(SheetTexts.told(Texts.of("sheet.no.leaf")));
            return;
        }
        int node = chosen.getAsInt();
        boolean beside = shown.width() >= 760;
        double column = beside ? (shown.width() - GAP) / 2 : shown.width();
        VBox left = paths(w, node, column);
        VBox right = deepening(w, node, column);
        body.getChildren().setAll(beside ? new HBox(GAP, left, right) : new VBox(18, left, right));
    }

    private VBox paths(Walkthrough w, int node, double width) {
        Paths paths = Paths.of(w, node, MOST);
        VBox all = new VBox(10);
        all.setPrefWidth(width);
        all.getChildren()
                .add(
                        SheetTexts.named(
                                Texts.of(
                                        Message.of("paths.all")
                                                .with("name", shown.words(w.output()))
                                                .with("leaf", shown.words(node)))));
        all.getChildren().add(rows(w, paths, width));
        if (!paths.complete()) {
            all.getChildren()
                    .add(
                            SheetTexts.hint(
                                    Texts.of(Message.of("paths.more").with("n", paths.rest()))));
        }
        sums(w, node, all, width);
        costs(w, node, all);
        nets(all, width);
        return all;
    }

    /// What all paths come to, and the same in the order of backprop.
    private void sums(Walkthrough w, int node, VBox to, double width) {
        String gradient = Formulas.partial(shown.output(), shown.tex(node));
        to.getChildren()
                .addAll(
                        SheetTexts.formula(
                                gradient
                                        + " = "
                                        + w.gradient(node).map(shown.numbers()::tex).orElse("0"),
                                18,
                                ColorRole.UPSTREAM,
                                shown.theme(),
                                width),
                        SheetTexts.heading(Texts.of("paths.factored")),
                        SheetTexts.formula(
                                gradient
                                        + " = "
                                        + FactoredGradient.of(w, node, shown.numbers()).orElse("1"),
                                18,
                                ColorRole.INK,
                                shown.theme(),
                                width));
    }

    private GridPane rows(Walkthrough w, Paths paths, double width) {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(6);
        int row = 0;
        for (Paths.Path path : paths.listed()) {
            FormulaView way = new FormulaView(16, ColorRole.INK);
            way.show(path.tex(w.labels()), shown.theme());
            way.limit(width * 0.55);
            String factors =
                    path.hops().size() > MOST_FACTORS
                            ? ""
                            : path.factors(shown.numbers()).map(f -> f + " = ").orElse("");
            Label product = new Label(factors + shown.numbers().brief(path.product()));
            product.getStyleClass().addAll("mono", "downstream");
            grid.addRow(row++, way, product);
        }
        return grid;
    }

    private void costs(Walkthrough w, int node, VBox to) {
        PathCosts one = PathCosts.of(w, w.output(), node);
        PathCosts all = PathCosts.ofAllLeaves(w);
        to.getChildren()
                .addAll(
                        cost("paths.alone", one.pathByPath()),
                        cost("paths.once", one.edgeByEdge()));
        if (ModeCosts.leaves(w).size() > 1) {
            to.getChildren()
                    .add(
                            SheetTexts.told(
                                    Texts.of(
                                            Message.of("paths.leaves")
                                                    .with("alone", BarsView.count(all.pathByPath()))
                                                    .with(
                                                            "once",
                                                            BarsView.count(all.edgeByEdge())))));
        }
        to.getChildren().add(SheetTexts.hint(Texts.of("paths.counted")));
    }

    private static Label cost(String key, BigInteger n) {
        return SheetTexts.told(Texts.of(Message.of(key).with("n", BarsView.count(n))));
    }

    private VBox deepening(Walkthrough w, int node, double width) {
        Deepening deepening = Deepening.of(w, node);
        if (deepening.stops().isEmpty()) {
            return new VBox();
        }
        List<BarsPicture.Bars> costs = new ArrayList<>();
        List<BarsPicture.Bars> formulas = new ArrayList<>();
        for (Deepening.Stop stop : deepening.stops()) {
            String name = shown.tex(stop.node());
            costs.add(BarsView.group(name, stop.costs().pathByPath(), stop.costs().edgeByEdge()));
            stop.closed()
                    .ifPresent(
                            c ->
                                    formulas.add(
                                            BarsView.group(
                                                    name,
                                                    c.operations(),
                                                    BigInteger.valueOf(c.shared()))));
        }
        VBox all = new VBox(10);
        all.setPrefWidth(width);
        all.getChildren()
                .addAll(
                        SheetTexts.heading(Texts.of("deepening")),
                        SheetTexts.hint(
                                Texts.of(
                                        Message.of("deepening.told")
                                                .with("leaf", shown.words(node)))),
                        bars(costs, width, "deepening.multiplications", "deepening.paths"));
        deepening.stops().getLast().closed().ifPresent(c -> closed(c, formulas, all, width));
        return all;
    }

    private void closed(ClosedForm form, List<BarsPicture.Bars> formulas, VBox to, double width) {
        to.getChildren()
                .addAll(
                        SheetTexts.heading(Texts.of("closed")),
                        new ClosedFormView(shown, form, width),
                        bars(formulas, width, "deepening.operations", "deepening.formula"));
    }

    /// The same for nets of one to six layers, whatever the program is.
    private void nets(VBox to, double width) {
        List<BarsPicture.Bars> groups =
                IntStream.rangeClosed(1, DeepNets.DEEPEST)
                        .mapToObj(
                                layers -> {
                                    ClosedForm net = DeepNets.net(layers);
                                    return BarsView.group(
                                            Numbers.DEFAULT.tex(layers),
                                            net.operations(),
                                            BigInteger.valueOf(net.shared()));
                                })
                        .toList();
        to.getChildren()
                .addAll(
                        SheetTexts.heading(Texts.of("closed.nets")),
                        SheetTexts.hint(Texts.of("closed.nets.told")),
                        bars(groups, width, "deepening.operations", "deepening.formula"));
    }

    private BarsView bars(
            List<BarsPicture.Bars> groups, double width, String counted, String first) {
        return new BarsView(
                groups,
                shown.theme(),
                Math.min(width, 520),
                Texts.of(counted),
                Texts.of(first),
                Texts.of("deepening.backprop"));
    }
}
