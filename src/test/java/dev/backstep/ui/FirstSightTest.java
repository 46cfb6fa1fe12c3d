package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.session.Action;
import dev.backstep.session.Panels;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Bounds;
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

    private final Stage[] stages = new Stage[1];
    private final LiveWindow[] windows = new LiveWindow[1];

    @Test
    void keys_pressed_before_the_window_is_complete_are_not_lost() throws Exception {
        Session session =
                at.on(
                        () -> {
                            Session s =
                                    new Session(State.of(Optional.empty(), WindowHarness.SAMPLE));
                            Stage stage = new Stage();
                            stage.setWidth(1440);
                            stage.setHeight(900);
                            stages[0] = stage;
                            FirstSight first = new FirstSight(s, at.background);
                            first.show(stage, () -> complete(stage, s, first));
                            KeyEvent right =
                                    new KeyEvent(
                                            KeyEvent.KEY_PRESSED,
                                            "",
                                            "",
                                            KeyCode.RIGHT,
                                            false,
                                            false,
                                            false,
                                            false);
                            Event.fireEvent(stage.getScene().getFocusOwner(), right);
                            Event.fireEvent(stage.getScene().getFocusOwner(), right);
                            assertEquals(0, s.state().view().step());
                            return s;
                        });
        try {
            at.await(() -> windows[0] != null);
            at.await(() -> session.state().view().step() == 2);
            assertEquals(
                    windows[0].now().explore().graph(),
                    at.on(() -> stages[0].getScene().getFocusOwner()));
        } finally {
            at.on(
                    () -> {
                        stages[0].hide();
                        windows[0].now().dispose();
                        stages[0].setScene(null);
                        return true;
                    });
        }
    }

    private void complete(Stage stage, Session session, FirstSight first) {
        LiveWindow window = new LiveWindow(stage, session, at.background, first);
        window.open();
        first.replay(window.now().scene());
        windows[0] = window;
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
