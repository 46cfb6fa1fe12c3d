package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.Panels;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What of the window is seen before the rest of it is made.
class FirstSightTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private void assertPlaced(double width, double height, double textSize) throws Exception {
        Bounds there = at.on(() -> at.graph().localToScene(at.graph().getLayoutBounds()));
        Bounds first =
                FirstSight.place(at.state().view().panels(), width / textSize, height / textSize);
        String seen = width + " x " + height + ", text " + textSize + ": " + there;
        assertEquals(there.getMinX(), first.getMinX() * textSize, 1, seen);
        assertEquals(there.getMaxX(), first.getMaxX() * textSize, 1, seen);
        assertEquals(there.getMinY(), first.getMinY() * textSize, 1, seen);
        assertEquals(there.getMaxY(), first.getMaxY() * textSize, 1, seen);
    }

    private final List<Throwable> failures = new ArrayList<>();
    private Session session;
    private Stage stage;
    private LiveWindow window;
    private boolean made;

    /// Shows the graph alone, and presses keys before there is anything else.
    private void show(Function<LiveWindow, Scene> rest, KeyCode... keys) throws Exception {
        show(rest, () -> List.of(keys).forEach(this::press));
    }

    private void show(Function<LiveWindow, Scene> rest, Runnable meanwhile) throws Exception {
        at.on(
                () -> {
                    session = new Session(State.of(Optional.empty(), WindowHarness.SAMPLE));
                    stage = new Stage();
                    stage.setWidth(1440);
                    stage.setHeight(900);
                    FirstSight first = new FirstSight(session, at.background);
                    first.show(
                            stage,
                            () -> {
                                made = true;
                                window = new LiveWindow(stage, session, at.background, first);
                                return rest.apply(window);
                            },
                            failures::add);
                    meanwhile.run();
                    assertEquals(0, session.state().view().step());
                    return true;
                });
    }

    private void press(KeyCode key) {
        Event.fireEvent(
                stage.getScene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private static Scene open(LiveWindow window) {
        window.open();
        return window.now().scene();
    }

    /// Closes what a test has opened by itself.
    private void close() throws Exception {
        at.on(
                () -> {
                    stage.hide();
                    if (window != null) {
                        window.now().dispose();
                    }
                    stage.setScene(null);
                    return true;
                });
    }

    @Test
    void keys_pressed_before_the_window_is_complete_are_not_lost() throws Exception {
        show(FirstSightTest::open, KeyCode.RIGHT, KeyCode.RIGHT);
        try {
            at.await(() -> session.state().view().step() == 2);
            assertEquals(
                    window.now().explore().graph(), at.on(() -> stage.getScene().getFocusOwner()));
            assertEquals(List.of(), failures);
        } finally {
            close();
        }
    }

    /// It is no failure of the window, which stays open, and the keys after it are pressed.
    @Test
    void a_key_whose_command_fails_is_told_like_any_failure() throws Exception {
        List<Throwable> told = Collections.synchronizedList(new ArrayList<>());
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> told.add(failure));
        try {
            show(
                    w -> {
                        Scene scene = open(w);
                        scene.addEventFilter(
                                KeyEvent.KEY_PRESSED,
                                e -> {
                                    if (e.getCode() == KeyCode.F9) {
                                        throw new IllegalStateException("a command");
                                    }
                                });
                        return scene;
                    },
                    KeyCode.F9,
                    KeyCode.RIGHT);
            at.await(() -> session.state().view().step() == 1);
            assertEquals(List.of("a command"), told.stream().map(Throwable::getMessage).toList());
            assertEquals(List.of(), failures);
            assertTrue(at.on(() -> stage.isShowing()));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            close();
        }
    }

    @Test
    void a_window_that_cannot_be_completed_says_why_and_presses_no_keys() throws Exception {
        show(
                _ -> {
                    throw new IllegalStateException("no window");
                },
                KeyCode.RIGHT);
        try {
            at.await(() -> !failures.isEmpty());
            assertEquals("no window", failures.getFirst().getMessage());
            assertEquals(0, session.state().view().step());
        } finally {
            close();
        }
    }

    /// Whoever waits longer than the window waits for its graph sees that nothing was made.
    @Test
    void a_window_that_is_closed_meanwhile_is_not_completed() throws Exception {
        boolean[] over = {false};
        show(
                FirstSightTest::open,
                () -> {
                    stage.hide();
                    PauseTransition longer = new PauseTransition(FirstSight.PATIENCE.multiply(2));
                    longer.setOnFinished(_ -> over[0] = true);
                    longer.play();
                });
        try {
            at.await(() -> over[0]);
            assertFalse(made);
            assertEquals(List.of(), failures);
        } finally {
            close();
        }
    }

    @Test
    void the_graph_is_seen_first_at_the_place_it_keeps() throws Exception {
        at.open(WindowHarness.SAMPLE, 1440, 900);
        assertPlaced(1440, 900, 1);
        at.prefer(p -> p.withTextSize(1.25));
        assertPlaced(1440, 900, 1.25);
        at.prefer(p -> p.withTextSize(1));
        at.resize(1200, 800);
        assertPlaced(1200, 800, 1);
        at.dispatch(new Action.Resize(new Panels(300, 400, false, true)));
        assertPlaced(1200, 800, 1);
        at.dispatch(new Action.Resize(new Panels(300, 400, true, false)));
        assertPlaced(1200, 800, 1);
    }
}
