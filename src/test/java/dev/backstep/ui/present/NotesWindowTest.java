package dev.backstep.ui.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/// Where the notes go: to a screen that the audience does not look at.
class NotesWindowTest {

    private static final Rectangle2D WALL = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D DESK = new Rectangle2D(1920, 0, 1280, 720);

    private static Optional<Rectangle2D> other(double x, Rectangle2D... screens) {
        return NotesWindow.other(new Rectangle2D(x, 50, 900, 600), List.of(screens));
    }

    @Test
    void the_notes_go_to_the_screen_that_does_not_show_the_window() {
        assertEquals(Optional.of(DESK), other(100, WALL, DESK));
        assertEquals(Optional.of(WALL), other(2000, WALL, DESK));
    }

    /// Of 900 points 700 lie on the wall, then 300.
    @Test
    void a_window_across_two_screens_is_shown_on_the_one_with_most_of_it() {
        assertEquals(Optional.of(DESK), other(1220, WALL, DESK));
        assertEquals(Optional.of(WALL), other(1620, WALL, DESK));
    }

    @Test
    void one_screen_or_two_that_show_the_same_leave_no_room_for_notes() {
        assertEquals(Optional.empty(), other(100, WALL));
        assertEquals(Optional.empty(), other(100, WALL, WALL));
    }
}
