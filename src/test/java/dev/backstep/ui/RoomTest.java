package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.Panels;
import java.util.Comparator;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How the window divides its room between the graph and what stands around it.
class RoomTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private boolean left() {
        return at.isShown(".side-left");
    }

    private boolean right() {
        return at.isShown(".side-right");
    }

    private void width(double width) throws Exception {
        at.resize(width, at.stage().getHeight());
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

    /// The pointer moves in small steps, each of which shows the window anew: by a hundred pixels
    /// the divider moves, and the width is remembered when it is let go.
    @Test
    void a_side_is_as_wide_as_its_divider_is_dragged_and_remembers_it() throws Exception {
        at.open(WindowHarness.SAMPLE, 1440, 900);
        drag(0, 100);
        assertEquals(380, width(".side-left"), 1);
        assertEquals(380, width(".side-right"), 1);
        drag(1, -50);
        assertEquals(430, width(".side-right"), 1);
        assertEquals(new Panels(380, 430, true, true), at.state().view().panels());
        at.dispatch(new Action.Forward());
        width(1400);
        assertEquals(380, width(".side-left"), 1);
        assertEquals(430, width(".side-right"), 1);
        at.robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        at.pulse();
        assertFalse(left());
        at.robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        at.pulse();
        assertEquals(380, width(".side-left"), 1);
        at.dispatch(new Action.Resize(Panels.START));
        assertEquals(280, width(".side-left"), 1);
        assertEquals(380, width(".side-right"), 1);
    }

    /// In letters of one and a half times the size a window of 1440 pixels has room for 960: one
    /// side of 380 and the graph. A hundred pixels of the screen are 66.7 of these.
    @Test
    void a_divider_stays_under_the_pointer_in_larger_letters() throws Exception {
        at.open(WindowHarness.SAMPLE, 1440, 900);
        at.prefer(p -> p.withTextSize(1.5));
        double before = width(".side-right");
        drag(0, -100);
        double after = width(".side-right");
        assertEquals(100 / 1.5, after - before, 1);
        assertEquals(after, at.state().view().panels().right(), 0.01);
    }

    /// The centre is left with 420 pixels, of a window of 1000 with two dividers: 1000 − 2 − 420 −
    /// 160 = 418 are the most the right side can have beside the narrowest left one.
    @Test
    void a_divider_stops_where_the_graph_could_not_be_read() throws Exception {
        at.open(WindowHarness.SAMPLE, 1000, 700);
        at.dispatch(new Action.Resize(new Panels(160, 300, true, true)));
        assertTrue(left() && right());
        drag(1, -300);
        assertTrue(left() && right());
        assertEquals(418, width(".side-right"), 1);
        assertEquals(420, at.graph().getWidth(), 1);
    }

    private double width(String side) throws Exception {
        at.pulse();
        return at.on(() -> at.one(side).getLayoutBounds().getWidth());
    }

    /// Drags as the window system does: what was pressed is told of every move until it is let go.
    /// The robot cannot show it, since its moves do not say that a button is held down; the scene
    /// then takes them for moves over whatever lies under the pointer.
    private void drag(int divider, double by) throws Exception {
        Node strip =
                at.all(n -> n.getStyleClass().contains("split-pane-divider"))
                        .sorted(Comparator.comparing(Node::getLayoutX))
                        .toList()
                        .get(divider);
        Point2D from = at.on(() -> strip.localToScene(0.5, strip.getBoundsInLocal().getCenterY()));
        fire(strip, MouseEvent.MOUSE_PRESSED, from);
        for (int i = 1; i <= 10; i++) {
            fire(strip, MouseEvent.MOUSE_DRAGGED, from.add(by * i / 10, 0));
            at.dispatch(new Action.Go(i % 3));
        }
        fire(strip, MouseEvent.MOUSE_RELEASED, from.add(by, 0));
        at.pulse();
    }

    private void fire(Node target, EventType<MouseEvent> type, Point2D scene) throws Exception {
        boolean held = type != MouseEvent.MOUSE_RELEASED;
        boolean still = type == MouseEvent.MOUSE_PRESSED;
        MouseEvent event =
                new MouseEvent(
                        type,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        held,
                        false,
                        false,
                        false,
                        false,
                        still,
                        null);
        at.on(
                () -> {
                    Event.fireEvent(target, event);
                    return true;
                });
        at.pulse();
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
