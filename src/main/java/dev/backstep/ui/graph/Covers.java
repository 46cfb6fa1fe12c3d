package dev.backstep.ui.graph;

import dev.backstep.session.Action;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/// What stands over the picture of the graph.
///
/// @param tip a text beside the pointer
/// @param numbers those of one card's matrix
/// @param working what takes long
record Covers(HoverTip tip, NumbersPane numbers, WorkingLabel working) {

    /// Makes all of them, and listens to the mouse.
    Covers(GraphPane pane, Consumer<Action> dispatch) {
        this(new HoverTip(), new NumbersPane(), new WorkingLabel());
        new Gestures(pane, dispatch, tip, numbers).listen();
    }

    /// The lowest first.
    List<Node> all() {
        return List.of(working, numbers, tip);
    }
}
