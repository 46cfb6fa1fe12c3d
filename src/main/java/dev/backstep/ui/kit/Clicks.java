package dev.backstep.ui.kit;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What clicks on a node do beside what others have them do. Handlers that are only added cannot be
/// asked for, so those added here are noted on the node.
public final class Clicks {

    private enum Use {
        ONCE,
        TWICE
    }

    private Clicks() {}

    /// Lets clicks on a node do one thing more.
    public static void on(Node node, EventHandler<MouseEvent> does) {
        node.getProperties().put(Use.ONCE, true);
        node.addEventHandler(MouseEvent.MOUSE_CLICKED, does);
    }

    /// Lets a double click on a node do something; single ones stay free.
    public static void twice(Node node, EventHandler<MouseEvent> does) {
        node.getProperties().put(Use.TWICE, true);
        node.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                e -> {
                    if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                        does.handle(e);
                    }
                });
    }

    /// Whether a single click on a node itself, not on what is around it, does something.
    public static boolean areUsed(Node node) {
        return node.getOnMouseClicked() != null
                || node.getOnMousePressed() != null
                || node.getOnMouseReleased() != null
                || isNoted(node, Use.ONCE);
    }

    /// Whether a double click on a node itself does something else than a single one.
    public static boolean areUsedTwice(Node node) {
        return isNoted(node, Use.TWICE);
    }

    private static boolean isNoted(Node node, Use use) {
        return node.hasProperties() && node.getProperties().containsKey(use);
    }
}
