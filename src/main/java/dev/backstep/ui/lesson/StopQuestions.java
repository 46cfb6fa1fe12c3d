package dev.backstep.ui.lesson;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Mistake;
import dev.backstep.lesson.Inline;
import dev.backstep.lesson.LessonQuestion;
import dev.backstep.lesson.LessonStop;
import dev.backstep.lesson.TextBlock;
import dev.backstep.notation.Numbers;
import dev.backstep.quiz.Posed;
import dev.backstep.quiz.QuizQuestion;
import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.LessonProgress.Outcome;
import dev.backstep.session.OpenLesson;
import dev.backstep.session.OpenedBatch;
import dev.backstep.session.Session;
import dev.backstep.session.ShownProgram;
import dev.backstep.session.State;
import dev.backstep.story.Hidden;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.quiz.QuestionCard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The questions of a stop: puts them on the program on screen, hides there what is not answered
/// yet, and keeps what becomes of them.
public final class StopQuestions {

    private final Session session;
    private final BooleanSupplier elsewhere;
    private final double scale;
    private Consumer<Node> judged = _ -> {};
    private Runnable closed = () -> {};
    private final List<Place> places = new ArrayList<>();
    private @Nullable Graph asked;
    private @Nullable Graph seen;
    private boolean fits;
    private boolean hides;

    /// A question and its place in the text; it has a card once the program is there.
    private static final class Place {

        private final LessonQuestion question;
        private final int number;
        private final StackPane room = new StackPane();
        private @Nullable QuestionCard card;
        private @Nullable Posed posed;

        /// Whether it is answered once more.
        private boolean again;

        private Place(LessonQuestion question, int number) {
            this.question = question;
            this.number = number;
        }

        private boolean isOpen(OpenLesson lesson) {
            return again
                    || lesson.progress()
                            .outcome(lesson.stop(), number)
                            .filter(o -> o != Outcome.WRONG)
                            .isEmpty();
        }
    }

    /// @param elsewhere whether somebody else asks, who says then what is hidden
    StopQuestions(Session session, BooleanSupplier elsewhere) {
        this(session, elsewhere, 1);
    }

    /// Questions that hide nothing, beside those that do.
    ///
    /// @param scale how large their words are: 1 as in a panel
    public StopQuestions(Session session, double scale) {
        this(session, () -> true, scale);
    }

    private StopQuestions(Session session, BooleanSupplier elsewhere, double scale) {
        this.session = session;
        this.elsewhere = elsewhere;
        this.scale = scale;
    }

    /// @param told of what an answer was judged in, so that it can be brought into view
    /// @param done when a question takes no more answers
    public void onAnswered(Consumer<Node> told, Runnable done) {
        judged = told;
        closed = done;
    }

    /// Gives the focus to the next question that is open, round from the one that has it.
    ///
    /// @return its place; without an open one the last place, and none where nothing is asked
    public Optional<Node> toNext() {
        int from = -1;
        for (int i = 0; i < places.size(); i++) {
            from = places.get(i).room.isFocusWithin() ? i : from;
        }
        for (int k = 1; k <= places.size(); k++) {
            Place place = places.get((from + k) % places.size());
            QuestionCard card = place.card;
            if (card != null && !card.isClosed()) {
                card.focus();
                return Optional.of(place.room);
            }
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(places.getLast().room);
    }

    /// The questions of another stop follow.
    public void begin(LessonStop stop) {
        places.clear();
        asked = stop.program().map(p -> p.model().graph()).orElse(null);
        seen = null;
    }

    /// The place of a question.
    public Node place(LessonQuestion question, int number) {
        Place place = new Place(question, number);
        places.add(place);
        return place.room;
    }

    /// Follows the program: another graph than that of the stop is not asked about.
    public void show(ThemedState screen, OpenLesson lesson) {
        Optional<ShownProgram> program = screen.state().good().filter(this::isAsked);
        boolean ready = !lesson.asksOfMoment() || lesson.asked().isPresent();
        if (!lesson.arriving() && ready) {
            program.map(p -> lesson.asked().map(OpenedBatch::shown).orElse(p))
                    .ifPresent(
                            p -> {
                                Walkthrough w = rightly(p.whole());
                                places.forEach(place -> put(place, w, screen, lesson));
                            });
        }
        hide(screen.state(), program.isPresent() ? wanted(lesson) : Hidden.NONE);
    }

    /// No lesson is shown: nothing is hidden on its account.
    void leave(State state) {
        if (hides) {
            hide(state, Hidden.NONE);
            hides = false;
        }
    }

    @SuppressWarnings("ReferenceEquality") // to compare graphs takes long
    private boolean isAsked(ShownProgram program) {
        Graph graph = program.model().graph();
        if (graph != seen) {
            seen = graph;
            fits = graph.equals(asked);
        }
        return fits;
    }

    private static Walkthrough rightly(Walkthrough w) {
        return w.mistaken().map(m -> m.rightly(w)).orElse(w);
    }

    private void put(Place place, Walkthrough w, ThemedState screen, OpenLesson lesson) {
        Numbers numbers = screen.numbers();
        Posed posed = new Posed(w, question(place.question), numbers);
        place.posed = posed;
        QuestionCard card = place.card;
        if (card != null) {
            card.show(posed, screen.theme());
            if (!card.isClosed() && !place.isOpen(lesson)) {
                bring(card, lesson, place.number); // answered elsewhere
            }
            return;
        }
        QuestionCard made = new QuestionCard(posed, screen.theme(), calls(place));
        if (!place.question.prompt().isEmpty()) {
            made.ask(words(screen, place.question.prompt()));
        }
        if (!place.question.explanation().isEmpty()) {
            LessonTextView told = new LessonTextView(scale);
            told.show(place.question.explanation(), screen.theme(), _ -> new Region());
            made.explain(told);
        }
        made.offerAgain(() -> reopen(place));
        bring(made, lesson, place.number);
        place.card = made;
        place.room.getChildren().setAll(made);
    }

    /// Shows what became of the question before.
    private static void bring(QuestionCard card, OpenLesson lesson, int number) {
        List<String> given = lesson.progress().answer(lesson.stop(), number);
        lesson.progress()
                .outcome(lesson.stop(), number)
                .ifPresent(
                        outcome -> {
                            switch (outcome) {
                                case RIGHT -> card.bring(given, true);
                                case WRONG -> card.bring(given, false);
                                case REVEALED -> card.lookUp();
                            }
                        });
    }

    private void reopen(Place place) {
        place.again = true;
        State state = session.state();
        state.lesson().ifPresent(lesson -> hide(state, wanted(lesson)));
    }

    private Node words(ThemedState screen, List<Inline> prompt) {
        LessonTextView text = new LessonTextView(scale);
        text.show(List.of(new TextBlock.Paragraph(prompt)), screen.theme(), _ -> new Region());
        return text;
    }

    private QuestionCard.Outcomes calls(Place place) {
        return new QuestionCard.Outcomes(
                (_, verdict) -> answer(place, verdict.right() ? Outcome.RIGHT : Outcome.WRONG),
                () -> answer(place, Outcome.REVEALED),
                word ->
                        Mistake.named(word)
                                .ifPresent(
                                        m ->
                                                session.dispatch(
                                                        new Action.SetMistake(Optional.of(m)))));
    }

    private void answer(Place place, Outcome outcome) {
        QuestionCard card = place.card;
        List<String> given = card == null || outcome == Outcome.REVEALED ? List.of() : card.given();
        boolean typing = place.room.isFocusWithin();
        place.again &= outcome == Outcome.WRONG;
        session.dispatch(new Action.InLesson(new LessonMove.Answer(place.number, outcome, given)));
        // whoever answers once more changes nothing of what is kept, but shows what was hidden
        State state = session.state();
        state.lesson().ifPresent(lesson -> hide(state, wanted(lesson)));
        if (card != null) {
            card.toSee().forEach(judged);
        }
        if (typing && outcome != Outcome.WRONG) {
            closed.run();
        }
    }

    private static QuizQuestion question(LessonQuestion question) {
        return switch (question.asks()) {
            case LessonQuestion.Asks.Value(String _, int node) -> new QuizQuestion.Computed(node);
            case LessonQuestion.Asks.Gradient(String _, int node) ->
                    new QuizQuestion.Arriving(node);
            case LessonQuestion.Asks.Choice(var options) ->
                    new QuizQuestion.Choice(
                            "",
                            options.stream()
                                    .map(
                                            o ->
                                                    new QuizQuestion.Option(
                                                            Inline.marked(o.words()), o.right()))
                                    .toList());
        };
    }

    /// What the questions that are still open must not show.
    private Hidden wanted(OpenLesson lesson) {
        Set<Integer> values = new HashSet<>();
        Set<Integer> gradients = new HashSet<>();
        for (Place place : places) {
            Posed posed = place.posed;
            if (place.isOpen(lesson) && posed != null) {
                values.addAll(posed.hidden().values());
                gradients.addAll(posed.hidden().gradients());
            }
        }
        return new Hidden(values, gradients);
    }

    private void hide(State state, Hidden wanted) {
        hides |= !wanted.isNothing();
        boolean other = state.good().filter(p -> !p.whole().hidden().equals(wanted)).isPresent();
        if (hides && other && !elsewhere.getAsBoolean()) {
            Platform.runLater(() -> session.dispatch(new Action.Hide(wanted)));
        }
    }
}
