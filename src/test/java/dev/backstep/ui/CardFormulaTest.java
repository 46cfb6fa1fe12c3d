package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Point;
import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.ui.graph.GraphPane;
import dev.backstep.ui.graph.Spots;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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

    private static Optional<ContextMenu> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst();
    }

    private void ask(Node where, Point2D place, boolean byKey) {
        Point2D screen = pane().localToScreen(place);
        Point2D scene = pane().localToScene(place);
        where.fireEvent(
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        scene.getX(),
                        scene.getY(),
                        screen.getX(),
                        screen.getY(),
                        byKey,
                        null));
    }

    /// Asks for the menu at a place, takes its first item, and tells what is on the clipboard.
    private String copied(Point2D place, boolean byKey) {
        ask(pane(), place, byKey);
        ContextMenu menu = menu().orElseThrow();
        assertEquals(Texts.of("formula.copy"), menu.getItems().getFirst().getText());
        menu.getItems().getFirst().fire();
        menu.hide();
        return Clipboard.getSystemClipboard().getString();
    }

    /// Whether a menu comes for the card of `node` at its own place.
    private boolean offers(Node where, int node, boolean byKey) throws Exception {
        return at.on(
                () -> {
                    ask(where, Spots.card(pane(), node), byKey);
                    boolean came = menu().isPresent();
                    menu().ifPresent(ContextMenu::hide);
                    return came;
                });
    }

    /// The table of a matrix lies over the graph.
    @Test
    void what_lies_over_a_card_is_not_the_card() throws Exception {
        at.open("param W = xavier(6, 4, seed=1)\nloss L = mean(square(W))\n", 1280, 720);
        at.dispatch(new Action.ToEnd());
        at.robot.clickOn(at.on(() -> pane().localToScreen(Spots.map(pane(), at.node("W")))));
        Node over = pane().lookup(".numbers-pane .heading");
        assertTrue(pane().lookup(".numbers-pane").isVisible());
        assertTrue(offers(pane(), at.node("W"), false));
        assertFalse(offers(over, at.node("W"), false));
        assertFalse(offers(over, at.node("W"), true), "nor by the menu key");
    }

    /// Nor is the small picture of all.
    @Test
    void the_small_picture_offers_no_formula() throws Exception {
        at.open(rows(150), 1280, 720);
        for (int i = 0; i < 60 && Spots.underTheMap(pane()).isEmpty(); i++) {
            at.robot.type(KeyCode.RIGHT);
            at.pulse();
        }
        Box map = Spots.minimap(pane()).orElseThrow();
        int below = Spots.underTheMap(pane()).getFirst();
        Box card = pane().diagram().orElseThrow().card(below).orElseThrow().box();
        Point2D from = Spots.pane(pane(), new Point(card.x(), card.y()));
        Point2D to = Spots.pane(pane(), new Point(card.right(), card.bottom()));
        Point2D both =
                new Point2D(
                        (Math.max(from.getX(), map.x()) + Math.min(to.getX(), map.right())) / 2,
                        (Math.max(from.getY(), map.y()) + Math.min(to.getY(), map.bottom())) / 2);
        assertFalse(
                at.on(
                        () -> {
                            ask(pane(), both, false);
                            return menu().isPresent();
                        }));
    }

    private static String rows(int n) {
        return IntStream.range(1, n)
                .mapToObj(i -> "n" + i + " = sin(n" + (i - 1) + ") * x\n")
                .collect(Collectors.joining("", "x = 1\nn0 = x\n", "L = n" + (n - 1) + "\n"));
    }

    /// The graph of a long program is laid out in the background: until then the cards on screen
    /// are those of the program before.
    @Test
    void the_command_says_so_if_no_card_of_the_program_is_drawn() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Copy("", rows(400)));
        at.await(() -> at.state().steps() > 400);
        String told =
                at.on(
                        () -> {
                            boolean early = pane().arrangement().isEmpty();
                            Clipboard.getSystemClipboard().clear();
                            at.stage().getScene().getRoot().fireEvent(copyKeys());
                            String notice = ((Labeled) at.one(".notice")).getText();
                            return early ? notice : Texts.of("formula.none");
                        });
        assertEquals(Texts.of("formula.none"), told);
    }

    private static KeyEvent copyKeys() {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, true, false);
    }

    /// In the training no card is seen.
    @Test
    void the_training_copies_no_card() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.on(
                () -> {
                    Clipboard.getSystemClipboard().clear();
                    at.stage().getScene().getRoot().fireEvent(copyKeys());
                    return true;
                });
        assertFalse(at.on(() -> Clipboard.getSystemClipboard().hasString()));
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
