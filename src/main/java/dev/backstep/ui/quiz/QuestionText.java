package dev.backstep.ui.quiz;

import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.ui.kit.FormulaView;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A sentence with formulas between dollar signs, as the quiz says it.
final class QuestionText extends TextFlow {

    private static final double FORMULA = 17;

    private String shown = "";
    private Theme theme = Theme.LIGHT;

    QuestionText() {
        getStyleClass().add("question-text");
        setLineSpacing(3);
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /// @param spoken the same in words, for screen readers
    void show(String sentence, String spoken, Theme colours) {
        if (!sentence.equals(shown) || colours != theme) {
            shown = sentence;
            theme = colours;
            setAccessibleText(spoken);
            getChildren().clear();
            String[] pieces = sentence.split("\\$", -1);
            for (int i = 0; i < pieces.length; i++) {
                if (i % 2 == 0) {
                    words(pieces[i]);
                } else {
                    formula(pieces[i]);
                }
            }
        }
    }

    private void words(String words) {
        if (!words.isEmpty()) {
            Text text = new Text(words);
            text.getStyleClass().add("question-words");
            getChildren().add(text);
        }
    }

    private void formula(String tex) {
        FormulaView formula = new FormulaView(FORMULA, ColorRole.INK);
        formula.show(tex, theme);
        getChildren().add(formula);
    }
}
