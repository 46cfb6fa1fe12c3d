package dev.backstep.ui.kit;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Panes that are empty until they are first visible: what is never seen needs no styles, and the
/// window is there sooner.
public final class WhenSeen {

    private WhenSeen() {}

    /// Puts its parts into a pane that is invisible as yet, when it is first visible.
    public static void fill(Pane pane, Node... parts) {
        first(pane, () -> pane.getChildren().setAll(parts));
    }

    /// Completes a node that is invisible as yet, when it is first visible.
    public static void first(Node node, Runnable complete) {
        node.visibleProperty()
                .addListener(
                        new ChangeListener<>() {
                            @Override
                            public void changed(
                                    ObservableValue<? extends Boolean> visible,
                                    Boolean before,
                                    Boolean now) {
                                visible.removeListener(this);
                                complete.run();
                            }
                        });
    }
}
