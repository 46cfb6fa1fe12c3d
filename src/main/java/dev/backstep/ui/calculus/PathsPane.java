package dev.backstep.ui.calculus;

import dev.backstep.calculus.Deepening;
import dev.backstep.calculus.PathCosts;
import dev.backstep.explain.ClosedForm;
import dev.backstep.explain.Formulas;
import dev.backstep.graph.Unrolled;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.plot.BarsPicture;
import dev.backstep.session.ShownProgram;
import dev.backstep.story.Paths;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Background.Task;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// All paths to a leaf beside the order of backprop, and what both cost as the graph deepens.
/// Worked out in the background unless the program is small.
final class PathsPane extends VBox {

    /// More paths are only counted.
    private static final int MOST = 14;

    /// Longer products are told by what they come to.
    private static final int MOST_FACTORS = 6;

    private static final double GAP = 44;

    /// A program of so many numbers is worked out at once: while a slider is dragged.
    private static final long QUICK = 300;

    private final Background background;
    private final AtomicLong generation = new AtomicLong();
    private final LeafChoice choice;
    private final VBox body = new VBox();
    private ShownProgram program;
    private ShownSheet shown;

    PathsPane(Background background, ShownProgram program, ShownSheet shown) {
        super(14);
        this.background = background;
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
        long mine = generation.incrementAndGet();
        ShownSheet now = shown;
        Walkthrough w = now.walkthrough();
        OptionalInt chosen = choice.show(program, w);
        if (chosen.isEmpty()) {
            body.getChildren().setAll(SheetTexts.told(Texts.of("sheet.no.leaf")));
            return;
        }
        int node = chosen.getAsInt();
        if (Unrolled.size(w.graph()) <= QUICK) {
            background.now(Task.PATHS, () -> figures(now, node), this::fill, this::refuse);
            return;
        }
        body.getChildren().setAll(SheetTexts.badge(Texts.of("paths.working"), ""));
        background.run(
                Task.PATHS,
                () ->
                        generation.get() == mine
                                ? Optional.of(figures(now, node))
                                : Optional.<PathFigures>empty(),
                found -> found.filter(_ -> generation.get() == mine).ifPresent(this::fill),
                why -> {
                    if (generation.get() == mine) {
                        refuse(why);
                    }
                });
    }

    private static PathFigures figures(ShownSheet now, int node) {
        return PathFigures.of(now.walkthrough(), node, MOST, now.numbers());
    }

    private void refuse(String why) {
        body.getChildren().setAll(SheetTexts.badge(why, "bad"));
    }

    private void fill(PathFigures found) {
        Walkthrough w = shown.walkthrough();
        boolean beside = shown.width() >= 760;
        double column = beside ? (shown.width() - GAP) / 2 : shown.width();
        VBox left = paths(w, found, column);
        VBox right = deepening(found, column);
        body.getChildren().setAll(beside ? new HBox(GAP, left, right) : new VBox(18, left, right));
    }

    private VBox paths(Walkthrough w, PathFigures found, double width) {
        Paths paths = found.paths();
        VBox all = new VBox(10);
        all.setPrefWidth(width);
        all.getChildren()
                .add(
                        SheetTexts.named(
                                Texts.of(
                                        Message.of("paths.all")
                                                .with("name", shown.words(w.output()))
                                                .with("leaf", shown.words(found.leaf())))));
        all.getChildren().add(rows(w, paths, width));
        if (!paths.complete()) {
            all.getChildren()
                    .add(
                            SheetTexts.hint(
                                    Texts.of(Message.of("paths.more").with("n", paths.rest()))));
        }
        sums(w, found, all, width);
        costs(found, all);
        nets(found, all, width);
        return all;
    }

    /// What all paths come to, and the same in the order of backprop.
    private void sums(Walkthrough w, PathFigures found, VBox to, double width) {
        String gradient = Formulas.partial(shown.output(), shown.tex(found.leaf()));
        to.getChildren()
                .addAll(
                        SheetTexts.formula(
                                gradient
                                        + " = "
                                        + w.gradient(found.leaf())
                                                .map(shown.numbers()::tex)
                                                .orElse("0"),
                                18,
                                ColorRole.UPSTREAM,
                                shown.theme(),
                                width),
                        SheetTexts.heading(Texts.of("paths.factored")),
                        SheetTexts.formula(
                                gradient + " = " + found.factored(),
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
            product.setWrapText(true);
            product.setMinHeight(USE_PREF_SIZE);
            grid.addRow(row++, way, product);
        }
        return grid;
    }

    private static void costs(PathFigures found, VBox to) {
        to.getChildren()
                .addAll(
                        cost("paths.alone", found.one().pathByPath()),
                        cost("paths.once", found.one().edgeByEdge()));
        if (found.leaves() > 1) {
            PathCosts all = found.all();
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

    private static TextFlow cost(String key, BigInteger n) {
        return SheetTexts.told(Texts.of(Message.of(key).with("n", BarsView.count(n))));
    }

    private VBox deepening(PathFigures found, double width) {
        Deepening deepening = found.deepening();
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
                                                .with("leaf", shown.words(found.leaf())))),
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
    private void nets(PathFigures found, VBox to, double width) {
        List<BarsPicture.Bars> groups = new ArrayList<>();
        for (ClosedForm net : found.nets()) {
            groups.add(
                    BarsView.group(
                            Numbers.DEFAULT.tex(groups.size() + 1),
                            net.operations(),
                            BigInteger.valueOf(net.shared())));
        }
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
