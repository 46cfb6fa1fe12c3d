package dev.backstep.ui.program;

import dev.backstep.lang.Problem;
import dev.backstep.lang.Span;
import dev.backstep.session.Action;
import dev.backstep.session.State;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;

/// The program text: numbered lines, syntax colours, problems under their very characters and in
/// words below.
public final class EditorPane extends VBox {

    /// The most problems told in words; all of them are underlined.
    private static final int MOST_PROBLEMS = 5;

    private static final double LEAST = 90;
    private static final double MOST = 290;

    /// How long after it is first laid out a painted text can be typed in, untouched.
    private static final long IDLE = 1500;

    private final Consumer<Action> dispatch;
    private final VBox problems = new VBox(2);
    private final StackPane frame = new StackPane();

    /// What stands for the text to type in as long as that is not made.
    private @Nullable PaintedProgram painted;

    private Optional<ProgramArea> made = Optional.empty();

    private Consumer<OptionalInt> over = _ -> {};
    private String text = "";
    private List<Problem> told = List.of();
    private List<Problem> shown = List.of();
    private List<Span> lit = List.of();

    /// Of the text last shown; none at first.
    private int opening = -1;

    public EditorPane(Consumer<Action> dispatch) {
        this(dispatch, false);
    }

    /// @param later whether the text is only painted as long as nobody touches it, for a moment
    EditorPane(Consumer<Action> dispatch, boolean later) {
        this.dispatch = dispatch;
        frame.getStyleClass().add("editor-frame");
        frame.setMinHeight(LEAST);
        setSpacing(6);
        getChildren().addAll(frame, problems);
        if (later) {
            paint();
        } else {
            area();
        }
    }

    private void paint() {
        PaintedProgram paint =
                new PaintedProgram(this::grow, () -> Background.later(IDLE, this::area));
        paint.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> area());
        paint.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        paint.focusedProperty().subscribe(this::touched);
        painted = paint;
        frame.getChildren().setAll(paint);
    }

    private void touched(boolean focused) {
        if (focused) {
            focusText();
        }
    }

    /// Puts the caret where the painted text is pressed.
    private void pressed(MouseEvent e) {
        ProgramArea area = area();
        Point2D at = area.sceneToLocal(e.getSceneX(), e.getSceneY());
        area.moveTo(area.hit(at.getX(), at.getY()).getInsertionIndex());
        area.requestFocus();
    }

    /// The text to type in, made when it is first needed.
    private ProgramArea area() {
        return made.orElseGet(this::make);
    }

    private ProgramArea make() {
        ProgramArea area = new ProgramArea(dispatch);
        made = Optional.of(area);
        painted = null;
        area.setOnMouseMoved(e -> over.accept(area.hit(e.getX(), e.getY()).getCharacterIndex()));
        area.setOnMouseExited(_ -> over.accept(OptionalInt.empty()));
        area.show(text);
        area.toBeginning();
        area.colour(shown, lit);
        frame.getChildren().setAll(new VirtualizedScrollPane<>(area));
        if (frame.getScene() != null) {
            frame.applyCss();
            frame.layout(); // it guesses how high its text is until it is laid out
        }
        area.totalHeightEstimateProperty()
                .addListener((_, _, height) -> Optional.ofNullable(height).ifPresent(this::grow));
        return area;
    }

    public void show(ThemedState screen) {
        State state = screen.state();
        String now = state.document().text();
        boolean first = opening < 0;
        boolean another = first || !now.equals(text);
        boolean opened = state.origin().opening() != opening;
        text = now;
        opening = state.origin().opening();
        PaintedProgram paint = painted;
        if (paint != null && state.problems().isEmpty() && (first || !another)) {
            paint.show(now);
        } else {
            another |= area().show(now);
            if (opened) {
                area().toBeginning();
            }
        }
        if (another || !state.problems().equals(told)) {
            tell(screen);
        }
    }

    /// Says what is wrong, and marks it.
    private void tell(ThemedState screen) {
        told = screen.state().problems();
        shown = screen.problems();
        made.ifPresent(area -> area.colour(shown, lit));
        problems.getChildren()
                .setAll(shown.stream().limit(MOST_PROBLEMS).map(p -> row(p, screen)).toList());
        if (!screen.isBegun()) {
            problems.getChildren().setAll(hint());
        }
        frame.getStyleClass().remove("wrong");
        if (!shown.isEmpty()) {
            frame.getStyleClass().add("wrong");
        }
    }

    /// Tells whenever the pointer comes to another character of the text, or to none.
    public void onOver(Consumer<OptionalInt> told) {
        over = told;
    }

    /// Lights some characters, for what points at them elsewhere.
    public void light(List<Span> places) {
        if (!places.equals(lit)) {
            lit = places;
            area().colour(shown, lit);
        }
    }

    /// Puts the caret into the text.
    public void focusText() {
        area().requestFocus();
    }

    /// Puts the caret at the first problem, else where it was.
    void focusProblem() {
        shown.stream().findFirst().ifPresentOrElse(p -> area().goTo(p), this::focusText);
    }

    /// As high as its text, within reason: the rest of the panel is for what the text gives.
    private void grow(double height) {
        frame.setPrefHeight(Math.clamp(height + 26, LEAST, MOST));
    }

    private static Label hint() {
        Label hint = new Label(Texts.of("program.hint"));
        hint.getStyleClass().add("hint");
        hint.setMinHeight(USE_PREF_SIZE);
        return hint;
    }

    private Label row(Problem problem, ThemedState screen) {
        Label row = new Label(screen.told(problem));
        row.getStyleClass().add("problem-row");
        row.setWrapText(true);
        row.setMinHeight(USE_PREF_SIZE);
        row.setOnMouseClicked(_ -> area().goTo(problem));
        return row;
    }
}
