package dev.backstep.ui.quiz;

import dev.backstep.paint.Theme;
import dev.backstep.quiz.Misconception;
import dev.backstep.quiz.RecognisedMistake;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What is said to an answer, and below it the mistake that it shows, if that can be looked at.
final class ToldView extends VBox {

    private final VerdictView verdict = new VerdictView();
    private final Hyperlink mistake = new Hyperlink();
    private final Label later = new Label(Texts.of("quiz.show.mistake.later"));
    private final Consumer<String> look;

    /// @param look switches on a mistake by its name in `set mistake`
    ToldView(Consumer<String> look) {
        super(4);
        this.look = look;
        getStyleClass().add("answer-told");
        mistake.getStyleClass().add("question-link");
        later.getStyleClass().add("hint");
        later.setWrapText(true);
        getChildren().addAll(verdict, mistake, later);
        clear();
    }

    void clear() {
        wanted(this, false);
        wanted(verdict, false);
        offer(Optional.empty());
    }

    void say(String style, Message typeset, Message spoken, Theme theme) {
        verdict.say(style, typeset, spoken, theme);
        wanted(verdict, true);
        wanted(this, true);
    }

    void announce() {
        verdict.announce();
    }

    /// A mistake that can be switched on can be looked at: what it changes that is hidden, once the
    /// question is closed.
    void offer(Optional<RecognisedMistake> understood) {
        Optional<String> name =
                understood.map(RecognisedMistake::what).flatMap(Misconception::mistake);
        wanted(mistake, name.isPresent());
        wanted(later, name.isPresent());
        name.ifPresent(
                word -> {
                    mistake.setText(
                            Texts.of(
                                    Message.of("quiz.show.mistake")
                                            .with("name", Message.of("quiz.mistake." + word))));
                    mistake.setOnAction(_ -> look.accept(word));
                });
    }

    private static void wanted(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
