package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the window says where there is nothing to show.
class EmptyPlacesTest {

    private static final String NET =
            "data xor(samples=40)\nL = mean(bce(mlp(X, [2, 1], tanh, sigmoid), y))\n";
    private static final String HEADING = Texts.of("leaves").toUpperCase(Locale.ENGLISH);

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private List<String> left() {
        return WindowHarness.texts(at.one(".side-left"));
    }

    @Test
    void a_program_without_inputs_has_no_heading_for_them() throws Exception {
        at.open(NET);
        assertFalse(left().contains(HEADING), () -> left().toString());
        at.dispatch(Action.Type.of(NET, "x = 2\n" + NET));
        assertTrue(left().contains(HEADING), () -> left().toString());
        at.dispatch(Action.Type.of("x = 2\n" + NET, NET));
        assertFalse(left().contains(HEADING), () -> left().toString());
    }

    @Test
    void what_is_worked_out_from_numbers_is_told_to_be_no_input() throws Exception {
        String told = Texts.of(Message.of("leaves.calculated").with("names", "x, z"));
        String program = "x = 1/3\ny = 4\nz = -x^2\nL = x * y * z\n";
        at.open(program);
        assertTrue(left().contains(told), () -> left().toString());
        at.dispatch(Action.Type.of(program, program.replace("1/3", "0.3")));
        assertFalse(left().stream().anyMatch(told::equals), () -> left().toString());
        at.dispatch(Action.Type.of(at.state().document().text(), "x = 1/3\nL = x^2\n"));
        assertTrue(left().contains(HEADING), () -> left().toString());
        assertTrue(
                left().contains(Texts.of(Message.of("leaves.calculated").with("names", "x"))),
                () -> left().toString());
    }

    @Test
    void inputs_too_large_for_the_panel_are_told_under_their_heading() throws Exception {
        at.open("A = ones(9, 9)\nL = sum(A)\n");
        assertTrue(left().contains(HEADING), () -> left().toString());
        assertTrue(left().contains(Texts.of("leaves.none")), () -> left().toString());
    }

    @Test
    void of_very_many_inputs_the_first_have_sliders_and_the_others_are_told() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            many.append("x").append(i).append(" = ").append(i).append("\n");
        }
        at.open(many + "L = x0\n");
        String told = Texts.of(Message.of("leaves.more").with("n", 2_800));
        assertTrue(left().contains(told), told);
    }

    @Test
    void the_palette_says_that_nothing_is_found_and_the_keys_go_on() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.push(KeyCode.CONTROL, KeyCode.K).write("qqq");
        at.pulse();
        assertTrue(
                WindowHarness.texts(at.one(".palette")).contains(Texts.of("palette.none")),
                () -> WindowHarness.texts(at.one(".palette")).toString());
        at.robot.type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.ENTER);
        assertTrue(at.one(".palette").getParent().isVisible());
        at.robot.type(KeyCode.BACK_SPACE, 3).write("last step").type(KeyCode.ENTER);
        assertEquals(8, at.step());
        at.robot.push(KeyCode.CONTROL, KeyCode.K).write("qqq").type(KeyCode.ESCAPE);
        at.robot.type(KeyCode.LEFT);
        assertEquals(7, at.step());
    }
}
