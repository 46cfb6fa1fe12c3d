package dev.backstep.ui.inspector;

import dev.backstep.explain.Arrivals;
import dev.backstep.explain.Contribution;
import dev.backstep.paint.Ink;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.FormulaView;
import dev.backstep.ui.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The gradient of a node that is used several times, as the sum of what its edges contribute.
final class ArrivalsBlock extends VBox {

    /// Longer sums are cut short.
    private static final int MOST = 8;

    ArrivalsBlock(Shown shown, Arrivals arrivals) {
        setSpacing(6);
        Label heading =
                new Label(Texts.of("inspector.sum").toUpperCase(java.util.Locale.getDefault()));
        heading.getStyleClass().add("heading");
        FormulaView sum = FormulaView.display(16, Ink.UPSTREAM);
        sum.show(tex(shown, arrivals), shown.theme());
        sum.limit(shown.width());
        getChildren().addAll(heading, sum);
        List<Contribution> all = arrivals.all();
        for (int i = 0; i < Math.min(MOST, all.size()); i++) {
            getChildren().add(row(shown, all.get(i), i < arrivals.arrived()));
        }
    }

    private static HBox row(Shown shown, Contribution contribution, boolean arrived) {
        Label from =
                new Label(
                        Texts.of(
                                "inspector.through",
                                shown.walkthrough().labels().plain(contribution.edge().node())));
        from.getStyleClass().add("muted");
        Label value =
                new Label(
                        arrived
                                ? text(shown, contribution.value())
                                : Texts.of("inspector.to.come"));
        value.getStyleClass().addAll("mono", arrived ? "downstream" : "muted");
        HBox row = new HBox(8, from, value);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// `\frac{\partial L}{\partial x} = 2 + 8 = 10`, with `?` for what has not arrived.
    private static String tex(Shown shown, Arrivals arrivals) {
        StringBuilder out = new StringBuilder(shown.gradientOf(arrivals.node())).append(" = ");
        List<Contribution> all = arrivals.all();
        for (int i = 0; i < Math.min(MOST, all.size()); i++) {
            Tensor value = all.get(i).value();
            String term =
                    i >= arrivals.arrived()
                            ? "\\,?"
                            : value.shape().isScalar()
                                    ? shown.numbers().tex(value.item())
                                    : "G_{" + (i + 1) + "}";
            out.append(i == 0 ? "" : " + ")
                    .append(term.startsWith("-") && i > 0 ? "(" + term + ")" : term);
        }
        if (all.size() > MOST) {
            out.append(" + \\ldots");
        }
        if (arrivals.complete()
                && shown.walkthrough().graph().node(arrivals.node()).shape().isScalar()) {
            arrivals.sum().ifPresent(s -> out.append(" = ").append(shown.numbers().tex(s.item())));
        }
        return out.toString();
    }

    private static String text(Shown shown, Tensor value) {
        return shown.numbers().brief(value);
    }
}
