package dev.backstep.ui.program;

import dev.backstep.session.Action;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The left of the window: the program text, its leaves, the list of steps.
public final class ProgramPane extends VBox {

    /// More leaves scroll.
    private static final double ROOM_FOR_LEAVES = 190;

    /// The list of steps takes what is left; it takes nothing from the program.
    private static final double LEAST_STEPS = 80;

    private final EditorPane editor;
    private final LeavesPane leaves;
    private final StepsPane steps;

    /// @param begin told when a drag of a leaf begins, `end` when it ends
    /// @param later whether the text is only painted at first, until it is touched or for a moment
    public ProgramPane(Consumer<Action> dispatch, Runnable begin, Runnable end, boolean later) {
        editor = new EditorPane(dispatch, later);
        leaves = new LeavesPane(dispatch, begin, end);
        steps = new StepsPane(dispatch);
        getStyleClass().add("side-body");
        setMinHeight(0);
        ScrollPane scroll = new ScrollPane(leaves);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Texts.of("leaves"));
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.minHeightProperty()
                .bind(
                        leaves.heightProperty()
                                .add(2)
                                .map(h -> Math.min(h.doubleValue(), ROOM_FOR_LEAVES)));
        scroll.prefHeightProperty().bind(scroll.minHeightProperty());
        VBox.setVgrow(steps, Priority.ALWAYS);
        steps.setMinHeight(LEAST_STEPS);
        steps.setPrefHeight(LEAST_STEPS);
        editor.maxHeightProperty().bind(heightProperty().multiply(0.42));
        List<Region> forLeaves = List.of(heading("leaves"), scroll, gap());
        for (Region part : forLeaves) {
            part.visibleProperty().bind(leaves.visibleProperty());
            part.managedProperty().bind(leaves.visibleProperty());
        }
        getChildren().addAll(heading("program"), editor, gap());
        getChildren().addAll(forLeaves);
        getChildren().addAll(heading("steps"), steps);
    }

    public void show(ThemedState screen) {
        editor.show(screen);
        leaves.show(screen);
        steps.show(screen);
    }

    /// The program text, to be pointed at.
    public EditorPane editor() {
        return editor;
    }

    /// Puts the caret into the program text.
    public void focusText() {
        editor.focusText();
    }

    /// Puts the caret at the first problem, else where it was.
    public void focusProblem() {
        editor.focusProblem();
    }

    private static Label gap() {
        Label gap = new Label();
        gap.setMinHeight(4);
        gap.setMaxHeight(4);
        return gap;
    }

    private static Label heading(String text) {
        Label heading = new Label(Texts.of(text).toUpperCase(Locale.getDefault()));
        heading.getStyleClass().add("heading");
        return heading;
    }
}
