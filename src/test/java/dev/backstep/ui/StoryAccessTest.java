package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The timeline and the list of steps for whoever uses keys or a screen reader.
class StoryAccessTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @Test
    void the_timeline_is_a_slider_that_keys_and_readers_can_move() throws Exception {
        at.open(WindowHarness.SAMPLE);
        Node timeline = at.named("Timeline");
        assertEquals(AccessibleRole.SLIDER, timeline.getAccessibleRole());
        at.on(
                () -> {
                    timeline.requestFocus();
                    return true;
                });
        at.robot.type(KeyCode.RIGHT).type(KeyCode.UP);
        assertEquals(2, at.step());
        at.robot.type(KeyCode.END);
        assertEquals(8, at.step());
        at.robot.type(KeyCode.DOWN).type(KeyCode.LEFT);
        assertEquals(6, at.step());
        assertEquals(7.0, timeline.queryAccessibleAttribute(AccessibleAttribute.VALUE));
        assertEquals(9.0, timeline.queryAccessibleAttribute(AccessibleAttribute.MAX_VALUE));
        assertEquals(
                "backward · 3 of 5",
                timeline.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING));
        at.on(
                () -> {
                    timeline.executeAccessibleAction(AccessibleAction.SET_VALUE, 2.0);
                    return true;
                });
        assertEquals(1, at.step());
    }

    @Test
    void up_and_down_in_the_list_of_steps_go_through_the_story() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.on(
                () -> {
                    at.one(".steps").requestFocus();
                    return true;
                });
        at.robot.type(KeyCode.DOWN, 3).type(KeyCode.UP);
        assertEquals(2, at.step());
    }
}
