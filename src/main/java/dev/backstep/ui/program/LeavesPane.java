package dev.backstep.ui.program;

import dev.backstep.graph.Node;
import dev.backstep.session.Action;
import dev.backstep.session.Good;
import dev.backstep.ui.Screen;
import dev.backstep.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The leaves of the program: a scalar has a slider and a field, a matrix a field for each element.
/// Invisible where a program has none.
public final class LeavesPane extends VBox {

    /// Larger matrices are edited in the text.
    private static final int MOST_ELEMENTS = 24;

    private static final int MOST_COLUMNS = 5;

    private final Consumer<Action> dispatch;
    private final Runnable begin;
    private final Runnable end;
    private final List<LeafView> rows = new ArrayList<>();
    private List<Node> built = List.of();

    public LeavesPane(Consumer<Action> dispatch, Runnable begin, Runnable end) {
        this.dispatch = dispatch;
        this.begin = begin;
        this.end = end;
        setSpacing(8);
    }

    public void show(Screen screen) {
        if (screen.state().good().isEmpty()) {
            build(List.of(), "leaves.yet");
            setVisible(true);
            return;
        }
        Good good = screen.state().good().get();
        List<Node> leaves =
                good.model().graph().nodes().stream()
                        .filter(n -> good.model().literals().containsKey(n.id()))
                        .toList();
        if (!leaves.equals(built)) {
            build(leaves, "leaves.none");
        }
        setVisible(!leaves.isEmpty());
        setDisable(!screen.state().isCurrent());
        rows.forEach(r -> r.show(good, screen.numbers(), screen.theme()));
    }

    private <R extends javafx.scene.Node & LeafView> void add(R row) {
        rows.add(row);
        getChildren().add(row);
    }

    private void build(List<Node> leaves, String otherwise) {
        built = leaves;
        rows.clear();
        getChildren().clear();
        for (Node leaf : leaves) {
            if (leaf.shape().isScalar()) {
                add(new LeafRow(leaf, dispatch, begin, end));
            } else if (leaf.shape().size() <= MOST_ELEMENTS
                    && leaf.shape().cols() <= MOST_COLUMNS) {
                add(new MatrixRow(leaf, dispatch));
            }
        }
        if (rows.isEmpty()) {
            Label none = new Label(Texts.of(otherwise));
            none.getStyleClass().add("hint");
            getChildren().add(none);
        }
    }
}
