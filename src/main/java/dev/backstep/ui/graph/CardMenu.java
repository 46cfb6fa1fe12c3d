package dev.backstep.ui.graph;

import dev.backstep.layout.Diagram.Card;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.FormulaView;
import java.util.Optional;
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

    static void offer(GraphPane pane, ContextMenuEvent e) {
        boolean byKey = e.isKeyboardTrigger();
        Optional<Card> card =
                byKey
                        ? current(pane)
                        : pane.diagram()
                                .flatMap(
                                        d -> d.cardAt(pane.viewport().picture(e.getX(), e.getY())));
        card.ifPresent(
                found -> {
                    Point2D at =
                            byKey
                                    ? corner(pane, found)
                                    : new Point2D(e.getScreenX(), e.getScreenY());
                    FormulaView.menu(found.face().formula()).show(pane, at.getX(), at.getY());
                    e.consume();
                });
    }

    /// The lower left corner of a card on the screen.
    private static Point2D corner(GraphPane pane, Card card) {
        Viewport v = pane.viewport();
        return pane.localToScreen(
                v.x() + card.box().x() * v.scale(),
                v.y() + (card.box().y() + card.box().height()) * v.scale());
    }

    private static Optional<Card> current(GraphPane pane) {
        return pane.screen()
                .flatMap(now -> now.walkthrough().map(w -> node(now, w)))
                .flatMap(node -> pane.diagram().flatMap(d -> d.card(node)));
    }

    private static int node(ThemedState now, Walkthrough w) {
        int told = w.drawn().vertex(w.step(now.step()).node());
        return now.state().view().selected().orElse(told);
    }
}
