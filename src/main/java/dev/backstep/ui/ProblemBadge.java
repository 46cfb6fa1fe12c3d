package dev.backstep.ui;

import dev.backstep.lang.Problem;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Announcements;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// How many problems the program has, to be seen also where its text is folded away; a click leads
/// to the first.
final class ProblemBadge extends Button {

    /// Who types is told of an error when they pause.
    private static final Duration PAUSE = Duration.seconds(1);

    private final PauseTransition pause = new PauseTransition(PAUSE);
    private String first = "";

    /// @param toProblem called with a click
    ProblemBadge(Runnable toProblem) {
        super("", Icons.of(Feather.ALERT_TRIANGLE));
        getStyleClass().addAll("ghost", "problem-badge");
        setMinWidth(USE_PREF_SIZE);
        Tips.on(this, () -> first);
        setOnAction(_ -> toProblem.run());
        pause.setOnFinished(_ -> Announcements.say(this, first));
        show(List.of(), "");
    }

    void show(ThemedState screen) {
        List<Problem> problems = screen.problems();
        show(problems, problems.isEmpty() ? "" : screen.told(problems.getFirst()));
    }

    private void show(List<Problem> problems, String told) {
        boolean another = !told.equals(first);
        first = told;
        if (another) {
            pause.playFromStart();
        }
        setVisible(!problems.isEmpty());
        setManaged(!problems.isEmpty());
        setText(Texts.of(Message.of("problems").with("n", problems.size())));
        setAccessibleText(getText());
        setAccessibleHelp(told);
    }
}
