package dev.backstep.ui.calculus;

import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.story.Walkthrough;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A list of nodes to choose one from, by what they are called.
final class NodeChoice extends ComboBox<Integer> {

    /// Of larger graphs only what has a name, and what is chosen.
    private static final int MOST = 300;

    private @Nullable Walkthrough walkthrough;
    private boolean showing;

    /// @param chosen told the node
    NodeChoice(String name, IntConsumer chosen) {
        setAccessibleText(name);
        setVisibleRowCount(14);
        setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Integer node) {
                        return node == null || walkthrough == null
                                ? ""
                                : walkthrough.labels().words(node);
                    }

                    @Override
                    public @Nullable Integer fromString(String text) {
                        return null;
                    }
                });
        setOnAction(
                _ -> {
                    Integer now = getValue();
                    if (!showing && now != null) {
                        chosen.accept(now);
                    }
                });
    }

    void show(Walkthrough w, List<Integer> nodes, int chosen) {
        showing = true;
        walkthrough = w;
        if (!getItems().equals(nodes)) {
            getSelectionModel().clearSelection();
            getItems().setAll(nodes);
        }
        setValue(chosen);
        showing = false;
    }

    /// The nodes that can be told apart by their names.
    static List<Integer> of(Walkthrough w) {
        boolean many = w.graph().size() > MOST;
        return w.graph().nodes().stream()
                .filter(n -> isCalled(w, n) && (!many || n.name().isPresent()))
                .map(Node::id)
                .toList();
    }

    private static boolean isCalled(Walkthrough w, Node node) {
        boolean literal = node.op() instanceof Op.Constant && node.name().isEmpty();
        return !node.isStretch() && !literal && !w.labels().isSpelledOut(node.id());
    }
}
