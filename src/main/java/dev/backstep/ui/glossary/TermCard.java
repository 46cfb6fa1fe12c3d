package dev.backstep.ui.glossary;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// Explains a term below where it was clicked: what it means, a formula, and an example that can be
/// opened. Escape or a click elsewhere closes it.
public final class TermCard {

    private static final double WIDTH = 340;
    private static final double GAP = 4;
    private static final double FORMULA = 16;

    private final Supplier<Theme> theme;
    private final Consumer<GlossaryTerm> open;
    private final Popup popup = new Popup();

    /// @param open opens the example of a term
    public TermCard(Supplier<Theme> theme, Consumer<GlossaryTerm> open) {
        this.theme = theme;
        this.open = open;
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    /// Shows a term below the target of the event.
    public void show(TermAsked asked) {
        if (asked.getTarget() instanceof Node where) {
            Bounds at = where.localToScreen(where.getLayoutBounds());
            VBox card = card(asked.term());
            card.getStylesheets().setAll(where.getScene().getStylesheets());
            popup.getContent().setAll(card);
            popup.show(where.getScene().getWindow(), at.getMinX(), at.getMaxY() + GAP);
        }
    }

    private VBox card(GlossaryTerm term) {
        Label title = new Label(Texts.of(term.title()));
        title.getStyleClass().add("term-title");
        Label meaning = new Label(Texts.of(term.meaning()));
        meaning.setWrapText(true);
        FormulaView formula = FormulaView.display(FORMULA, ColorRole.INK);
        formula.show(term.tex(), theme.get());
        formula.limit(WIDTH);
        Button example = new Button(Texts.of("glossary.open"));
        example.setOnAction(
                _ -> {
                    popup.hide();
                    open.accept(term);
                });
        VBox card = new VBox(10, title, meaning, formula, example);
        card.getStyleClass().add("term-card");
        card.setPrefWidth(WIDTH);
        card.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        popup.hide();
                    }
                });
        return card;
    }
}
