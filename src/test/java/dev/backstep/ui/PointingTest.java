package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Point;
import dev.backstep.session.Action;
import dev.backstep.ui.graph.Spots;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The mouse, and the keys that walk, on the graph.
class PointingTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @BeforeEach
    void open() throws Exception {
        at.open("x = 1.23456789\ny = 4\nL = x^2 + 2*x*y\n", 1000, 900);
        at.robot.type(KeyCode.F);
    }

    private int selected() {
        return at.state().view().selected().orElse(-1);
    }

    private void drag(Point2D from, Point2D to, MouseButton button) {
        at.robot.moveTo(from).press(button).moveTo(from.midpoint(to)).moveTo(to).release(button);
    }

    private Point2D paper() throws Exception {
        return at.on(() -> at.graph().localToScreen(24, 120));
    }

    @Test
    void a_dragged_card_is_pinned_and_stays_until_undo() throws Exception {
        Point2D from = at.card("y");
        drag(from, from.add(30, 90), MouseButton.PRIMARY);
        Point pin = at.state().pins().get(at.node("y"));
        assertTrue(pin != null, "pinned");
        at.pulse();
        assertTrue(
                at.card("y").distance(from.add(30, 90)) < 6, () -> "it lies where it was dropped");
        String before = at.state().document().text();
        at.dispatch(Action.Type.of(before, before.replace("2*x*y", "3*y*x + y")));
        assertEquals(pin, at.state().pins().get(at.node("y")));
        at.robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(0, at.state().pins().size());
        assertEquals(before, at.state().document().text());
    }

    @Test
    void the_wheel_zooms_at_the_pointer() throws Exception {
        Point2D pointer = at.card("y");
        Point2D inPane = at.on(() -> at.graph().screenToLocal(pointer));
        Point before = Spots.picture(at.graph(), inPane);
        double scale = Spots.scale(at.graph());
        at.robot.moveTo(pointer).scroll(3, VerticalDirection.UP);
        at.await(() -> Spots.scale(at.graph()) != scale);
        Point after = Spots.picture(at.graph(), inPane);
        assertEquals(before.x(), after.x(), 2);
        assertEquals(before.y(), after.y(), 2);
    }

    @Test
    void the_paper_is_dragged_and_f_fits_again() throws Exception {
        Point2D home = at.card("x");
        drag(paper(), paper().add(40, 60), MouseButton.PRIMARY);
        assertEquals(40, at.card("x").getX() - home.getX(), 1.5);
        assertEquals(60, at.card("x").getY() - home.getY(), 1.5);
        drag(at.card("x"), at.card("x").add(0, -20), MouseButton.MIDDLE);
        assertEquals(40, at.card("x").getY() - home.getY(), 3);
        assertEquals(0, at.state().pins().size());
        at.robot.type(KeyCode.F);
        assertEquals(0, at.card("x").distance(home), 1);
    }

    @Test
    void hovering_shows_all_digits() throws Exception {
        at.robot.moveTo(at.card("x"));
        Label tip = (Label) at.graph().lookup(".tooltip");
        at.await(tip::isVisible);
        assertEquals("x = 1.23456789", tip.getText());
        at.robot.moveTo(paper());
        at.await(() -> !tip.isVisible());
    }

    @Test
    void a_click_selects_and_a_double_click_goes_to_the_step() throws Exception {
        at.robot.clickOn(at.card("L"));
        assertEquals(at.node("L"), selected());
        at.robot.clickOn(paper());
        assertEquals(-1, selected());
        at.robot.doubleClickOn(at.card("L"));
        assertEquals(
                at.node("L"), at.state().good().orElseThrow().walkthrough().step(at.step()).node());
        assertNotEquals(0, at.step());
    }

    @Test
    void shift_and_arrows_walk_along_edges() throws Exception {
        at.dispatch(new Action.Select(OptionalInt.of(at.node("y"))));
        at.robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        int product = selected();
        assertNotEquals(at.node("y"), product);
        at.robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(at.node("L"), selected());
        at.robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        assertNotEquals(at.node("L"), selected());
        at.dispatch(new Action.Select(OptionalInt.of(at.node("x"))));
        at.robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        int below = selected();
        assertNotEquals(at.node("x"), below);
        at.robot.push(KeyCode.SHIFT, KeyCode.UP);
        assertNotEquals(below, selected());
        at.dispatch(new Action.Select(OptionalInt.of(at.node("L"))));
        at.robot.type(KeyCode.ENTER);
        assertEquals(
                at.node("L"), at.state().good().orElseThrow().walkthrough().step(at.step()).node());
    }
}
