package dev.backstep.ui.quiz;

import dev.backstep.paint.Theme;
import dev.backstep.quiz.AnswerReading;
import dev.backstep.quiz.AnswerVerdict;
import dev.backstep.quiz.Posed;
import dev.backstep.quiz.QuizAnswer;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A question, what it is answered in, and what is said to the answer. Enter checks.
///
/// It knows no session: whoever shows it hides what is asked, see [Posed#hidden], until it is told
/// that the question is closed.
public final class QuestionCard extends VBox {

    /// What becomes of a question.
    ///
    /// @param answered is told each answer that could be read, and what it is worth
    /// @param revealed is told that the answer was looked up
    /// @param mistake switches on a mistake by its name in `set mistake`
    public record Outcomes(
            BiConsumer<QuizAnswer, AnswerVerdict> answered,
            Runnable revealed,
            Consumer<String> mistake) {}

    private final QuestionText asked = new QuestionText();
    private final VBox question = new VBox(asked);
    private final AnswerFields fields;
    private final Button check = new Button(Texts.of("quiz.check"));
    private final Button reveal = new Button(Texts.of("quiz.reveal"));
    private final Button again = new Button(Texts.of("quiz.answer.again"));
    private final ToldView told;
    private final VBox after = new VBox();
    private final Outcomes calls;
    private Posed posed;
    private Theme theme;
    private boolean closed;
    private boolean offersAgain;

    public QuestionCard(Posed posed, Theme theme, Outcomes calls) {
        super(10);
        this.posed = posed;
        this.theme = theme;
        this.calls = calls;
        this.told = new ToldView(calls.mistake());
        this.fields = new AnswerFields(posed, theme, this::check);
        getStyleClass().add("question-card");
        Label kind = new Label(Texts.of("quiz.predict").toUpperCase(Locale.getDefault()));
        kind.getStyleClass().add("heading");
        ask();
        wanted(after, false);
        wanted(again, false);
        again.getStyleClass().addAll("small", "question-again");
        getChildren().addAll(kind, question, answering(), told, after, again);
        // before an option takes it, which would tick it
        fields.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// A short field has the buttons beside it, a matrix or options below.
    private Node answering() {
        check.getStyleClass().addAll("primary", "question-check");
        reveal.getStyleClass().addAll("ghost", "question-reveal");
        check.setOnAction(_ -> check());
        reveal.setOnAction(_ -> reveal());
        check.setMinWidth(USE_PREF_SIZE);
        reveal.setMinWidth(USE_PREF_SIZE);
        HBox buttons = new HBox(4, check, reveal);
        buttons.setAlignment(Pos.CENTER_LEFT);
        if (posed.form(false).fields() > 1) {
            return new VBox(10, fields, buttons);
        }
        HBox row = new HBox(8, fields, buttons);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(buttons, Priority.ALWAYS);
        return row;
    }

    private void ask() {
        asked.show(Texts.of(posed.asked(true)), Texts.of(posed.asked(false)), theme);
        wanted(asked, !Texts.of(posed.asked(false)).isEmpty());
    }

    /// Asks in other words.
    public void ask(Node words) {
        question.getChildren().setAll(words);
    }

    /// What is shown once the question is closed, beside its answer.
    public void explain(Node explanation) {
        after.getChildren().setAll(explanation);
        wanted(after, closed);
    }

    /// The same question on a program whose numbers have changed, or in other colours; what was
    /// typed stays.
    @SuppressWarnings("ReferenceEquality") // comparing numbers takes longer
    public void show(Posed now, Theme colours) {
        if (colours != theme) {
            theme = colours;
            recolor(this);
        }
        boolean same = now.w().trace() == posed.w().trace() || now.hasNumbersOf(posed);
        if (!same && !closed) {
            told.clear();
            fields.mark(Set.of());
        }
        posed = now;
    }

    private void recolor(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof FormulaView formula) {
                formula.recolor(theme);
            } else if (child instanceof Parent inner) {
                recolor(inner);
            }
        }
    }

    /// Whether it was answered rightly, or looked up.
    public boolean isClosed() {
        return closed;
    }

    /// What should be in view once an answer is judged, what matters most last: the end of the
    /// explanation, if there is one now, and what is said to the answer.
    public List<Node> toSee() {
        return closed ? List.of(again, told) : List.of(told);
    }

    /// Gives the focus to where the answer goes.
    public void focus() {
        fields.focus();
    }

    /// What is in the fields.
    public List<String> given() {
        return fields.given();
    }

    /// Lets a question that is closed be answered again.
    ///
    /// @param reopened is told that it is open
    public void offerAgain(Runnable reopened) {
        again.setOnAction(
                _ -> {
                    reopen();
                    reopened.run();
                });
        wanted(again, closed);
        offersAgain = true;
    }

    private void reopen() {
        closed = false;
        fields.reopen();
        fields.mark(Set.of());
        wanted(check, true);
        wanted(reveal, true);
        told.clear();
        wanted(after, false);
        wanted(again, false);
        fields.focus();
    }

    /// Shows an answer that was given before: what is said to it now; if it was right then, that it
    /// was.
    public void bring(List<String> given, boolean wasRight) {
        fields.put(given);
        boolean rightNow =
                fields.read(posed) instanceof AnswerReading.Read(QuizAnswer answer)
                        && tell(answer).right();
        if (wasRight && !rightNow) {
            fields.mark(Set.of());
            told.offer(Optional.empty());
            Message before = Message.of("quiz.right").with("why", Message.of("quiz.right.before"));
            say("right", before, before);
        }
        if (wasRight) {
            close();
        }
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && !closed) {
            check();
            e.consume();
        }
    }

    private void check() {
        if (closed) {
            return;
        }
        switch (fields.read(posed)) {
            case AnswerReading.Unreadable(Message why, Set<Integer> wrong) -> {
                fields.mark(wrong::contains);
                say("refused", why, why);
                fields.focus();
                told.announce();
            }
            case AnswerReading.Read(QuizAnswer answer) -> judged(answer);
        }
    }

    private void judged(QuizAnswer answer) {
        AnswerVerdict spoken = tell(answer);
        if (spoken.right()) {
            close();
        } else {
            fields.focus();
        }
        calls.answered().accept(answer, spoken);
        told.announce();
    }

    /// Says what an answer is worth.
    private AnswerVerdict tell(QuizAnswer answer) {
        AnswerVerdict typeset = posed.judge(answer, true);
        AnswerVerdict spoken = posed.judge(answer, false);
        fields.mark(typeset.wrong());
        say(typeset.right() ? "right" : "wrong", typeset.sentence(), spoken.sentence());
        told.offer(typeset.understood());
        return spoken;
    }

    private void reveal() {
        lookUp();
        calls.revealed().run();
        told.announce();
    }

    /// Shows the answer, which was given or looked up elsewhere.
    public void lookUp() {
        say("revealed", posed.revealed(true), posed.revealed(false));
        told.offer(Optional.empty());
        fields.mark(Set.of());
        close();
    }

    private void close() {
        closed = true;
        fields.close();
        wanted(check, false);
        wanted(reveal, false);
        wanted(after, !after.getChildren().isEmpty());
        wanted(again, offersAgain);
    }

    private void say(String style, Message typeset, Message spoken) {
        told.say(style, typeset, spoken, theme);
    }

    private static void wanted(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
