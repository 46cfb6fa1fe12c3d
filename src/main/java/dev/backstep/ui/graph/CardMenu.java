package dev.backstep.ui.graph;

import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.FarGroups;
import dev.backstep.layout.Point;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.FormulaView;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.scene.input.ContextMenuEvent;

/// What a right click on a card offers, or the menu key for the card that is selected: its formula
/// as TeX.
public final class CardMenu {

    private CardMenu() {}

    /// Copies the formula of the card that is selected, else of the one that the step is about.
    ///
    /// @return the formula as TeX; nothing if no such card is drawn
    public static Optional<String> copy(GraphPane pane) {
        Optional<String> tex = current(pane).map(card -> card.face().formula());
        tex.ifPresent(FormulaView::copy);
        return tex;
    }

    /// A card offers its menu only where it is seen: not under what lies over the graph, which
    /// keeps the event for itself.
    static void offer(GraphPane pane, ContextMenuEvent e) {
        if (e.isKeyboardTrigger()) {
            current(pane).ifPresent(card -> offer(pane, card, corner(pane, card), e));
        } else {
            Point2D clicked = new Point2D(e.getScreenX(), e.getScreenY());
            seen(pane, new Point(e.getX(), e.getY()))
                    .ifPresent(card -> offer(pane, card, clicked, e));
        }
    }

    private static Optional<Card> seen(GraphPane pane, Point at) {
        Viewport v = pane.viewport();
        return pane.minimap().filter(m -> m.area().contains(at)).isPresent()
                ? Optional.empty()
                : pane.diagram()
                        .flatMap(d -> FarGroups.cardAt(d, v.scale(), v.picture(at.x(), at.y())));
    }

    private static void offer(GraphPane pane, Card card, Point2D at, ContextMenuEvent e) {
        FormulaView.menu(card.face().formula()).show(pane, at.getX(), at.getY());
        e.consume();
    }

    /// The lower left corner of a card on the screen.
    private static Point2D corner(GraphPane pane, Card card) {
        Viewport v = pane.viewport();
        return pane.localToScreen(
                v.x() + card.box().x() * v.scale(),
                v.y() + (card.box().y() + card.box().height()) * v.scale());
    }

    /// Nothing while the program on screen is not laid out: the cards are those of another.
    private static Optional<Card> current(GraphPane pane) {
        return pane.arrangement()
                .flatMap(_ -> pane.diagram())
                .flatMap(diagram -> pane.screen().flatMap(now -> current(now, diagram)));
    }

    private static Optional<Card> current(ThemedState now, Diagram diagram) {
        OptionalInt selected = now.state().view().selected();
        Optional<Card> chosen =
                selected.isEmpty() ? Optional.empty() : diagram.card(selected.getAsInt());
        return chosen.or(() -> now.walkthrough().flatMap(w -> diagram.card(told(w, now.step()))));
    }

    private static int told(Walkthrough w, int step) {
        return w.drawn().vertex(w.step(step).node());
    }
}
