package dev.backstep.ui.program;

import dev.backstep.lang.Problem;
import dev.backstep.lang.Span;
import dev.backstep.session.Action;
import dev.backstep.session.State;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;
import org.fxmisc.wellbehaved.event.EventPattern;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;
import org.jspecify.annotations.Nullable;

/// The program text: numbered lines, syntax colours, problems under their very characters and in
/// words below.
public final class EditorPane extends VBox {

    /// The most problems told in words; all of them are underlined.
    private static final int MOST_PROBLEMS = 5;

    private static final double LEAST = 90;
    private static final double MOST = 290;

    private final CodeArea area = new CodeArea();
    private final CompletionPopup completion;
    private final VBox problems = new VBox(2);
    private final StackPane frame = new StackPane();
    private List<Problem> told = List.of();
    private List<Problem> shown = List.of();
    private List<Span> lit = List.of();
    private boolean showing;

    /// Of the text last shown; none at first.
    private int opening = -1;

    public EditorPane(Consumer<Action> dispatch) {
        area.getStyleClass().add("editor");
        area.setUndoManager(UndoUtils.noOpUndoManager());
        leaveUndoToCommands();
        leaveTabToTheWindow();
        completion = new CompletionPopup(area);
        area.setWrapText(true);
        area.setParagraphGraphicFactory(EditorPane::lineNumber);
        area.setAccessibleText(Texts.of("program"));
        area.textProperty()
                .addListener(
                        (_, before, text) -> {
                            if (!showing) {
                                dispatch.accept(Action.Type.of(before, text));
                            }
                        });
        frame.getStyleClass().add("editor-frame");
        area.totalHeightEstimateProperty().addListener((_, _, height) -> grow(height));
        frame.getChildren().add(new VirtualizedScrollPane<>(area));
        frame.setMinHeight(LEAST);
        setSpacing(6);
        getChildren().addAll(frame, problems);
    }

    public void show(ThemedState screen) {
        State state = screen.state();
        showing = true;
        String text = state.document().text();
        boolean changed = !area.getText().equals(text);
        if (changed) {
            replace(text);
        }
        if (state.origin().opening() != opening) {
            opening = state.origin().opening();
            toBeginning();
        }
        showing = false;
        if (changed || !state.problems().equals(told) || area.getUserData() != text) {
            area.setUserData(text);
            told = state.problems();
            shown = screen.problems();
            colour(text);
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
    }

    private void toBeginning() {
        area.moveTo(0);
        area.requestFollowCaret();
    }

    /// Tells whenever the pointer comes to another character of the text, or to none.
    public void onOver(Consumer<OptionalInt> told) {
        area.setOnMouseMoved(e -> told.accept(area.hit(e.getX(), e.getY()).getCharacterIndex()));
        area.setOnMouseExited(_ -> told.accept(OptionalInt.empty()));
    }

    /// Lights some characters, for what points at them elsewhere.
    public void light(List<Span> places) {
        if (!places.equals(lit)) {
            lit = places;
            colour(area.getText());
        }
    }

    /// Its own undo would hide that of the session.
    private void leaveUndoToCommands() {
        for (KeyCode key : List.of(KeyCode.Z, KeyCode.Y)) {
            for (ModifierValue shift : List.of(ModifierValue.DOWN, ModifierValue.UP)) {
                KeyCodeCombination keys =
                        new KeyCodeCombination(
                                key,
                                shift,
                                ModifierValue.UP,
                                ModifierValue.UP,
                                ModifierValue.UP,
                                ModifierValue.DOWN);
                Nodes.addInputMap(area, InputMap.ignore(EventPattern.keyPressed(keys)));
            }
        }
    }

    /// The language needs no indents, and who has only keys must get out again.
    private void leaveTabToTheWindow() {
        Nodes.addInputMap(area, InputMap.ignore(EventPattern.keyPressed(KeyCode.TAB)));
        Nodes.addInputMap(
                area,
                InputMap.ignore(EventPattern.keyPressed(KeyCode.TAB, KeyCombination.SHIFT_DOWN)));
    }

    /// Puts the caret into the text.
    public void focusText() {
        area.requestFocus();
    }

    /// Puts the caret at the first problem, else where it was.
    void focusProblem() {
        shown.stream().findFirst().ifPresentOrElse(this::goTo, this::focusText);
    }

    /// As high as its text, within reason: the rest of the panel is for what the text gives.
    private void grow(@Nullable Double height) {
        if (height != null) {
            double wanted = Math.clamp(height + 26, LEAST, MOST);
            frame.setPrefHeight(wanted);
        }
    }

    /// The area styles it before it is in the scene, where the theme's colour of texts cannot be
    /// found: so it brings one.
    private static Node lineNumber(int line) {
        Text number = new Text("%3s".formatted(line + 1));
        StackPane room = new StackPane(number);
        room.getStyleClass().add("line-number");
        room.setStyle("-color-fg-default: transparent;");
        StackPane.setAlignment(number, Pos.TOP_RIGHT);
        return room;
    }

    private void colour(String text) {
        if (!text.isEmpty()) {
            area.setStyleSpans(0, Colours.of(text, shown, lit));
        }
    }

    /// Replaces only what differs, so that the caret and the scrolled place stay.
    private void replace(String text) {
        String old = area.getText();
        int most = Math.min(old.length(), text.length());
        int start = 0;
        while (start < most && old.charAt(start) == text.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && old.charAt(old.length() - 1 - end) == text.charAt(text.length() - 1 - end)) {
            end++;
        }
        area.replaceText(start, old.length() - end, text.substring(start, text.length() - end));
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
        row.setOnMouseClicked(_ -> goTo(problem));
        return row;
    }

    private void goTo(Problem problem) {
        area.moveTo(Math.min(problem.span().start(), area.getLength()));
        area.requestFollowCaret();
        area.requestFocus();
    }
}
