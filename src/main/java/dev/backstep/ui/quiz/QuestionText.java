package dev.backstep.ui.quiz;

import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.util.stream.Stream;
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

    /// As high as it is at the width that it is to have: a button asks for its height without one.
    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 && getPrefWidth() > 0 ? getPrefWidth() : width);
    }

    /// @param spoken the same in words, for screen readers
    void show(String sentence, String spoken, Theme colours) {
        if (!sentence.equals(shown) || colours != theme) {
            shown = sentence;
            theme = colours;
            setAccessibleText(spoken);
            getChildren().clear();
            String lead = lead(sentence);
            words(lead, "lead");
            String[] pieces = sentence.substring(lead.length()).split("\\$", -1);
            for (int i = 0; i < pieces.length; i++) {
                if (i % 2 == 0) {
                    words(pieces[i], "plain");
                } else {
                    formula(pieces[i]);
                }
            }
        }
    }

    /// What stands out at the beginning: whether an answer is right.
    private static String lead(String sentence) {
        return Stream.of("quiz.not.yet", "quiz.right.lead")
                .map(Texts::of)
                .filter(sentence::startsWith)
                .findFirst()
                .orElse("");
    }

    private void words(String words, String style) {
        if (!words.isEmpty()) {
            Text text = new Text(words);
            text.getStyleClass().addAll("question-words", style);
            getChildren().add(text);
        }
    }

    private void formula(String tex) {
        FormulaView formula = new FormulaView(FORMULA, ColorRole.INK);
        formula.show(tex, theme);
        getChildren().add(formula);
    }
}
