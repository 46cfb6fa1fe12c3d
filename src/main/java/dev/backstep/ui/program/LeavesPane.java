package dev.backstep.ui.program;

import dev.backstep.graph.Node;
import dev.backstep.session.Action;
import dev.backstep.session.Good;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.Screen;
import dev.backstep.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The leaves of the program, each scalar with a slider and a field; a matrix shows its elements as fields.
public final class LeavesPane extends VBox {

    /// Matrices with more elements are edited in the text.
    private static final int LARGEST = 12;

    private final Consumer<Action> dispatch;
    private final Runnable begin;
    private final Runnable end;
    private final List<LeafRow> rows = new ArrayList<>();
    private List<Node> built = List.of();

    public LeavesPane(Consumer<Action> dispatch, Runnable begin, Runnable end) {
        this.dispatch = dispatch;
        this.begin = begin;
        this.end = end;
        setSpacing(8);
    }

    public void show(Screen screen) {
        if (screen.state().good().isEmpty()) {
            return;
        }
        Good good = screen.state().good().get();
        List<Node> leaves =
                good.model().graph().nodes().stream().filter(n -> good.model().leaves().containsKey(n.id())).toList();
        if (!leaves.equals(built)) {
            build(leaves, good);
        }
        setDisable(!screen.state().isCurrent());
        rows.forEach(r -> r.show(good, screen.numbers(), screen.theme()));
    }

    private void build(List<Node> leaves, Good good) {
        built = leaves;
        rows.clear();
        getChildren().clear();
        for (Node leaf : leaves) {
            Tensor value = good.model().leaf(leaf.id());
            if (value.size() > LARGEST) {
                continue;
            }
            for (int k = 0; k < value.size(); k++) {
                LeafRow row = new LeafRow(leaf, k, dispatch, begin, end);
                rows.add(row);
                getChildren().add(row);
            }
        }
        if (rows.isEmpty()) {
            Label none = new Label(Texts.of("leaves.none"));
            none.getStyleClass().add("hint");
            getChildren().add(none);
        }
    }
}
