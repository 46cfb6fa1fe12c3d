package dev.backstep.ui.quiz;

import dev.backstep.graph.Graph;
import dev.backstep.lang.Model;
import dev.backstep.lesson.Inline;
import dev.backstep.lesson.LessonQuestion;
import dev.backstep.lesson.StopProgram;
import dev.backstep.lesson.TextBlock;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.Theme;
import dev.backstep.quiz.AnswerVerdict;
import dev.backstep.quiz.Posed;
import dev.backstep.quiz.QuizQuestion;
import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.LessonProgress.Outcome;
import dev.backstep.session.OpenLesson;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.story.Hidden;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.lesson.LessonTextView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The questions of the stop of a lesson that is shown: a card in the place of each. While one is
/// open, what it asks for is hidden in the program of the stop.
public final class LessonQuestions {

    private final Session session;
    private final QuizDesk desk;
    private final List<Place> places = new ArrayList<>();
    private @Nullable ThemedState screen;
    private boolean hiding;

    /// Where a question stands in the text.
    private static final class Place {
        private final LessonQuestion question;
        private final int number;
        private final StackPane room = new StackPane();
        private @Nullable QuestionCard card;

        private Place(LessonQuestion question, int number) {
            this.question = question;
            this.number = number;
        }
    }

    /// @param desk while it asks, it hides by itself
    public LessonQuestions(Session session, QuizDesk desk) {
        this.session = session;
        this.desk = desk;
    }

    /// The place of a question; the first of a stop takes the place of those of another.
    public Node place(LessonQuestion question, int number) {
        if (number == 0) {
            places.clear();
        }
        Place place = new Place(question, number);
        places.add(place);
        fill(place);
        return place.room;
    }

    /// Follows the state: the numbers of the questions are those that the program has now.
    public void show(ThemedState now) {
        boolean others = screen == null || screen.theme() != now.theme();
        screen = now;
        Optional<OpenLesson> lesson = now.state().lesson();
        if (lesson.isEmpty()) {
            places.clear();
        }
        for (Place place : places) {
            if (place.card == null || others) {
                fill(place);
            } else {
                place.card.show(posed(place, now.state()));
            }
        }
        hide(now.state());
    }

    private void fill(Place place) {
        if (screen == null) {
            return;
        }
        Theme theme = screen.theme();
        Posed posed = posed(place, screen.state());
        QuestionCard card =
                new QuestionCard(
                        posed,
                        theme,
                        new QuestionCard.Outcomes(
                                (_, verdict) -> answered(place, verdict),
                                () -> became(place, Outcome.REVEALED),
                                desk::mistake));
        if (!place.question.prompt().isEmpty()) {
            card.ask(text(List.of(new TextBlock.Paragraph(place.question.prompt())), theme));
        }
        if (!place.question.explanation().isEmpty()) {
            card.explain(text(place.question.explanation(), theme));
        }
        place.card = card;
        place.room.getChildren().setAll(card);
    }

    private static LessonTextView text(List<TextBlock> blocks, Theme theme) {
        LessonTextView view = new LessonTextView(1);
        view.show(blocks, theme, _ -> new Region());
        return view;
    }

    private void answered(Place place, AnswerVerdict verdict) {
        became(place, verdict.right() ? Outcome.RIGHT : Outcome.WRONG);
    }

    private void became(Place place, Outcome outcome) {
        session.dispatch(new Action.InLesson(new LessonMove.Answer(place.number, outcome)));
    }

    private Posed posed(Place place, State state) {
        Numbers numbers = new Numbers(state.view().preferences().digits());
        return new Posed(program(state), asked(place.question), numbers);
    }

    /// The program of the stop with the numbers that it has on screen; as the lesson has it, if
    /// another is shown.
    private Walkthrough program(State state) {
        Optional<Model> stop =
                state.lesson().flatMap(OpenLesson::program).map(StopProgram::model);
        return stop.map(Model::graph)
                .flatMap(graph -> shown(state, graph))
                .or(() -> stop.map(LessonQuestions::walkthrough))
                .orElseGet(LessonQuestions::nothing);
    }

    private static Optional<Walkthrough> shown(State state, Graph graph) {
        return state.good()
                .map(p -> p.whole())
                .filter(w -> w.graph().equals(graph));
    }

    private static Walkthrough walkthrough(Model model) {
        return Walkthrough.of(
                model.graph(), model.output(), model.leaves(), Story.Grain.NODES, false);
    }

    /// A choice needs no program.
    private static Walkthrough nothing() {
        Graph.Builder b = Graph.builder();
        int none = b.constant(0);
        return Walkthrough.of(b.build(), none, Map.of(), Story.Grain.NODES);
    }

    private static QuizQuestion asked(LessonQuestion question) {
        return switch (question.asks()) {
            case LessonQuestion.Asks.Value(String _, int node) -> new QuizQuestion.Computed(node);
            case LessonQuestion.Asks.Gradient(String _, int node) ->
                    new QuizQuestion.Arriving(node);
            case LessonQuestion.Asks.Choice(var options) ->
                    new QuizQuestion.Choice(
                            "",
                            options.stream()
                                    .map(o -> new QuizQuestion.Option(text(o.words()), o.right()))
                                    .toList());
        };
    }

    /// A line with its formulas between dollar signs.
    private static String text(List<Inline> line) {
        return line.stream().map(LessonQuestions::text).collect(Collectors.joining());
    }

    private static String text(Inline piece) {
        return switch (piece) {
            case Inline.Math(String tex, boolean _) -> "$" + tex + "$";
            case Inline.Emphasised(var inside) -> text(inside);
            case Inline.Strong(var inside) -> text(inside);
            default -> Inline.plain(List.of(piece));
        };
    }

    /// Hides what the open questions ask for, where the program of the stop is on screen.
    private void hide(State state) {
        Hidden wanted = wanted(state);
        boolean now = !wanted.isNothing();
        if (desk.isAsking() || !now && !hiding) {
            return;
        }
        hiding = now;
        boolean other =
                state.good().filter(p -> !p.whole().hidden().equals(wanted)).isPresent();
        if (other) {
            Platform.runLater(() -> session.dispatch(new Action.Hide(wanted)));
        }
    }

    private Hidden wanted(State state) {
        Optional<OpenLesson> lesson = state.lesson().filter(l -> !l.arriving());
        Optional<Walkthrough> shown =
                lesson.flatMap(OpenLesson::program).flatMap(p -> shown(state, p.model().graph()));
        if (!state.view().mode().learns() || shown.isEmpty()) {
            return Hidden.NONE;
        }
        Set<Integer> values = new HashSet<>();
        Set<Integer> gradients = new HashSet<>();
        for (Place place : places) {
            Optional<Outcome> outcome =
                    lesson.get().progress().outcome(lesson.get().stop(), place.number);
            if (outcome.filter(o -> o != Outcome.WRONG).isEmpty()) {
                Hidden hidden = posed(place, state).hidden();
                values.addAll(hidden.values());
                gradients.addAll(hidden.gradients());
            }
        }
        return new Hidden(values, gradients);
    }
}
