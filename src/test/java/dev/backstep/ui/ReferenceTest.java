package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The language and the keys, at hand beside the program.
class ReferenceTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private List<String> told() throws Exception {
        at.pulse();
        return at.on(() -> WindowHarness.texts(at.one(".reference")));
    }

    @Test
    void f1_opens_it_and_escape_closes_it() throws Exception {
        at.open(WindowHarness.SAMPLE);
        assertFalse(at.one(".reference").isVisible());
        at.robot.push(KeyCode.F1);
        assertTrue(at.one(".reference").isVisible());
        List<String> told = told();
        assertTrue(told.contains("leaky_relu(x, slope=0.01)"), told::toString);
        assertTrue(told.contains("To the start of the backward pass"), told::toString);
        at.robot.push(KeyCode.ESCAPE);
        assertFalse(at.one(".reference").isVisible());
        assertEquals(at.graph(), at.on(() -> at.stage().getScene().getFocusOwner()));
    }

    @Test
    void the_program_can_be_typed_while_it_is_open() throws Exception {
        at.open("x = 1\n");
        at.robot.push(KeyCode.F1);
        at.robot.push(KeyCode.CONTROL, KeyCode.L);
        at.robot.push(KeyCode.CONTROL, KeyCode.END);
        at.robot.write("y = 2*x");
        assertEquals("x = 1\ny = 2*x", at.state().document().text());
        assertTrue(at.one(".reference").isVisible());
        at.robot.push(KeyCode.F1);
        assertFalse(at.one(".reference").isVisible());
    }

    @Test
    void a_word_leaves_what_fits() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.push(KeyCode.F1);
        at.robot.write("smooth");
        List<String> told = told();
        assertTrue(told.contains("softplus(x)"), told::toString);
        assertFalse(told.contains("tanh(x)"), told::toString);
        assertEquals(0, at.step());
    }
}
