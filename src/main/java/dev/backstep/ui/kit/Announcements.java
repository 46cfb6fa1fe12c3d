package dev.backstep.ui.kit;

import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;

/// Says things to a screen reader that happen elsewhere than where one is: a step, an answer, an
/// error.
///
/// The toolkit knows no live regions, and a reader listens to what has the focus. So what is said
/// becomes the help of the control with the focus, for as long as that keeps it.
public final class Announcements {

    private Announcements() {}

    /// Says a text in the window that `near` is in. What is empty is not said.
    public static void say(Node near, String text) {
        Scene scene = near.getScene();
        Node focus = scene == null ? null : scene.getFocusOwner();
        if (focus == null || text.isEmpty()) {
            return;
        }
        String own = focus.getAccessibleHelp();
        boolean said = focus.getProperties().containsKey(Announcements.class);
        focus.setAccessibleHelp(text);
        focus.notifyAccessibleAttributeChanged(AccessibleAttribute.HELP);
        if (!said) {
            focus.getProperties().put(Announcements.class, Objects.requireNonNullElse(own, ""));
            focus.focusedProperty().addListener(new PutBack(focus));
        }
    }

    /// Gives a control its text as the reader has to read it, and says that it has changed.
    public static void name(Node node, String text) {
        if (!text.equals(node.getAccessibleText())) {
            node.setAccessibleText(text);
            node.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    /// Gives a control its own help back when it loses the focus.
    private record PutBack(Node focus) implements InvalidationListener {

        @Override
        public void invalidated(Observable focused) {
            focused.removeListener(this);
            Object own = focus.getProperties().remove(Announcements.class);
            focus.setAccessibleHelp(String.valueOf(own));
        }
    }
}
