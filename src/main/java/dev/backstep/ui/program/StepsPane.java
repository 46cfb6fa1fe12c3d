package dev.backstep.ui.program;

import dev.backstep.explain.Numbers;
import dev.backstep.explain.StepLines;
import dev.backstep.explain.Walkthrough;
import dev.backstep.session.Action;
import dev.backstep.ui.Screen;
import dev.backstep.ui.Texts;
import java.util.AbstractList;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// The list of steps; a click goes there.
public final class StepsPane extends ListView<Integer> {

    private final Consumer<Action> dispatch;
    private @Nullable Walkthrough story;
    private Numbers numbers = Numbers.DEFAULT;
    private int step;

    public StepsPane(Consumer<Action> dispatch) {
        this.dispatch = dispatch;
        getStyleClass().add("steps");
        setAccessibleText(Texts.of("steps"));
        setPlaceholder(new Label(Texts.of("steps.none")));
        setCellFactory(_ -> new Line());
        setFixedCellSize(25);
        setFocusTraversable(false);
    }

    public void show(Screen screen) {
        @Nullable Walkthrough now = screen.walkthrough().orElse(null);
        int steps = now == null ? 0 : now.size();
        boolean moved = step != screen.step() || steps != getItems().size();
        story = now;
        step = screen.step();
        numbers = screen.numbers();
        if (steps != getItems().size()) {
            setItems(FXCollections.observableList(new Indices(steps)));
        }
        refresh();
        if (moved) {
            reveal();
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

        Line() {
            setOnMouseClicked(_ -> {
                if (getItem() != null) {
                    dispatch.accept(new Action.Go(getItem()));
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Integer index, boolean empty) {
            super.updateItem(index, empty);
            getStyleClass().removeAll("to-come", "current", "forward", "backward");
            if (empty || index == null || story == null || index >= story.size()) {
                setText(null);
                return;
            }
            setText(StepLines.of(story, index, numbers));
            getStyleClass().add(index < story.story().seed() ? "forward" : "backward");
            if (index == step) {
                getStyleClass().add("current");
            } else if (index > step) {
                getStyleClass().add("to-come");
            }
        }
    }
}
