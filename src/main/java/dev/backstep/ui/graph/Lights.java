package dev.backstep.ui.graph;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Frames around the cards that the program text names under the pointer.
public final class Lights extends Pane {

    private static final double ROOM = 4;

    private Set<Integer> nodes = Set.of();
    private @Nullable Diagram diagram;
    private Viewport viewport = new Viewport(1, 0, 0);
    private Consumer<OptionalInt> over = _ -> {};
    private OptionalInt under = OptionalInt.empty();

    Lights() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /// Frames the cards of these nodes, for what points at them elsewhere.
    public void light(Set<Integer> lit) {
        if (!nodes.equals(lit)) {
            nodes = Set.copyOf(lit);
            place(diagram, viewport);
        }
    }

    /// Tells whenever the pointer comes to the card of another node, or to none.
    public void onOver(Consumer<OptionalInt> told) {
        over = told;
    }

    void over(OptionalInt node) {
        if (!node.equals(under)) {
            under = node;
            over.accept(node);
        }
    }

    void place(@Nullable Diagram shown, Viewport v) {
        diagram = shown;
        viewport = v;
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
