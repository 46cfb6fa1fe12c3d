package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.story.Differences;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.NumberField;
import dev.backstep.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What a user may expect of every control, and of a window with much to do.
class MannersTest {

    private static final String PROGRAM = "x = 1\ny = 4\nL = x^2 + 2*x*y\n";

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir Path folder;

    private String text() {
        return at.state().document().text();
    }

    private TextField field(String name) {
        return (TextField)
                at.all(n -> n instanceof NumberField && name.equals(n.getAccessibleText()))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void undo_in_a_number_field_first_takes_back_what_is_typed_then_what_was_done()
            throws Exception {
        at.open(PROGRAM);
        at.robot.doubleClickOn(field("y")).write("7").type(KeyCode.ENTER);
        assertTrue(text().contains("y = 7"), text());
        at.robot.doubleClickOn(field("y")).write("99").push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("7", field("y").getText());
        assertTrue(text().contains("y = 7"), text());
        at.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(PROGRAM, text());
        at.robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertTrue(text().contains("y = 7"), text());
        assertEquals("7", field("y").getText());
    }

    @Test
    void ctrl_y_redoes_in_the_editor_and_on_the_graph() throws Exception {
        at.open(PROGRAM);
        at.robot.push(KeyCode.CONTROL, KeyCode.L).write(" ");
        String typed = text();
        at.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(PROGRAM, text());
        at.robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertEquals(typed, text());
        at.robot.type(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(PROGRAM, text());
        at.robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertEquals(typed, text());
    }

    @Test
    void escape_leads_from_the_editor_to_the_graph() throws Exception {
        at.open(PROGRAM);
        at.robot.push(KeyCode.CONTROL, KeyCode.L).type(KeyCode.ESCAPE);
        assertSame(at.graph(), at.on(() -> at.stage().getScene().getFocusOwner()));
        at.robot.type(KeyCode.RIGHT);
        assertEquals(1, at.step());
    }

    @Test
    void a_button_that_steps_stops_the_player() throws Exception {
        at.open(PROGRAM);
        at.robot.type(KeyCode.RIGHT, 3).type(KeyCode.SPACE);
        assertTrue(at.on(at.window()::isPlaying));
        ButtonBase back = (ButtonBase) at.named(Texts.of("command.back"));
        int before = at.on(() -> stepOf(back));
        assertFalse(at.on(at.window()::isPlaying));
        assertEquals(before - 1, at.step());
    }

    /// The step at which a button is pressed, with no beat of the player between.
    private int stepOf(ButtonBase button) {
        int step = at.step();
        button.fire();
        return step;
    }

    @Test
    void keys_step_after_a_click_into_the_inspector() throws Exception {
        at.open(PROGRAM);
        Bounds badge =
                at.on(() -> at.one(".badge").localToScreen(at.one(".badge").getLayoutBounds()));
        at.robot
                .clickOn(badge.getMinX() + 4, badge.getMinY() + 4)
                .type(KeyCode.RIGHT)
                .type(KeyCode.RIGHT);
        assertEquals(2, at.step());
        at.robot.type(KeyCode.END);
        assertEquals(at.state().steps() - 1, at.step());
        at.robot.type(KeyCode.HOME);
        assertEquals(0, at.step());
    }

    @Test
    void an_opened_jacobian_stays_open_from_step_to_step() throws Exception {
        at.open("x = [1; 2]\ns = softmax(x)\nt = softmax(s)\nL = sum(t)\n");
        at.dispatch(new Action.ToEnd(), new Action.Back());
        at.robot.clickOn((Hyperlink) at.all(n -> n instanceof Hyperlink).findFirst().orElseThrow());
        int opened = open();
        at.dispatch(new Action.Forward());
        assertEquals(opened, open());
    }

    /// How many tables there are below links.
    private int open() {
        return at.all(n -> n instanceof Hyperlink)
                .mapToInt(n -> n.getParent().getChildrenUnmodifiable().size() - 1)
                .sum();
    }

    /// The slider had the focus, and → moved it on instead of the story.
    @Test
    void after_a_click_on_a_slider_the_arrow_takes_a_step() throws Exception {
        at.open(PROGRAM);
        at.robot.clickOn(at.all(n -> n instanceof Slider).findFirst().orElseThrow());
        at.pulse();
        int before = at.state().view().step();
        at.robot.type(KeyCode.RIGHT);
        assertEquals(before + 1, at.state().view().step());
    }

    @Test
    void a_step_beyond_the_end_is_the_last_one() throws Exception {
        at.open(PROGRAM);
        at.robot.doubleClickOn(at.one(".step-field")).write("999999999").type(KeyCode.ENTER);
        assertEquals(at.state().steps() - 1, at.step());
        at.robot.doubleClickOn(at.one(".step-field")).write("many").type(KeyCode.ENTER);
        assertEquals(at.state().steps() - 1, at.step());
    }

    @Test
    void the_inspector_says_why_a_number_is_not_finite() throws Exception {
        at.open("x = 0\nL = log(x)\n");
        List<String> texts = WindowHarness.texts(at.one(".side-right"));
        assertTrue(texts.stream().anyMatch(t -> t.startsWith("−∞ arises here")), texts::toString);
        at.dispatch(new Action.ToEnd());
        texts = WindowHarness.texts(at.one(".side-right"));
        assertTrue(
                texts.contains(
                        Texts.of(
                                Message.of("check.not.comparable")
                                        .with("why", Differences.Why.INFINITE.words()))),
                texts::toString);
    }

    @Test
    void the_choice_of_a_leaf_keeps_the_focus_from_step_to_step() throws Exception {
        at.open(PROGRAM);
        at.on(
                () -> {
                    at.named(Texts.of("paths.leaf")).requestFocus();
                    return true;
                });
        at.dispatch(new Action.Forward());
        assertTrue(at.on(() -> at.stage().getScene().getFocusOwner() instanceof ComboBox<?>));
    }

    /// It is read beside the window, which answers meanwhile: it shows that it works.
    @Test
    void a_program_of_a_hundred_thousand_statements_opens_and_can_be_stepped() throws Exception {
        at.open(PROGRAM);
        StringBuilder big = new StringBuilder("a0=1\n");
        for (int i = 1; i < 100_000; i++) {
            big.append('a')
                    .append(Integer.toString(i, 36))
                    .append("=-a")
                    .append(Integer.toString(i - 1, 36))
                    .append('\n');
        }
        String text =
                big.length() <= 1_000_000
                        ? big.toString()
                        : big.substring(0, big.lastIndexOf("\n", 999_000) + 1);
        at.dispatch(Action.Type.of(PROGRAM, text));
        assertTrue(at.state().unread());
        assertTrue(at.one(".working").isVisible());
        at.await(() -> !at.state().unread() && !at.one(".working").isVisible());
        for (int step : new int[] {50_000, 50_001, at.state().steps() - 1}) {
            at.dispatch(new Action.Go(step));
            assertEquals(step, at.step());
        }
    }

    @Test
    void the_bars_stay_in_sight_in_the_smallest_window() throws Exception {
        at.open(WindowHarness.SAMPLE, 900, 560);
        assertEquals(0, at.on(() -> at.one(".top-bar").localToScene(0, 0).getY()), 1);
        double bottom =
                at.on(
                        () ->
                                at.one(".transport")
                                        .localToScene(at.one(".transport").getLayoutBounds())
                                        .getMaxY());
        assertEquals(at.stage().getScene().getHeight(), bottom, 1);
    }
}
