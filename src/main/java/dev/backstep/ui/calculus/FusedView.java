package dev.backstep.ui.calculus;

import dev.backstep.calculus.FusedLoss;
import dev.backstep.calculus.ShortRule.MinusLabels.Link;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The gradient of a cross-entropy by its scores, unfused and fused side by side, and by how much
/// both differ.
final class FusedView extends VBox {

    /// More classes, or samples, are not written out.
    private static final int ROWS = 12;

    FusedView(ShownSheet shown, FusedLoss both) {
        super(10);
        boolean softmax = both.link() == Link.SOFTMAX;
        String link = softmax ? "softmax" : "sigmoid";
        getChildren()
                .addAll(
                        SheetTexts.heading(Texts.of("fused")),
                        SheetTexts.hint(Texts.of("fused." + link)),
                        table(shown, both, softmax));
        if (both.prediction().size() > rows(both, softmax)) {
            getChildren()
                    .add(
                            SheetTexts.hint(
                                    Texts.of(
                                            Message.of("modes.more")
                                                    .with(
                                                            "n",
                                                            both.prediction().size()
                                                                    - rows(both, softmax)))));
        }
        boolean agree = Double.isFinite(both.difference()) && both.unfused().isFinite();
        String difference = new Numbers(2).plain(both.difference());
        getChildren()
                .add(
                        agree
                                ? SheetTexts.badge(
                                        "✓ "
                                                + Texts.of(
                                                        Message.of("fused.agree")
                                                                .with("difference", difference)),
                                        "good")
                                : SheetTexts.badge("✗ " + Texts.of("fused.apart"), "bad"));
    }

    /// Of softmax the classes of the first sample, of the sigmoid the first samples.
    private static int rows(FusedLoss both, boolean softmax) {
        return Math.min(ROWS, softmax ? both.prediction().rows() : both.prediction().size());
    }

    private static GridPane table(ShownSheet shown, FusedLoss both, boolean softmax) {
        GridPane grid = new GridPane();
        grid.setHgap(26);
        grid.setVgap(5);
        String slope = softmax ? "J^{\\top}" : "\\sigma'\\,";
        grid.addRow(
                0,
                head(shown, "\\hat{y}", ColorRole.VALUE),
                head(
                        shown,
                        "\\frac{\\partial \\mathrm{CE}}{\\partial \\hat{y}}",
                        ColorRole.UPSTREAM),
                head(
                        shown,
                        slope + "\\frac{\\partial \\mathrm{CE}}{\\partial \\hat{y}}",
                        ColorRole.DOWNSTREAM),
                head(shown, "\\hat{y} - y", ColorRole.DOWNSTREAM));
        grid.addRow(1, new Label(), new Label(), muted("fused.unfused"), muted("fused.fused"));
        int stride = softmax ? both.prediction().cols() : 1;
        for (int k = 0; k < rows(both, softmax); k++) {
            int at = k * stride;
            grid.addRow(
                    k + 2,
                    number(shown, both.prediction(), at, "value"),
                    number(shown, both.byPrediction(), at, "upstream"),
                    number(shown, both.unfused(), at, "downstream"),
                    number(shown, both.fused(), at, "downstream"));
        }
        return grid;
    }

    private static FormulaView head(ShownSheet shown, String tex, ColorRole ink) {
        FormulaView view = new FormulaView(16, ink);
        view.show(tex, shown.theme());
        GridPane.setHalignment(view, HPos.RIGHT);
        return view;
    }

    private static Label muted(String key) {
        Label label = new Label(Texts.of(key));
        label.getStyleClass().add("muted");
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private static Label number(ShownSheet shown, Tensor of, int at, String style) {
        Label label = new Label(shown.numbers().plain(of.at(at)));
        label.getStyleClass().addAll("mono", style);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }
}
