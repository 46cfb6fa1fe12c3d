package dev.backstep.ui.inspector;

import dev.backstep.explain.SummedGradient;
import dev.backstep.explain.SummedGradient.Share;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.StyledLabel;
import dev.backstep.ui.kit.Texts;
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

    void show(ShownStep shown, SummedGradient summed) {
        String inline = summed.tex(false);
        boolean fits = FormulaPainter.measureDisplay(inline, SIZE).width() * LEAST <= shown.width();
        sum.show(fits ? inline : summed.tex(true), shown.theme());
        sum.limit(shown.width());
        rows.show(summed.shares(), Row::show);
        ReusedViews.wanted(more, summed.rest().isPresent());
        more.setText(summed.rest().map(Texts::of).orElse(""));
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

        void show(Share share) {
            from.setText(Texts.of(share.through()));
            value.show(
                    Texts.of(share.value()),
                    switch (share.state()) {
                        case ARRIVED -> "downstream";
                        case TO_COME -> "muted";
                        case LOST -> "problem";
                    });
        }
    }
}
