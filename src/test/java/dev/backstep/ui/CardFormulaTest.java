package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.layout.Diagram.Card;
import dev.backstep.session.Action;
import dev.backstep.ui.graph.GraphPane;
import dev.backstep.ui.graph.Spots;
import dev.backstep.ui.kit.Texts;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The formula of a card leaves the window as TeX: by the mouse, by the menu key, by a command.
class CardFormulaTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private GraphPane pane() {
        return at.graph();
    }

    private Card card(String formula) {
        return pane().diagram().orElseThrow().cards().stream()
                .filter(c -> c.face().formula().equals(formula))
                .findFirst()
                .orElseThrow();
    }

    /// Asks for the menu at a place, takes its first item, and tells what is on the clipboard.
    private String copied(Point2D place, boolean byKey) {
        Point2D screen = pane().localToScreen(place);
        Point2D scene = pane().localToScene(place);
        pane().fireEvent(
                        new ContextMenuEvent(
                                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                scene.getX(),
                                scene.getY(),
                                screen.getX(),
                                screen.getY(),
                                byKey,
                                null));
        ContextMenu menu =
                Window.getWindows().stream()
                        .filter(ContextMenu.class::isInstance)
                        .map(ContextMenu.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertEquals(Texts.of("formula.copy"), menu.getItems().getFirst().getText());
        menu.getItems().getFirst().fire();
        menu.hide();
        return Clipboard.getSystemClipboard().getString();
    }

    @Test
    void the_formula_of_a_card_is_copied_as_tex() throws Exception {
        at.open(WindowHarness.SAMPLE);
        int square = at.on(() -> card("a = x^{2}").node());
        assertEquals("a = x^{2}", at.on(() -> copied(Spots.card(at.graph(), square), false)));
        int loss = at.on(() -> card("L = a + c").node());
        at.dispatch(new Action.Select(OptionalInt.of(loss)));
        assertEquals("L = a + c", at.on(() -> copied(new Point2D(1, 1), true)));
    }
}
