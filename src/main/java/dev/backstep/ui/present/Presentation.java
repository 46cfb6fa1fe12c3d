package dev.backstep.ui.present;

import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.OpenLesson;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.session.View;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.present.PenLayer.Tool;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Presents what is open on the whole screen, from where one is, until Escape leads back there.
///
/// What is presented is the session itself, so whatever is typed or dragged meanwhile stays.
public final class Presentation extends StackPane {

    private final Stage stage;
    private final Session session;
    private final Consumer<Action> dispatch;
    private final Background background;
    private final Region notices;
    private Runnable turned = () -> {};
    private final PresentKeys keys = new PresentKeys(this);
    private final ChangeListener<Boolean> leaving = (_, was, now) -> left(was, now);
    private final SpeakerNotes notes;
    private @Nullable PresentPane pane;
    private @Nullable Before before;
    private @Nullable ThemedState screen;

    /// Where one was.
    private record Before(View view, int opening, int stop, boolean fullScreen) {}

    /// @param notices shows what the window has to tell
    public Presentation(
            Stage stage,
            Session session,
            Consumer<Action> dispatch,
            Background background,
            Region notices) {
        this.stage = stage;
        this.session = session;
        this.dispatch = dispatch;
        this.background = background;
        this.notices = notices;
        this.notes = new SpeakerNotes(stage, () -> pane().notes(null));
        setVisible(false);
        managedProperty().bind(visibleProperty());
        getStyleClass().add("presentation");
    }

    /// @param told when presenting begins and when it ends
    public void onTurned(Runnable told) {
        turned = told;
    }

    public boolean isOn() {
        return before != null;
    }

    /// Whether the text of a lesson is presented, not its graph.
    public boolean isReading() {
        return isOn() && pane().isReading();
    }

    /// Begins; or ends at the step that is shown.
    public void turn() {
        if (isOn()) {
            end();
        } else {
            begin();
        }
    }

    private void begin() {
        before =
                new Before(
                        session.state().view(),
                        session.state().origin().opening(),
                        stop(),
                        stage.isFullScreen());
        PresentPane shown = pane();
        shown.begin();
        setVisible(true);
        notes.begin();
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setFullScreen(true);
        stage.fullScreenProperty().addListener(leaving);
        turned.run();
    }

    PresentPane pane() {
        if (pane == null) {
            pane = new PresentPane(session, dispatch, background, notices, this::nextLeaf);
            getChildren().setAll(pane);
        }
        return pane;
    }

    /// Who leaves the full screen by the means of the system has done with presenting.
    private void left(boolean was, boolean now) {
        if (was && !now && isOn()) {
            end();
        }
    }

    /// Ends, and stays at what is shown.
    public void end() {
        Before was = before;
        if (was == null) {
            return;
        }
        before = null;
        stage.fullScreenProperty().removeListener(leaving);
        stage.setFullScreen(was.fullScreen);
        stage.setFullScreenExitKeyCombination(null);
        stage.setFullScreenExitHint(null);
        notes.end();
        pane().notes(null);
        setVisible(false);
        if (isThere(was)) {
            dispatch.accept(new Action.Draw(was.view.detail()));
        }
        turned.run();
    }

    /// Ends where one was when it began; in another program or at another stop of a lesson, there.
    void goBack() {
        Before was = before;
        end();
        if (was != null && isThere(was)) {
            dispatch.accept(new Action.By(was.view.grain()));
            dispatch.accept(new Action.Draw(was.view.detail()));
            dispatch.accept(new Action.Go(was.view.step()));
            dispatch.accept(new Action.Select(was.view.selected()));
        }
    }

    private boolean isThere(Before was) {
        return was.opening == session.state().origin().opening() && was.stop == stop();
    }

    /// The lesson, if it is that which is shown.
    private Optional<OpenLesson> lesson() {
        State now = session.state();
        return now.lesson().filter(_ -> now.view().mode().learns());
    }

    /// The stop of the lesson that is shown; −1 without one.
    private int stop() {
        return lesson().map(OpenLesson::stop).orElse(-1);
    }

    /// Shows a state, if it is presented.
    public void show(ThemedState now) {
        screen = now;
        if (isOn()) {
            pane().show(now);
            notes.show(now);
        }
    }

    /// Gives the focus to what the keys are for.
    public void home() {
        pane().home();
    }

    /// Shows the program to be typed in, with the caret in it.
    public void typeProgram() {
        PresentPane shown = pane();
        shown.typing(true);
        if (screen != null) {
            shown.show(screen);
        }
        Platform.runLater(shown.typing()::focusText); // the key that asked for it types nothing
    }

    /// Whether there are strokes of the pen, which undo takes away first.
    public boolean isDrawnOn() {
        return isOn() && pane().pen().strokes() > 0;
    }

    /// Whether a key belongs to the presentation: then it is done what it stands for.
    public boolean take(KeyEvent e) {
        return isOn() && keys.take(e);
    }

    // What keys ask for.

    /// A step on; in the text of a lesson a page.
    ///
    /// @param beyond whether the end of a stop leads to the next one
    void forward(boolean beyond) {
        step(true, beyond);
    }

    void back(boolean beyond) {
        step(false, beyond);
    }

    private void step(boolean on, boolean beyond) {
        PresentPane shown = pane();
        if (shown.isReading() && shown.text().scroll(on)) {
            return;
        }
        State now = session.state();
        boolean done =
                shown.isReading()
                        || shown.isTraining()
                        || now.view().step() == (on ? Math.max(0, now.steps() - 1) : 0);
        Optional<OpenLesson> lesson = lesson();
        if (beyond && done && lesson.isPresent()) {
            int stop = lesson.get().stop() + (on ? 1 : -1);
            dispatch.accept(new Action.InLesson(new LessonMove.To(stop)));
        } else if (!shown.isReading()) {
            dispatch.accept(on ? new Action.Forward() : new Action.Back());
        }
    }

    /// Turns from the graph to the text of the lesson, and back.
    void turnText() {
        lesson().ifPresent(_ -> pane().read(!pane().isReading()));
    }

    /// Shows the text of the lesson, with the caret in its next question.
    void answer() {
        if (lesson().isPresent()) {
            pane().read(true);
            Platform.runLater(pane().text()::toQuestion); // the key that asked for it types nothing
        }
    }

    /// Shows the training for as long as it is lent.
    public void training(Optional<Region> lent) {
        pane().training(lent);
    }

    void by(Action action) {
        dispatch.accept(action);
    }

    /// Takes away what lies over the picture; says whether there was anything.
    boolean clear() {
        PresentPane shown = pane();
        if (shown.isReading() && shown.text().isAnswering()) {
            home();
            return true;
        }
        if (shown.isTyping() || shown.leaf().isVisible() || shown.hasNotes()) {
            shown.typing(false);
            shown.notes(null);
            dispatch.accept(new Action.Select(OptionalInt.empty()));
            home();
            return true;
        }
        boolean tool = shown.pen().tool() != Tool.NONE;
        shown.pen().put(Tool.NONE);
        return tool;
    }

    /// Selects one leaf after the other, to be set.
    void nextLeaf() {
        if (screen != null) {
            OptionalInt next = LeafCard.next(screen);
            dispatch.accept(new Action.Select(next));
            if (next.isPresent()) {
                pane().leaf().focusLeaf();
            } else {
                home();
            }
        }
    }

    void turnTyping() {
        if (pane().isTyping()) {
            pane().typing(false);
            home();
        } else {
            typeProgram();
        }
    }

    /// Shows the notes beside the picture, unless they are on another screen.
    void turnNotes() {
        notes.turn(pane());
    }
}
