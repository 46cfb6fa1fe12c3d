package dev.backstep.ui.glossary;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
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
    private final Runnable all;
    private final Popup popup = new Popup();

    /// @param open opens the example of a term
    /// @param all shows all terms
    public TermCard(Supplier<Theme> theme, Consumer<GlossaryTerm> open, Runnable all) {
        this.theme = theme;
        this.open = open;
        this.all = all;
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    /// Shows the first of the terms that are asked for below where they stand; the others, and the
    /// whole glossary, are a click away. Shows nothing if that has left its window.
    public void show(TermAsked asked) {
        Node where = asked.where();
        Scene scene = where.getScene();
        Bounds at = where.localToScreen(asked.at());
        if (scene == null || scene.getWindow() == null || at == null) {
            return;
        }
        show(asked, asked.terms().getFirst(), List.copyOf(scene.getStylesheets()));
        popup.show(scene.getWindow(), at.getMinX(), at.getMaxY() + GAP);
    }

    public void hide() {
        popup.hide();
    }

    /// @param styles of the window, which the term may leave while the card is open
    private void show(TermAsked asked, GlossaryTerm term, List<String> styles) {
        VBox card = card(term);
        card.getChildren().add(foot(asked, term, styles));
        card.getStylesheets().setAll(styles);
        popup.getContent().setAll(card);
    }

    private FlowPane foot(TermAsked asked, GlossaryTerm shown, List<String> styles) {
        FlowPane foot = new FlowPane(12, 4);
        for (GlossaryTerm other : asked.terms()) {
            if (other != shown) {
                foot.getChildren()
                        .add(link(Texts.of(other.title()), () -> show(asked, other, styles)));
            }
        }
        foot.getChildren()
                .add(
                        link(
                                Texts.of("glossary.all"),
                                () -> {
                                    popup.hide();
                                    all.run();
                                }));
        return foot;
    }

    private static Hyperlink link(String text, Runnable does) {
        Hyperlink link = new Hyperlink(text);
        link.setOnAction(_ -> does.run());
        return link;
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
