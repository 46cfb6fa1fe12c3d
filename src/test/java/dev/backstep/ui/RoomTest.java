package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Panels;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How the window divides its room between the graph and what stands around it.
class RoomTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private boolean left() {
        return at.one(".side-left").isVisible();
    }

    private boolean right() {
        return at.one(".side-right").isVisible();
    }

    private void width(double width) throws Exception {
        at.on(
                () -> {
                    at.stage().setWidth(width);
                    return true;
                });
        at.await(() -> at.stage().getScene().getWidth() == width);
        at.pulse();
    }

    @Test
    void a_narrow_window_folds_a_side_by_itself_and_a_wide_one_unfolds_it() throws Exception {
        at.open(WindowHarness.SAMPLE, 900, 560);
        assertFalse(left());
        assertTrue(right());
        assertTrue(at.graph().getWidth() >= 420, "width " + at.graph().getWidth());
        assertEquals(Panels.START, at.state().view().panels());
        width(1300);
        assertTrue(left() && right());
        width(950);
        assertFalse(left());
    }

    @Test
    void the_side_that_is_asked_for_takes_the_room_of_the_other() throws Exception {
        at.open(WindowHarness.SAMPLE, 900, 560);
        at.robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        at.pulse();
        assertTrue(left());
        assertFalse(right());
        at.robot.clickOn(
                at.all(n -> n.getStyleClass().contains("unfold"))
                        .filter(Node::isVisible)
                        .findFirst()
                        .orElseThrow());
        at.pulse();
        assertFalse(left());
        assertTrue(right());
        at.robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        at.pulse();
        assertTrue(left());
        assertFalse(at.state().view().panels().rightShown());
    }

    @Test
    void a_notice_leaves_the_zoom_buttons_in_reach() throws Exception {
        at.open(WindowHarness.SAMPLE, 900, 560);
        at.on(
                () -> {
                    at.window().notices().tell("A long sentence about a file. ".repeat(6));
                    return true;
                });
        at.pulse();
        Node zoom = at.one(".zoom-bar");
        Node notice = at.one(".notice");
        assertFalse(
                at.on(
                        () ->
                                notice.localToScene(notice.getBoundsInLocal())
                                        .intersects(zoom.localToScene(zoom.getLayoutBounds()))));
    }
}
