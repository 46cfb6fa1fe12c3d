package dev.backstep.ui.quiz;

import dev.backstep.graph.Folding;
import dev.backstep.graph.Mistake;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.Theme;
import dev.backstep.quiz.AnswerVerdict;
import dev.backstep.quiz.Posed;
import dev.backstep.quiz.Quiz;
import dev.backstep.quiz.QuizAnswer;
import dev.backstep.quiz.QuizAttempt;
import dev.backstep.quiz.QuizReport;
import dev.backstep.quiz.QuizRun;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.ShownProgram;
import dev.backstep.story.Hidden;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Asks questions on the program at hand, one after the other, hides what is asked, and keeps what
/// was answered.
///
/// A quiz is about the graph that it began with: its numbers may change, another graph ends it.
public final class QuizDesk {

    private final Session session;
    private final Runnable home;
    private Consumer<String> keep = _ -> {};
    private final QuizPanel panel = new QuizPanel(this::next, this::again, this::save, this::end);
    private @Nullable ThemedState screen;
    private @Nullable Asking asking;
    private @Nullable QuestionCard card;
    private long seed;

    /// A quiz and what it is about.
    ///
    /// @param folding as it was drawn when the quiz began: its questions speak of these cards
    private record Asking(QuizRun run, Walkthrough begun, Folding folding) {

        Asking with(QuizRun changed) {
            return new Asking(changed, begun, folding);
        }
    }

    /// @param home gets the focus back
    public QuizDesk(Session session, Runnable home) {
        this.session = session;
        this.home = home;
    }

    /// Has the result kept in a file.
    public void onSave(Consumer<String> keepResult) {
        keep = keepResult;
    }

    public QuizPanel panel() {
        return panel;
    }

    /// Whether a question of the quiz is on screen.
    public boolean isAsking() {
        return asking != null && card != null;
    }

    /// Begins a quiz, or goes on with the one that is open.
    public void open() {
        if (card != null && panel.isVisible()) {
            card.focus();
        } else {
            again();
        }
    }

    private void again() {
        program()
                .ifPresentOrElse(
                        p -> begin(p, Quiz.of(rightly(p.whole()), seed++)),
                        () -> panel.showNothing(Texts.of("quiz.none")));
    }

    /// Puts these questions on the program at hand.
    public void ask(Quiz quiz) {
        program().ifPresent(p -> begin(p, quiz));
    }

    private void begin(ShownProgram program, Quiz quiz) {
        Walkthrough w = rightly(program.whole());
        asking = new Asking(QuizRun.begun(quiz), w, w.drawn().folding());
        if (quiz.questions().isEmpty()) {
            panel.showNothing(Texts.of("quiz.nothing"));
        } else {
            put();
        }
    }

    private static Walkthrough rightly(Walkthrough w) {
        return w.mistaken().map(m -> m.rightly(w)).orElse(w);
    }

    private Optional<ShownProgram> program() {
        return session.state().good();
    }

    /// Puts the question that is open.
    private void put() {
        Asking now = asking;
        if (now == null || screen == null || program().isEmpty()) {
            return;
        }
        Posed posed = posed(now);
        card = card(posed, screen.theme());
        session.dispatch(new Action.Hide(posed.hidden()));
        session.dispatch(new Action.Select(OptionalInt.empty()));
        posed.step().ifPresent(step -> session.dispatch(new Action.Go(step(posed, step))));
        panel.showQuestion(now.run(), card);
        card.focus();
    }

    private QuestionCard card(Posed posed, Theme theme) {
        return new QuestionCard(
                posed,
                theme,
                new QuestionCard.Outcomes(this::answered, this::revealed, this::mistake));
    }

    /// The same step of the story as it is told on screen, which may have finer steps.
    private int step(Posed posed, int step) {
        Walkthrough shown = program().orElseThrow().walkthrough();
        return shown.story().equals(posed.w().story()) ? step : Math.min(step, shown.size() - 1);
    }

    private Numbers numbers() {
        return new Numbers(session.state().view().preferences().digits());
    }

    private Posed posed(Asking now) {
        Walkthrough w = program().orElseThrow().whole().folded(now.folding());
        return new Posed(w, now.run().question(), numbers());
    }

    private void answered(QuizAnswer answer, AnswerVerdict verdict) {
        Asking now = asking;
        if (now == null) {
            return;
        }
        String told = Texts.of(posed(now).told(answer));
        record(now, Optional.of(told), verdict.right(), Texts.of(verdict.sentence()));
    }

    private void revealed() {
        Asking now = asking;
        if (now != null) {
            record(now, Optional.empty(), false, Texts.of(posed(now).revealed(false)));
        }
    }

    private void record(Asking now, Optional<String> answer, boolean right, String said) {
        QuizRun run =
                now.run().with(new QuizAttempt(now.run().at(), answer, right, said, Instant.now()));
        asking = now.with(run);
        panel.showScore(run);
        if (run.isClosed(run.at())) {
            session.dispatch(new Action.Hide(Hidden.NONE));
            panel.focusNext();
        }
    }

    /// Writes the mistake into the program, where its switch stands too.
    void mistake(String word) {
        session.dispatch(new Action.SetMistake(Mistake.named(word)));
    }

    private void next() {
        Asking now = asking;
        if (now == null) {
            return;
        }
        asking = now.with(now.run().next());
        if (asking.run().isOver()) {
            session.dispatch(new Action.Hide(Hidden.NONE));
            card = null;
            panel.showEnd(asking.run(), Texts.of(QuizReport.score(asking.run())));
            panel.focusNext();
        } else {
            put();
        }
    }

    /// Closes the panel and shows all again.
    public void end() {
        asking = null;
        card = null;
        panel.setVisible(false);
        session.dispatch(new Action.Hide(Hidden.NONE));
        home.run();
    }

    private void save() {
        Asking now = asking;
        if (now != null) {
            keep.accept(report(now));
        }
    }

    private String report(Asking now) {
        List<String> asked = new ArrayList<>();
        now.run()
                .quiz()
                .questions()
                .forEach(
                        q ->
                                asked.add(
                                        Texts.of(
                                                new Posed(now.begun(), q, numbers())
                                                        .asked(false))));
        String title = session.state().origin().name().orElseGet(() -> Texts.of("untitled"));
        return QuizReport.of(now.run(), title, asked, Texts.spoken(), ZoneId.systemDefault());
    }

    /// Follows the program: the numbers of the question are those it has now.
    public void show(ThemedState now) {
        screen = now;
        Asking open = asking;
        if (open == null || open.run().isOver()) {
            return;
        }
        Optional<ShownProgram> program = now.state().good();
        if (program.filter(p -> p.model().graph().equals(open.begun().graph())).isEmpty()) {
            asking = open.with(open.run().ended());
            card = null;
            panel.showEnd(asking.run(), Texts.of("quiz.changed"));
        } else if (card != null) {
            follow(open, program.get(), now);
        }
    }

    private void follow(Asking open, ShownProgram program, ThemedState now) {
        Posed posed = posed(open);
        boolean closed = open.run().isClosed(open.run().at());
        Hidden wanted = closed ? Hidden.NONE : posed.hidden();
        if (!program.whole().hidden().equals(wanted)) {
            Platform.runLater(() -> session.dispatch(new Action.Hide(wanted)));
        }
        if (card != null) {
            card.show(posed, now.theme());
        }
    }
}
