package dev.backstep.ui.program;

import dev.backstep.graph.Node;
import dev.backstep.session.Action;
import dev.backstep.session.ShownProgram;
import dev.backstep.ui.ThemedState;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One leaf of the program: a number with slider and field, a small matrix with a field for each
/// element.
public final class LeafPane extends StackPane {

    private final Consumer<Action> dispatch;
    private final Runnable begin;
    private final Runnable end;
    private @Nullable Node built;
    private @Nullable LeafView row;

    /// @param begin told when a drag begins, `end` when it ends
    public LeafPane(Consumer<Action> dispatch, Runnable begin, Runnable end) {
        this.dispatch = dispatch;
        this.begin = begin;
        this.end = end;
    }

    /// The leaves of a program that a control can set, in its order.
    public static List<Node> settable(ShownProgram good) {
        return LeavesPane.leaves(good).stream()
                .filter(n -> n.shape().isScalar() || LeavesPane.isSmall(n))
                .toList();
    }

    /// @param leaf one of those that can be set
    public void show(ThemedState screen, Node leaf) {
        if (!leaf.equals(built)) {
            built = leaf;
            row =
                    leaf.shape().isScalar()
                            ? keep(new LeafRow(leaf, dispatch, begin, end))
                            : keep(new MatrixRow(leaf, dispatch));
        }
        LeafView shown = row;
        if (shown != null) {
            screen.state().good().ifPresent(g -> shown.show(g, screen.numbers(), screen.theme()));
        }
    }

    private <R extends javafx.scene.Node & LeafView> R keep(R made) {
        getChildren().setAll(made);
        return made;
    }

    /// Gives the focus to the slider or the first field.
    public void focusLeaf() {
        lookupAll("*").stream()
                .filter(n -> n instanceof Control && !(n instanceof Label))
                .filter(javafx.scene.Node::isFocusTraversable)
                .findFirst()
                .ifPresent(javafx.scene.Node::requestFocus);
    }
}
