package dev.backstep.ui.kit;

import dev.backstep.glossary.Glossary;
import dev.backstep.glossary.Glossary.Found;
import dev.backstep.glossary.GlossaryTerm;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/// Tooltips that are made when the pointer first comes: a window has dozens, and making them all
/// takes a twentieth of its start.
public final class Tips {

    /// A longer text is wrapped.
    private static final double WIDTH = 380;

    private Tips() {}

    /// Shows the text of a key where the pointer rests on `node`.
    public static void text(Node node, String key) {
        on(node, () -> Texts.of(key));
    }

    /// Shows what `words` says when the pointer comes.
    public static void on(Node node, Supplier<String> words) {
        node.getProperties().put(Tips.class, words);
        node.addEventHandler(
                MouseEvent.MOUSE_ENTERED,
                new EventHandler<>() {
                    @Override
                    public void handle(MouseEvent first) {
                        node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                        Tooltip tip = new Tooltip(told(node));
                        tip.setWrapText(true);
                        tip.setMaxWidth(WIDTH);
                        Tooltip.install(node, tip);
                        node.addEventHandler(
                                MouseEvent.MOUSE_ENTERED, _ -> tip.setText(told(node)));
                    }
                });
    }

    /// What the tooltip of a node says of it, if it has one.
    public static Optional<String> of(Node node) {
        return node.hasProperties() && node.getProperties().get(Tips.class) instanceof Supplier<?> s
                ? Optional.of((String) s.get())
                : Optional.empty();
    }

    /// All that the tooltip of a node tells: what the node does, and below it what the first term
    /// means that stands on the node, or else in that.
    public static String told(Node node) {
        String does = of(node).orElse("");
        return term(own(node))
                .or(() -> term(does))
                .map(t -> does + "\n\n" + Texts.of(t.title()) + ": " + Texts.of(t.meaning()))
                .orElse(does);
    }

    private static Optional<GlossaryTerm> term(String said) {
        return Glossary.in(Texts.spoken()).find(said).stream().map(Found::term).findFirst();
    }

    /// Of a row the name at its beginning.
    private static String own(Node node) {
        Node named =
                node instanceof HBox row && !row.getChildren().isEmpty()
                        ? row.getChildren().getFirst()
                        : node;
        String text = named instanceof Labeled labeled ? labeled.getText() : "";
        return text == null ? "" : text;
    }
}
