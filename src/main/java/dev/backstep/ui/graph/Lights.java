package dev.backstep.ui.graph;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import java.util.List;
import java.util.Set;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Frames around the cards that the program text names under the pointer.
final class Lights extends Pane {

    private static final double ROOM = 4;

    private Set<Integer> nodes = Set.of();

    Lights() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /// Whether these are others than before.
    boolean light(Set<Integer> lit) {
        boolean changed = !nodes.equals(lit);
        nodes = Set.copyOf(lit);
        return changed;
    }

    void place(@Nullable Diagram shown, Viewport v) {
        List<Rectangle> frames =
                shown == null || nodes.isEmpty()
                        ? List.of()
                        : shown.cards().stream()
                                .filter(c -> nodes.contains(c.node()))
                                .map(c -> frame(c, v))
                                .toList();
        getChildren().setAll(frames);
    }

    private static Rectangle frame(Card card, Viewport v) {
        Box box = card.box();
        Rectangle frame =
                new Rectangle(
                        v.scale() * box.x() + v.x() - ROOM,
                        v.scale() * box.y() + v.y() - ROOM,
                        v.scale() * box.width() + 2 * ROOM,
                        v.scale() * box.height() + 2 * ROOM);
        frame.getStyleClass().add("lit-card");
        frame.setArcWidth(14);
        frame.setArcHeight(14);
        return frame;
    }
}
