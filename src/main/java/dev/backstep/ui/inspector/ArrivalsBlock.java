package dev.backstep.ui.inspector;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Mistake;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.Arrivals;
import dev.backstep.story.Contribution;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.StyledLabel;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The gradient of a node that is used several times, as the sum of what its edges contribute.
final class ArrivalsBlock extends VBox {

    private static final double SIZE = 16;

    /// Matrices are written into the sum where it need not be drawn smaller than this share; else
    /// they are named by their shapes.
    private static final double LEAST = 0.7;

    /// Longer sums are cut short.
    private static final int MOST = 8;

    private final FormulaView sum = FormulaView.display(SIZE, ColorRole.UPSTREAM);
    private final ReusedViews<Row> rows = new ReusedViews<>(6, Row::new);
    private final Label more = new Label();

    ArrivalsBlock() {
        setSpacing(6);
        Label heading = new Label(Texts.of("inspector.sum").toUpperCase(Locale.getDefault()));
        heading.getStyleClass().add("heading");
        more.getStyleClass().add("hint");
        getChildren().addAll(heading, sum, rows, more);
    }

    void show(ShownStep shown, Arrivals arrivals) {
        String inline = tex(shown, arrivals, false);
        boolean fits = FormulaPainter.measureDisplay(inline, SIZE).width() * LEAST <= shown.width();
        sum.show(fits ? inline : tex(shown, arrivals, true), shown.theme());
        sum.limit(shown.width());
        List<Contribution> all = arrivals.all();
        rows.show(
                all.subList(0, Math.min(MOST, all.size())),
                (row, c) ->
                        row.show(
                                shown,
                                through(shown, all, c),
                                c,
                                c.step() <= shown.now(),
                                arrivals.lost(shown.walkthrough()).contains(c)));
        ReusedViews.wanted(more, all.size() > MOST);
        more.setText(
                Texts.of(Message.of("inspector.contributions.more").with("n", all.size() - MOST)));
    }

    /// The card that hands on a contribution; where it hands on two, which input each is of.
    private static String through(ShownStep shown, List<Contribution> all, Contribution c) {
        DrawnGraph drawn = shown.walkthrough().drawn();
        int node = drawn.user(c.edge());
        String name = shown.walkthrough().labels().words(node);
        boolean twice =
                all.stream().filter(o -> drawn.user(o.edge()) == node).limit(2).count() == 2;
        return twice
                ? Texts.of(
                        Message.of("inspector.through.input")
                                .with("name", name)
                                .with("input", drawn.edges(node).indexOf(c.edge()) + 1))
                : Texts.of(Message.of("inspector.through").with("name", name));
    }

    private static boolean overwrites(ShownStep shown) {
        return shown.walkthrough().adjoint().makes(Mistake.OVERWRITE);
    }

    /// What one edge contributes.
    private static final class Row extends HBox {

        private final Label from = new Label();
        private final StyledLabel value = new StyledLabel("mono");

        Row() {
            super(8);
            from.getStyleClass().add("muted");
            getChildren().addAll(from, value);
            setAlignment(Pos.CENTER_LEFT);
        }

        void show(ShownStep shown, String through, Contribution c, boolean arrived, boolean lost) {
            from.setText(through);
            String number = shown.numbers().brief(c.value());
            value.show(
                    lost
                            ? Texts.of(Message.of("inspector.lost").with("down", number))
                            : arrived ? number : Texts.of("inspector.to.come"),
                    lost ? "problem" : arrived ? "downstream" : "muted");
        }
    }

    /// `\frac{\partial L}{\partial x} = 2 + 8 = 10`, with `?` for what has not arrived.
    ///
    /// @param brief whether a matrix is written as its shape
    private static String tex(ShownStep shown, Arrivals arrivals, boolean brief) {
        StringBuilder out = new StringBuilder(shown.gradientOf(arrivals.node())).append(" = ");
        if (overwrites(shown)) {
            String alone = arrivals.sum().map(s -> tex(shown, s, brief)).orElse("\\,?");
            return out.append(alone).toString();
        }
        List<Contribution> all = arrivals.all();
        for (int i = 0; i < Math.min(MOST, all.size()); i++) {
            Tensor value = all.get(i).value();
            String term = i >= arrivals.arrived() ? "\\,?" : tex(shown, value, brief);
            out.append(i == 0 ? "" : " + ")
                    .append(term.startsWith("-") && i > 0 ? "(" + term + ")" : term);
        }
        if (all.size() > MOST) {
            out.append(" + \\ldots");
        }
        if (arrivals.complete()) {
            shown.walkthrough()
                    .mistaken()
                    .flatMap(m -> m.leftOver(arrivals.node()))
                    .ifPresent(l -> out.append(" + ").append(tex(shown, l, brief)));
            arrivals.sum().ifPresent(s -> out.append(" = ").append(tex(shown, s, brief)));
        }
        return out.toString();
    }

    private static String tex(ShownStep shown, Tensor value, boolean brief) {
        return brief && !value.shape().isScalar()
                ? "[" + value.rows() + "\\times " + value.cols() + "]"
                : shown.numbers().tex(value);
    }
}
