package dev.backstep.ui.program;

import dev.backstep.explain.Change;
import dev.backstep.explain.Formulas;
import dev.backstep.graph.Edge;
import dev.backstep.layout.Diagrams;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.story.Progress;
import dev.backstep.story.Step;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The list of steps; a click goes there.
public final class StepsPane extends ListView<Integer> {

    private static final PseudoClass FORWARD = PseudoClass.getPseudoClass("forward");
    private static final PseudoClass UPDATE = PseudoClass.getPseudoClass("update");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass TO_COME = PseudoClass.getPseudoClass("to-come");

    private final Consumer<Action> dispatch;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Walkthrough story;
    private Numbers numbers = Numbers.DEFAULT;
    private int step;
    private boolean byEdge;
    private Theme theme = Theme.LIGHT;

    public StepsPane(Consumer<Action> dispatch) {
        this.dispatch = dispatch;
        getStyleClass().add("steps");
        setAccessibleText(Texts.of("steps"));
        setPlaceholder(new Label(Texts.of("steps.none")));
        setCellFactory(
                _ -> {
                    Line line = new Line();
                    lines.add(line);
                    return line;
                });
        setFixedCellSize(25);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        heightProperty().subscribe(() -> Platform.runLater(this::reveal)); // once it is laid out
    }

    public void show(ThemedState screen) {
        @Nullable Walkthrough now = screen.walkthrough().orElse(null);
        int steps = now == null ? 0 : now.size();
        boolean moved = step != screen.step() || steps != getItems().size();
        story = now;
        step = screen.step();
        byEdge = screen.state().view().grain() == Story.Grain.EDGES;
        theme = screen.theme();
        numbers = screen.numbers();
        if (steps != getItems().size()) {
            setItems(FXCollections.observableList(new Indices(steps)));
        }
        lines.forEach(Line::show);
        if (moved) {
            reveal();
        }
    }

    /// Up and down go through the story: what is chosen here is the step itself.
    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) {
            dispatch.accept(e.getCode() == KeyCode.UP ? new Action.Back() : new Action.Forward());
            e.consume();
        }
    }

    /// Scrolls only where the step is out of sight, with a few lines of what comes next.
    private void reveal() {
        int lines = (int) (getHeight() / getFixedCellSize());
        scrollTo(Math.max(0, step - Math.max(1, lines * 2 / 3)));
    }

    /// 0, 1, 2, …, without keeping them.
    private static final class Indices extends AbstractList<Integer> {

        private final int size;

        Indices(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            return index;
        }

        @Override
        public int size() {
            return size;
        }
    }

    private final class Line extends ListCell<Integer> {

        private final Label arrow = new Label();
        private final FormulaView formula = new FormulaView(14, ColorRole.MUTED);
        private final Label value = new Label();
        private final HBox line = new HBox(7, arrow, formula, value);

        Line() {
            line.setAlignment(Pos.CENTER_LEFT);
            value.getStyleClass().add("step-value");
            line.setVisible(false);
            setOnMouseClicked(
                    _ -> {
                        if (getItem() != null) {
                            dispatch.accept(new Action.Go(getItem()));
                        }
                    });
        }

        @Override
        protected void updateItem(@Nullable Integer index, boolean empty) {
            super.updateItem(index, empty);
            show();
        }

        void show() {
            Integer index = getItem();
            if (isEmpty() || index == null || story == null || index >= story.size()) {
                line.setVisible(false);
                dress(ColorRole.MUTED, false, false);
                return;
            }
            line.setVisible(true);
            setGraphic(line);
            Step now = story.step(index);
            ColorRole pass = ink(now);
            dress(pass, index == step, index > step);
            arrow.setText(arrow(now));
            formula.show(
                    tex(story, index),
                    theme,
                    index > step ? ColorRole.DIM : index < step ? ColorRole.MUTED : pass);
            formula.limit(
                    Math.max(40, StepsPane.this.getWidth() - 110),
                    StepsPane.this.getFixedCellSize() - 4);
            value.setText(value(story, index));
            setAccessibleText(
                    arrow.getText() + " " + formula.getAccessibleText() + " " + value.getText());
        }

        /// States, not style classes: a change of classes has the whole line styled from the
        /// ground.
        private void dress(ColorRole pass, boolean current, boolean toCome) {
            pseudoClassStateChanged(FORWARD, pass == ColorRole.VALUE);
            pseudoClassStateChanged(UPDATE, pass == ColorRole.UPDATE);
            pseudoClassStateChanged(CURRENT, current);
            pseudoClassStateChanged(TO_COME, toCome);
        }

        private static ColorRole ink(Step step) {
            return switch (step) {
                case Step.Forward _ -> ColorRole.VALUE;
                case Step.Seed _, Step.Backward _ -> ColorRole.UPSTREAM;
                case Step.ParameterUpdate _ -> ColorRole.UPDATE;
            };
        }

        private static String arrow(Step step) {
            return switch (step) {
                case Step.Forward _ -> "→";
                case Step.Seed _, Step.Backward _ -> "←";
                case Step.ParameterUpdate _ -> "↻";
            };
        }

        /// What a step gives: a new value of a parameter not before it has moved.
        private String value(Walkthrough w, int index) {
            if (w.hidden().hidesStep(w, w.step(index))) {
                return Diagrams.HIDDEN;
            }
            return switch (w.step(index)) {
                case Step.Forward(int node) -> value(w, node, w.value(node));
                case Step.ParameterUpdate(int node) when index <= step ->
                        value(w, node, Progress.at(w, index).value(node));
                case Step.Seed _, Step.Backward _, Step.ParameterUpdate _ -> "";
            };
        }

        private String tex(Walkthrough w, int index) {
            int node = w.step(index).node();
            String label = w.labels().tex(node);
            return switch (w.step(index)) {
                case Step.Seed _ -> "\\partial " + label + "/\\partial " + label + " = 1";
                case Step.Backward(int _, List<Edge> edges) when byEdge ->
                        label + " \\to " + target(w, edges.getFirst());
                case Step.ParameterUpdate _ -> Change.brief(w, node);
                case Step.Forward _, Step.Backward _ ->
                        Formulas.isJoined(w.graph(), node)
                                ? w.labels().tex(node) // its column of parts would be too high
                                : Formulas.of(w.drawn(), w.labels(), node);
            };
        }

        private static String target(Walkthrough w, Edge edge) {
            return w.labels().tex(w.drawn().source(edge).id());
        }

        private String value(Walkthrough w, int node, Tensor t) {
            return w.numbersOf(node, numbers).brief(t);
        }
    }
}
