package dev.backstep.ui.lesson;

import dev.backstep.lesson.LessonQuestion;
import dev.backstep.lesson.LessonStop;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.OpenLesson;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.text.Message;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Announcements;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.InView;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import dev.backstep.ui.mistake.MistakeSwitches;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The left side while one learns: where one is in the lesson, its text, and, for who wants to edit
/// freely, the program; or the list of lessons.
public final class LearnPane extends StackPane {

    /// How wide it is, in points of the window.
    public static final double WIDTH = 380;

    private final Session session;
    private final LessonsPane lessons;
    private final Links links;
    private final LessonTextView text;
    private final StopQuestions questions;
    private final MistakeSwitches mistakes;
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final StackPane body = new StackPane(scroll);
    private final Label place = new Label();
    private final Button back = flat(Feather.CHEVRON_LEFT, "command.stop.previous");
    private final Button next = flat(Feather.CHEVRON_RIGHT, "command.stop.next");
    private final Button contents = new Button(Texts.of("lesson.contents"));
    private final ProgressStrip strip = new ProgressStrip(this::go);
    private final Label problems = new Label();
    private final HBox edited = edited();
    private final LessonFoot foot = new LessonFoot(this::turn);
    private final VBox open;
    private @Nullable Node program;
    private @Nullable LessonStop shown;
    private int shownAt = -1;
    private @Nullable Theme theme;

    /// @param over lights the cards of these nodes
    /// @param openFile asks for a file
    /// @param asking whether a quiz is under way, which says itself what is hidden
    public LearnPane(
            Session session,
            LessonDesk desk,
            Consumer<Set<Integer>> over,
            Runnable openFile,
            BooleanSupplier asking) {
        this.session = session;
        this.lessons = new LessonsPane(desk, openFile);
        this.links = new Links(over);
        this.text = new LessonTextView(1, links);
        this.questions = new StopQuestions(session, asking);
        this.mistakes = new MistakeSwitches(session::dispatch);
        getStyleClass().addAll("side", "side-left", "learn");
        setPrefWidth(WIDTH);
        setMinWidth(280);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content.getStyleClass().add("lesson-content");
        VBox.setVgrow(body, Priority.ALWAYS);
        problems.getStyleClass().add("lesson-problems");
        problems.setWrapText(true);
        problems.managedProperty().bind(problems.visibleProperty());
        edited.managedProperty().bind(edited.visibleProperty());
        open = new VBox(head(), strip, problems, new MomentBar(desk), edited, body, foot);
        open.getStyleClass().add("lesson");
        getChildren().setAll(lessons);
    }

    private HBox head() {
        place.getStyleClass().add("stop-place");
        contents.getStyleClass().addAll("flat", "contents-button");
        contents.setGraphic(Icons.of(Feather.CHEVRON_DOWN));
        contents.setContentDisplay(ContentDisplay.RIGHT);
        contents.setOnAction(_ -> showContents());
        back.setOnAction(_ -> go(at() - 1));
        next.setOnAction(_ -> go(at() + 1));
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox head = new HBox(2, back, place, next, room, contents);
        head.getStyleClass().add("lesson-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox edited() {
        Label told = new Label(Texts.of("lesson.edited"));
        told.setWrapText(true);
        told.setMinWidth(0);
        told.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(told, Priority.ALWAYS);
        told.setMaxWidth(Double.MAX_VALUE);
        Button reset = new Button(Texts.of("lesson.reset"));
        reset.getStyleClass().add("small");
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(_ -> move(new LessonMove.Reset()));
        Tips.text(reset, "lesson.reset.tip");
        HBox row = new HBox(8, told, reset);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("lesson-edited");
        return row;
    }

    private static Button flat(Feather icon, String text) {
        return Icons.button(icon, text, "flat", "tiny");
    }

    /// What is edited freely beside the text: the program, or the settings of its training.
    public void host(Node edits) {
        program = edits;
        turn(foot.isReading());
    }

    /// Shows what can be edited in the place of the text.
    public void edit() {
        turn(false);
    }

    private void turn(boolean read) {
        foot.show(read);
        Node wanted = read || program == null ? scroll : program;
        if (!body.getChildren().contains(wanted)) {
            body.getChildren().setAll(wanted);
        }
    }

    public void show(ThemedState screen) {
        State state = screen.state();
        Optional<OpenLesson> lesson = state.lesson();
        Node wanted = lesson.isPresent() ? open : lessons;
        if (!getChildren().contains(wanted)) {
            getChildren().setAll(wanted);
        }
        if (lesson.isEmpty()) {
            lessons.show(state);
            questions.leave(state);
            return;
        }
        strip.show(lesson.get());
        head(lesson.get());
        tell(lesson.get(), state);
        text(lesson.get(), screen);
        links.show(state.good());
        questions.show(screen, lesson.get());
        mistakes.show(state);
    }

    /// The window is used for something else.
    public void leave(State state) {
        questions.leave(state);
    }

    private void head(OpenLesson lesson) {
        int stops = lesson.lesson().stops().size();
        place.setText(
                stops == 0
                        ? ""
                        : Texts.of(
                                Message.of("lesson.place")
                                        .with("stop", lesson.stop() + 1L)
                                        .with("stops", stops)));
        back.setDisable(lesson.stop() == 0);
        next.setDisable(lesson.stop() >= stops - 1);
        contents.setDisable(stops == 0);
    }

    private void tell(OpenLesson lesson, State state) {
        problems.setText(LessonProblems.told(lesson));
        problems.setVisible(!lesson.problems().isEmpty());
        boolean asWas = lesson.program().isEmpty() || lesson.isAsItWas(state.document().text());
        edited.setVisible(!asWas && !lesson.arriving());
    }

    @SuppressWarnings("ReferenceEquality") // a stop read again is another object
    private void text(OpenLesson lesson, ThemedState screen) {
        LessonStop stop = lesson.current().orElse(null);
        boolean other = stop != shown || screen.theme() != theme;
        if (other || lesson.stop() != shownAt) {
            boolean moved = lesson.stop() != shownAt;
            shown = stop;
            theme = screen.theme();
            shownAt = lesson.stop();
            content.getChildren().setAll(made(lesson, stop, screen));
            if (moved) {
                turn(true);
                announce(lesson);
                scroll.setVvalue(0);
            }
        }
    }

    private void announce(OpenLesson lesson) {
        lesson.current()
                .map(stop -> place.getText() + ". " + stop.title())
                .ifPresent(told -> Platform.runLater(() -> Announcements.say(this, told)));
    }

    private List<Node> made(OpenLesson lesson, @Nullable LessonStop stop, ThemedState screen) {
        if (stop == null) {
            return List.of();
        }
        List<LessonQuestion> all = stop.questions();
        questions.begin(stop);
        text.show(
                lesson.lesson().read(stop).blocks(),
                screen.theme(),
                q -> questions.place(q, all.indexOf(q)));
        Node title = text.title(stop.heading());
        return List.of(title, text, mistakes);
    }

    /// @param done when a question takes no more answers
    public void onAnswered(Runnable done) {
        questions.onAnswered(verdict -> InView.bring(scroll, verdict), done);
    }

    /// Gives the focus to the next question of the stop.
    public void toQuestion() {
        turn(true);
        scroll.applyCss(); // until it has its skin, it holds nothing that takes the focus
        questions.toNext().ifPresent(place -> InView.bring(scroll, place));
    }

    /// Scrolls the text a page on, or back.
    public void page(boolean on) {
        turn(true);
        InView.page(scroll, on);
    }

    /// Lights what speaks of a node on screen.
    public void light(OptionalInt node) {
        links.light(node);
    }

    /// Shows the stops of the lesson, to go to one.
    public void showContents() {
        session.state()
                .lesson()
                .filter(_ -> contents.getScene() != null)
                .ifPresent(
                        lesson ->
                                new ContentsMenu(
                                                lesson,
                                                this::go,
                                                () -> move(new LessonMove.Leave()),
                                                () -> move(new LessonMove.Forget()))
                                        .show(contents, Side.BOTTOM, 0, 4));
    }

    private int at() {
        return session.state().lesson().map(OpenLesson::stop).orElse(0);
    }

    private void go(int stop) {
        move(new LessonMove.To(stop));
    }

    private void move(LessonMove move) {
        session.dispatch(new Action.InLesson(move));
    }
}
