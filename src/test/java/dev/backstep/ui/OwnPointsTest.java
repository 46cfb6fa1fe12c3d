package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.PointsText;
import dev.backstep.lang.TrainingText;
import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.ui.kit.PaintedRegion;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Points of one's own, drawn on the boundary.
class OwnPointsTest {

    @RegisterExtension final WindowHarness it = new WindowHarness();

    private static final String PROGRAM =
            """
            data points([-1, -1, 0; -0.8, -0.8, 0; 1, 1, 1; 0.8, 0.8, 1])
            yhat = mlp(X, [4, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.3, batch=4)
            """;

    private PointsText points() {
        return TrainingText.of(it.state().document().text()).points().orElseThrow();
    }

    private PaintedRegion map() {
        return (PaintedRegion)
                it.all(n -> n instanceof PaintedRegion && "Decision boundary".equals(text(n)))
                        .findFirst()
                        .orElseThrow();
    }

    private static String text(Node n) {
        return n.getAccessibleText();
    }

    private void train(String program) throws Exception {
        it.open(program);
        it.dispatch(new Action.Switch(Mode.TRAIN));
        it.await(() -> map().getCursor() != null || map().getWidth() > 100 && isPainted());
        it.pulse();
    }

    private boolean isPainted() {
        return it.all(n -> n instanceof Label l && l.isVisible())
                .anyMatch(n -> ((Label) n).getText().startsWith("Click to add a point"));
    }

    /// The middle of the map, and so many pixels from it.
    private Point2D at(double right, double down) throws Exception {
        return it.on(
                () ->
                        map().localToScreen(
                                        map().getWidth() / 2 + right,
                                        map().getHeight() / 2 + down));
    }

    @Test
    void points_are_added_moved_selected_deleted_and_brought_back() throws Exception {
        train(PROGRAM);
        it.robot.moveTo(at(60, 40));
        it.robot.press(KeyCode.DIGIT2).release(KeyCode.DIGIT2);
        it.robot.clickOn(at(60, 40));
        it.await(() -> points().points().size() == 5);
        PointsText.LabelledPoint added = points().points().getLast();
        assertEquals(1, added.label());
        assertTrue(added.x1() > 0.1 && added.x2() < 0, "right of the middle, below: " + added);

        it.robot.drag(at(60, 40), MouseButton.PRIMARY).moveTo(at(60, 0)).dropTo(at(60, -20));
        it.await(() -> points().points().getLast().x2() > added.x2());
        assertEquals(added.x1(), points().points().getLast().x1(), 0.02);

        it.robot.moveTo(at(30, -50));
        lasso(at(30, -50), at(90, -50), at(90, 20), at(30, 20));
        it.robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
        it.await(() -> points().points().size() == 4);

        it.robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        it.await(() -> points().points().size() == 5);
        it.robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        it.await(() -> points().points().getLast().equals(added));
        it.robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        it.await(() -> it.state().document().text().equals(PROGRAM));
    }

    /// Events with Shift held, which the robot of the headless platform leaves out.
    private void lasso(Point2D... along) throws Exception {
        fire(MouseEvent.MOUSE_PRESSED, along[0]);
        for (Point2D p : along) {
            fire(MouseEvent.MOUSE_DRAGGED, p);
        }
        fire(MouseEvent.MOUSE_RELEASED, along[along.length - 1]);
    }

    private void fire(EventType<MouseEvent> type, Point2D screen) throws Exception {
        it.on(
                () -> {
                    Node map = map();
                    // an event without a source counts from the corner of the scene
                    Point2D at = map.localToScene(map.screenToLocal(screen));
                    map.fireEvent(
                            new MouseEvent(
                                    type,
                                    at.getX(),
                                    at.getY(),
                                    screen.getX(),
                                    screen.getY(),
                                    MouseButton.PRIMARY,
                                    1,
                                    true,
                                    false,
                                    false,
                                    false,
                                    true,
                                    false,
                                    false,
                                    true,
                                    false,
                                    true,
                                    null));
                    return true;
                });
    }

    @Test
    void the_samples_of_a_data_set_become_points_by_a_click_on_the_pencil() throws Exception {
        String moons = PROGRAM.replaceFirst("data .*\n", "data moons(samples=40, seed=1)\n");
        it.open(moons);
        it.dispatch(new Action.Switch(Mode.TRAIN));
        ToggleButton pencil = (ToggleButton) it.on(() -> it.named("Own points"));
        it.robot.clickOn(pencil);
        it.await(() -> TrainingText.of(it.state().document().text()).points().isPresent());
        assertEquals(40, points().points().size());
        assertTrue(it.on(pencil::isSelected));
    }
}
