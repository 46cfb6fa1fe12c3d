package dev.backstep.ui.calculus;

import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.ui.glossary.TermLinks;
import dev.backstep.ui.kit.FormulaView;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;

/// The kinds of text on a sheet.
final class SheetTexts {

    private SheetTexts() {}

    static Label heading(String text) {
        Label label = new Label(text.toUpperCase(Locale.getDefault()));
        label.getStyleClass().add("heading");
        return label;
    }

    /// A heading with names in it, which stay as they are.
    static Label named(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("heading");
        return label;
    }

    /// A sentence whose terms can be clicked.
    static TextFlow told(String text) {
        return linked(text, "sheet-told");
    }

    /// The same, small.
    static TextFlow hint(String text) {
        return linked(text, "sheet-hint");
    }

    private static TextFlow linked(String text, String style) {
        TextFlow flow = new TextFlow();
        flow.getChildren().addAll(TermLinks.texts(text));
        flow.getChildren().forEach(piece -> piece.getStyleClass().add("text"));
        flow.getStyleClass().add(style);
        flow.setAccessibleText(text);
        flow.setMinHeight(Region.USE_PREF_SIZE);
        return flow;
    }

    /// A finding: good, bad, or neither.
    static Label badge(String text, String style) {
        Label label = wrapped(text, "badge");
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static FormulaView formula(String tex, double size, ColorRole ink, Theme theme, double width) {
        FormulaView view = FormulaView.display(size, ink);
        view.show(tex, theme);
        view.limit(width);
        return view;
    }
}
