package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.session.Action;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.Test;

/// Presenting, driven by keys and pointer as a lecturer would.
class PresentTest extends PresentHarness {

    private boolean isDown(String curtain) throws Exception {
        return at.on(
                () -> {
                    Node node = at.one(".curtain");
                    return node.isVisible() && node.getStyleClass().contains(curtain);
                });
    }

    private int strokes() throws Exception {
        return at.on(() -> (int) at.all(n -> n.getStyleClass().contains("pen")).count());
    }

    /// A place in the middle of the room, so far from its middle.
    private Point2D place(double dx, double dy) throws Exception {
        return at.on(
                () -> {
                    Node all = at.one(".present");
                    Bounds b = all.localToScreen(all.getLayoutBounds());
                    return new Point2D(b.getCenterX() + dx, b.getCenterY() + dy);
                });
    }

    private void draw() throws Exception {
        at.robot.drag(place(-60, -60), MouseButton.PRIMARY).dropTo(place(60, -20));
        at.pulse();
    }

    @Test
    void f5_and_the_button_of_the_top_bar_present() throws Exception {
        present();
        push(KeyCode.F5);
        assertFalse(isOn());
        Button button =
                (Button)
                        at.all(n -> n instanceof Button b && "Present".equals(b.getText()))
                                .findFirst()
                                .orElseThrow();
        at.on(
                () -> {
                    button.fire();
                    return true;
                });
        at.pulse();
        assertTrue(isOn());
        assertTrue(at.on(at.stage()::isFullScreen));
    }

    /// The story of the sample has 9 steps.
    @Test
    void every_key_of_a_clicker_steps() throws Exception {
        present();
        for (KeyCode on : List.of(KeyCode.RIGHT, KeyCode.PAGE_DOWN, KeyCode.SPACE, KeyCode.ENTER)) {
            int before = at.step();
            push(on);
            assertEquals(before + 1, at.step(), on::getName);
        }
        for (KeyCode back : List.of(KeyCode.LEFT, KeyCode.PAGE_UP, KeyCode.BACK_SPACE)) {
            int before = at.step();
            push(back);
            assertEquals(before - 1, at.step(), back::getName);
        }
        push(KeyCode.END);
        assertEquals(8, at.step());
        push(KeyCode.PAGE_DOWN);
        assertEquals(8, at.step());
        push(KeyCode.HOME);
        assertEquals(0, at.step());
    }

    @Test
    void the_strip_tells_the_step_with_its_numbers() throws Exception {
        present();
        at.dispatch(new Action.Go(6)); // c = b · y hands 1 · 4 to b and 1 · 2 to y
        List<String> told = WindowHarness.texts(at.one(".step-strip"));
        assertTrue(told.contains("BACKWARD · 3 of 5"), told::toString);
        assertTrue(told.containsAll(List.of("1 of 2 ↑↓", "b", "1", "4")), told::toString);
        push(KeyCode.DOWN);
        List<String> other = WindowHarness.texts(at.one(".step-strip"));
        assertTrue(other.containsAll(List.of("2 of 2 ↑↓", "y", "1", "2")), other::toString);
    }

    /// Of 8×32 the first columns are shown, and the head of each table says so.
    @Test
    void b_is_black_and_w_white_and_any_key_brings_the_picture_back() throws Exception {
        present();
        int step = at.step();
        push(KeyCode.B);
        assertTrue(isDown("black"));
        push(KeyCode.RIGHT);
        assertFalse(isDown("black"));
        assertEquals(step, at.step(), "the key does nothing else");
        push(KeyCode.W);
        assertTrue(isDown("white"));
        push(KeyCode.W);
        assertFalse(isDown("white"));
        push(KeyCode.PERIOD);
        assertTrue(isDown("black"));
        push(KeyCode.ESCAPE);
        assertTrue(isOn());
    }

    @Test
    void the_laser_spot_follows_the_pointer() throws Exception {
        present();
        push(KeyCode.L);
        at.robot.moveTo(place(30, -40));
        at.pulse();
        Node spot = at.one(".laser");
        Bounds seen = at.on(() -> spot.localToScreen(spot.getLayoutBounds()));
        Point2D wanted = place(30, -40);
        assertTrue(at.on(spot::isVisible));
        assertEquals(wanted.getX(), seen.getCenterX(), 2);
        assertEquals(wanted.getY(), seen.getCenterY(), 2);
        push(KeyCode.L);
        assertFalse(at.on(spot::isVisible));
    }

    @Test
    void strokes_of_the_pen_stay_on_their_step() throws Exception {
        present();
        push(KeyCode.D);
        draw();
        draw();
        assertEquals(2, strokes());
        assertTrue(
                at.on(
                        () ->
                                at.all(n -> n.getStyleClass().contains("pen"))
                                        .allMatch(n -> ((Polyline) n).getPoints().size() > 4)),
                "a stroke, not a dot");
        push(KeyCode.RIGHT);
        assertEquals(0, strokes());
        draw();
        push(KeyCode.LEFT);
        assertEquals(2, strokes());
        push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(1, strokes());
        push(KeyCode.E);
        assertEquals(0, strokes());
        push(KeyCode.RIGHT);
        assertEquals(1, strokes(), "that of another step stays");
        assertEquals(WindowHarness.SAMPLE, at.state().document().text());
    }

    /// Escape lays the pen down first.
    @Test
    void escape_leads_back_to_where_one_was() throws Exception {
        open();
        at.dispatch(new Action.Go(3), new Action.Draw(Optional.of(Detail.OPERATIONS)));
        at.on(
                () -> {
                    at.graph().zoom(1.7);
                    return true;
                });
        at.pulse();
        double scale = at.on(at.graph()::scale);
        push(KeyCode.F5);
        push(KeyCode.END);
        push(KeyCode.D);
        push(KeyCode.ESCAPE);
        assertTrue(isOn());
        push(KeyCode.ESCAPE);
        assertFalse(isOn());
        assertEquals(3, at.step());
        assertEquals(Optional.of(Detail.OPERATIONS), at.state().view().detail());
        at.await(() -> !at.stage().isFullScreen());
        assertEquals(960, at.on(at.stage()::getWidth));
        assertEquals(640, at.on(at.stage()::getHeight));
        at.pulse();
        assertEquals(scale, at.on(at.graph()::scale), 1e-9);
    }

    @Test
    void f5_ends_at_the_step_that_is_shown() throws Exception {
        present();
        push(KeyCode.END);
        push(KeyCode.F5);
        assertFalse(isOn());
        assertEquals(8, at.step());
    }

    @Test
    void notes_stand_beside_the_picture_where_there_is_one_screen() throws Exception {
        present();
        push(KeyCode.N);
        List<String> told = WindowHarness.texts(at.one(".notes"));
        assertTrue(told.stream().anyMatch(t -> t.matches("\\d\\d:\\d\\d")), told::toString);
        assertTrue(told.stream().anyMatch(t -> t.startsWith("Next: ")), told::toString);
        push(KeyCode.N);
        assertFalse(at.all(n -> n.getStyleClass().contains("notes")).findFirst().isPresent());
    }

    /// N, E, S, P, F, U and `.` do something in the window, but nobody sees that window now.
    @Test
    void keys_of_the_window_behind_do_nothing() throws Exception {
        present();
        var view = at.state().view();
        for (KeyCode key : List.of(KeyCode.S, KeyCode.P, KeyCode.F, KeyCode.U)) {
            push(key);
        }
        assertEquals(view, at.state().view());
    }
}
