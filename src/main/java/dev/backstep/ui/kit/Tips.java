package dev.backstep.ui.kit;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Tooltips that are made when the pointer first comes: a window has dozens, and making them all
/// takes a twentieth of its start.
public final class Tips {

    private Tips() {}

    /// Shows the text of a key where the pointer rests on `node`.
    public static void text(Node node, String key) {
        on(node, () -> Texts.of(key));
    }

    /// Shows what `words` says when the pointer comes.
    public static void on(Node node, Supplier<String> words) {
        node.addEventHandler(
                MouseEvent.MOUSE_ENTERED,
                new EventHandler<>() {
                    @Override
                    public void handle(MouseEvent first) {
                        node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                        Tooltip tip = new Tooltip(words.get());
                        Tooltip.install(node, tip);
                        node.addEventHandler(
                                MouseEvent.MOUSE_ENTERED, _ -> tip.setText(words.get()));
                    }
                });
    }
}
