package dev.backstep.ui.present;

import dev.backstep.layout.Size;
import dev.backstep.layout.TypeSize;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.session.Action;
import dev.backstep.session.OpenLesson;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.graph.GraphPane;
import dev.backstep.ui.inspector.StepStrip;
import dev.backstep.ui.kit.Announcements;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Enlarged;
import dev.backstep.ui.mistake.MistakePill;
import dev.backstep.ui.transport.StepTimeline;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is presented: the graph, the strip of the step, the line of all steps; over them the pen,
/// the laser spot, the leaf that is being set and the black or white screen.
final class PresentPane extends Region {

    /// The smallest type in the room, and the points it has at least on a screen 1,080 pixels high.
    private static final double SMALLEST = TypeSize.LEAST;

    private static final double POINTS = 20.5;

    /// How high the room is in its own units, whatever the screen.
    static final double HEIGHT = 1080 * SMALLEST / POINTS;

    /// More digits would be too wide for large type.
    private static final int DIGITS = 3;

    private final MistakePill mistake = new MistakePill();
    private final GraphPane graph;
    private final StepStrip strip = new StepStrip();
    private final StepTimeline timeline;
    private final LeafCard leaf;
    private final TypingPane typing;
    private final PenLayer pen = new PenLayer();
    private final Curtain curtain = new Curtain();
    private final LessonSlide text;
    private final BorderPane slide = new BorderPane();
    private final VBox steps;
    private Optional<Region> training = Optional.empty();
    private boolean reading;
    private int opening = -1;
    private int stop = -1;
    private final StackPane all;
    private final Enlarged enlarged;
    private final Consumer<Action> dispatch;

    private final Background background;
    private @Nullable ThemedState screen;

    /// Whether what is drawn has still to be found too fine for the wall.
    private boolean unchecked;

    /// @param next selects the leaf after the one that is being set
    PresentPane(
            Session session,
            Consumer<Action> dispatch,
            Background background,
            Region notices,
            Runnable next) {
        this.dispatch = dispatch;
        this.background = background;
        text = new LessonSlide(session);
        graph = new GraphPane(dispatch, background);
        graph.complete(dispatch);
        graph.coverNothing(); // nobody moves it away while they speak
        graph.widthProperty().addListener((_, _, _) -> check());
        timeline = StepTimeline.thin(step -> dispatch.accept(new Action.Go(step)));
        leaf = new LeafCard(dispatch, session::beginGesture, session::endGesture, next);
        typing = new TypingPane(dispatch);
        StackPane picture = new StackPane(graph, notices);
        StackPane below = new StackPane(strip, leaf);
        StackPane.setAlignment(leaf, Pos.CENTER_LEFT);
        StackPane.setMargin(leaf, new Insets(0, 0, 0, 20));
        VBox.setMargin(timeline, new Insets(0, 20, 6, 20));
        StackPane.setAlignment(notices, Pos.TOP_CENTER);
        steps = new VBox(mistake, picture, below, timeline);
        VBox.setVgrow(picture, Priority.ALWAYS);
        slide.setCenter(steps);
        all = new StackPane(slide, pen, curtain);
        all.getStyleClass().add("present");
        enlarged = new Enlarged(all);
        getChildren().add(enlarged);
        heightProperty().addListener((_, _, now) -> enlarge(now.doubleValue()));
    }

    private void enlarge(double height) {
        if (height >= 1) {
            enlarged.by(height / HEIGHT);
        }
    }

    @Override
    protected void layoutChildren() {
        enlarged.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    /// Begins anew: the detail is chosen for the wall if it is too fine.
    void begin() {
        unchecked = true;
        reading = false;
        pen.put(PenLayer.Tool.NONE);
        curtain.lift();
        typing(false);
        notes(null);
    }

    void show(ThemedState now) {
        ThemedState large = now.withDigits(DIGITS);
        screen = large;
        again(large.state());
        double height = large.walkthrough().map(StepStrip::height).orElse(0.0);
        strip.setMinHeight(height);
        strip.setMaxHeight(height);
        mistake.show(large.walkthrough(), large.numbers());
        graph.show(large);
        strip.show(large);
        timeline.show(large.walkthrough().orElse(null), large.step(), large.theme());
        boolean setting = leaf.isFocusWithin();
        leaf.show(large);
        if (setting && !leaf.isVisible()) {
            home();
        }
        strip.text(!leaf.isVisible());
        if (isTyping()) {
            typing.show(large);
        }
        pen.show(large);
        if (isReading()) {
            text.show(large);
        }
        middle();
        Announcements.name(graph, strip.spoken());
        check();
    }

    /// Another program, and another stop of a lesson, may be drawn too fine.
    private void again(State now) {
        int there = now.lesson().map(OpenLesson::stop).orElse(-1);
        unchecked |= there != stop || now.origin().opening() != opening;
        stop = there;
        opening = now.origin().opening();
        reading &= now.lesson().isPresent() && now.view().mode().learns();
    }

    private void middle() {
        Region wanted = reading ? text : training.orElse(steps);
        if (slide.getCenter() != wanted) {
            slide.setCenter(wanted);
            home();
        }
    }

    /// Shows the training in the place of the graph, or gives it back.
    void training(Optional<Region> lent) {
        training = lent;
        middle();
    }

    boolean isTraining() {
        return training.isPresent() && !reading;
    }

    /// Whether the text of a lesson is shown, not the graph.
    boolean isReading() {
        return reading;
    }

    /// Shows the text of the lesson, or the graph again.
    void read(boolean wanted) {
        reading = wanted;
        if (screen != null && reading) {
            text.show(screen);
        }
        middle();
    }

    LessonSlide text() {
        return text;
    }

    /// What is drawn too small to be read from afar gives way to less.
    private void check() {
        ThemedState now = screen;
        if (!unchecked || now == null || now.walkthrough().isEmpty() || graph.getWidth() <= 1) {
            return;
        }
        unchecked = false;
        if (now.state().view().detail().isEmpty()) {
            return; // it is being chosen for this room
        }
        Walkthrough w = now.walkthrough().get();
        Size room = new Size(graph.getWidth(), graph.getHeight());
        background.run(
                Background.Task.LAY_OUT,
                () -> TypeSize.of(w, FormulaPainter::measure, room, () -> false),
                type -> {
                    if (type < SMALLEST) {
                        dispatch.accept(new Action.Draw(Optional.empty()));
                    }
                },
                _ -> {}); // the graph itself then says why it cannot be laid out
    }

    GraphPane graph() {
        return graph;
    }

    StepStrip strip() {
        return strip;
    }

    PenLayer pen() {
        return pen;
    }

    Curtain curtain() {
        return curtain;
    }

    LeafCard leaf() {
        return leaf;
    }

    boolean isTyping() {
        return slide.getLeft() != null;
    }

    /// Shows the program beside the picture, to be typed in, or hides it.
    void typing(boolean wanted) {
        slide.setLeft(wanted ? typing : null);
    }

    TypingPane typing() {
        return typing;
    }

    boolean hasNotes() {
        return slide.getRight() != null;
    }

    /// Shows the notes beside the picture, or nothing.
    void notes(@Nullable NotesPane notes) {
        slide.setRight(notes);
    }

    /// Gives the focus to what the keys are for.
    void home() {
        Region middle = reading ? text : training.orElse(graph);
        middle.requestFocus();
    }
}
