package dev.backstep.ui;

import dev.backstep.explain.Sentences;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.ui.calculus.CalculusSheet;
import dev.backstep.ui.calculus.Topic;
import dev.backstep.ui.graph.GraphPane;
import dev.backstep.ui.graph.LegendView;
import dev.backstep.ui.inspector.InspectorPane;
import dev.backstep.ui.kit.Announcements;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.FocusRing;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.mistake.MistakePill;
import dev.backstep.ui.program.ProgramPane;
import dev.backstep.ui.quiz.QuizDesk;
import dev.backstep.ui.transport.Stretch;
import dev.backstep.ui.transport.TransportPane;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window while a program is stepped through: the program at the left, the graph, the inspector
/// at the right, the transport below.
final class ExplorePane extends BorderPane {

    /// What a sentence of two lines takes: if one line is enough, the graph does not move.
    private static final double TWO_LINES = 84;

    /// A window with less height than this is low.
    private static final double LOW = 440;

    private final SentenceView sentence = new SentenceView();
    private final LegendView legend = new LegendView();
    private final DetailBar detail;
    private final ZoomBar zoom;
    private final OpenedBar opened;
    private final VacantView vacant = new VacantView(this::toProblem);
    private final MistakePill mistake = new MistakePill();
    private final GraphPane graph;
    private final ProgramPane program;
    private final InspectorPane inspector;
    private final TransportPane transport;
    private final Sides sides;
    private final NodePicking picking;
    private final CalculusSheet sheet;
    private final Session session;
    private final StackPane left;
    private final Pointing pointing;
    private final QuizDesk quiz;

    /// @param first has the graph
    /// @param back from a mini-batch that is opened to its training
    ExplorePane(
            Session session,
            StepCommands steps,
            Notices notices,
            Background background,
            FirstSight first,
            Runnable back) {
        this.session = session;
        quiz = new QuizDesk(session, this::focusGraph);
        opened = new OpenedBar(back);
        sheet = new CalculusSheet(background, this::pickNodes, this::focusGraph);
        picking = new NodePicking(session::state, sheet::open);
        graph = first.graph(action -> done(steps, action));
        detail = new DetailBar(steps::draw);
        zoom = new ZoomBar(graph, session::dispatch);
        inspector = new InspectorPane(background, sheet::open, sheet::open);
        program =
                new ProgramPane(
                        steps::by, session::beginGesture, session::endGesture, first.isAlone());
        transport =
                new TransportPane(
                        steps::by, steps.player(), steps::togglePlay, graph::requestFocus);
        left = new StackPane(program);
        VBox right = new VBox(quiz.panel(), inspector);
        VBox.setVgrow(inspector, Priority.ALWAYS);
        sides = new Sides(left, centre(notices), right, session);
        pointing = new Pointing(session, program.editor(), graph.lights());
        setCenter(new StackPane(sides, sheet));
        left.widthProperty().addListener((_, _, _) -> besideProgram());
        sides.widthProperty().addListener((_, _, _) -> besideProgram());
        addEventFilter(KeyEvent.KEY_PRESSED, this::escaped);
        setBottom(transport);
    }

    /// What stands at the left in the place of the program, which is unfolded for it; the program
    /// itself, if it is that.
    void left(Region side, double width) {
        if (!left.getChildren().contains(side)) {
            left.getChildren().setAll(side);
            if (width > 0) {
                sides.unfoldLeft();
            }
        }
        sides.leastLeft(width);
    }

    Pointing pointing() {
        return pointing;
    }

    /// Whether a quiz is under way.
    boolean isAsking() {
        return quiz.panel().isVisible();
    }

    ProgramPane program() {
        return program;
    }

    /// The graph between two strips: what is told lies beside its cards, never over them.
    private VBox centre(Notices notices) {
        StackPane picture = new StackPane(graph, vacant, new FocusRing(graph));
        StackPane told = new StackPane(sentence, picking);
        told.getStyleClass().add("told");
        told.setMinHeight(TWO_LINES);
        heightProperty().addListener((_, _, height) -> low(told, height.doubleValue() < LOW));
        GraphBar bar = new GraphBar(detail, legend, notices, zoom);
        VBox centre = new VBox(opened, bar, mistake, picture, told);
        centre.getStyleClass().add("centre");
        VBox.setVgrow(picture, Priority.ALWAYS);
        centre.setMinWidth(200);
        return centre;
    }

    /// Where the window is low, what stands below the graph takes less.
    private void low(Region told, boolean low) {
        told.setMinHeight(low ? 0 : TWO_LINES);
        for (Region part : List.of(told, transport)) {
            part.getStyleClass().remove("low");
            if (low) {
                part.getStyleClass().add("low");
            }
        }
    }

    void show(ThemedState screen) {
        program.show(screen);
        graph.show(screen);
        mistake.show(screen.walkthrough(), screen.numbers());
        detail.show(screen);
        zoom.show(screen);
        legend.show(screen);
        vacant.show(screen);
        opened.show(screen.state().batch());
        inspector.show(screen);
        quiz.show(screen);
        besideProgram();
        sheet.show(screen);
        transport.show(screen);
        sides.show(screen.state().view().panels());
        Announcements.name(graph, spoken(screen));
        sentence.show(
                screen.walkthrough()
                        .map(w -> Texts.of(Sentences.of(w, screen.step(), screen.numbers())))
                        .orElse(""),
                screen.walkthrough()
                        .flatMap(w -> screen.note(w.step(screen.step()).node()))
                        .orElse(""));
    }

    /// A click on a card is for whoever waits for one.
    private void done(StepCommands steps, Action action) {
        if (!picking.takes(action)) {
            steps.by(action);
        }
    }

    private void focusGraph() {
        graph.requestFocus();
    }

    /// The sheet leaves the program beside it.
    private void besideProgram() {
        StackPane.setMargin(sheet, new Insets(0, 0, 0, sides.leftTaken()));
    }

    private void escaped(KeyEvent e) {
        boolean typing = program.editor().isFocused() || e.getTarget() instanceof TextInputControl;
        if (e.getCode() != KeyCode.ESCAPE || typing) {
            return;
        }
        if (picking.isOn()) {
            picking.end();
            e.consume();
        } else if (sheet.isVisible()) {
            sheet.close();
            e.consume();
        }
    }

    /// Lets the user click on two nodes; if that has begun, takes the card that is selected, or the
    /// one of the step.
    void pickNodes() {
        sheet.close();
        if (picking.isOn()) {
            session.state()
                    .good()
                    .map(g -> g.walkthrough())
                    .ifPresent(
                            w ->
                                    picking.take(
                                            session.state()
                                                    .view()
                                                    .selected()
                                                    .orElse(
                                                            w.step(session.state().view().step())
                                                                    .node())));
        } else {
            picking.begin();
            graph.requestFocus();
        }
    }

    /// Asks questions on the program.
    void quiz() {
        sides.unfoldRight();
        quiz.open();
    }

    QuizDesk quizzes() {
        return quiz;
    }

    CalculusSheet sheet() {
        return sheet;
    }

    void openSheet(Topic topic) {
        picking.end();
        sheet.open(topic);
    }

    /// What a screen reader says of the step: where it is in the story, and what happens.
    private static String spoken(ThemedState screen) {
        return screen.walkthrough()
                .map(
                        w ->
                                Stretch.heading(w.story(), screen.step())
                                        + ". "
                                        + Texts.of(
                                                Sentences.of(w, screen.step(), screen.numbers())))
                .orElse(Texts.of("menu.graph"));
    }

    GraphPane graph() {
        return graph;
    }

    Sides sides() {
        return sides;
    }

    void focusProgram() {
        program.focusText();
    }

    /// Leads to what is wrong, where it is written.
    void toProblem() {
        sides.unfoldLeft();
        program.focusProblem();
    }
}
