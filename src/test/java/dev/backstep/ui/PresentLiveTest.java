package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Live edits and lessons while one presents, driven by keys as a lecturer would.
class PresentLiveTest extends PresentHarness {

    @TempDir Path folder;

    /// x = 1, y = 4: the slider's next detent is 0.05 further.
    @Test
    void a_leaf_is_set_with_the_keyboard_alone() throws Exception {
        present();
        push(KeyCode.END);
        push(KeyCode.V);
        assertTrue(at.on(() -> at.stage().getScene().getFocusOwner() instanceof Slider));
        push(KeyCode.RIGHT);
        assertEquals(
                WindowHarness.SAMPLE.replace("x = 1\n", "x = 1.05\n"),
                at.state().document().text());
        assertEquals(8, at.step());
        push(KeyCode.V);
        assertEquals(at.node("y"), at.state().view().selected().orElseThrow());
        push(KeyCode.PAGE_UP);
        assertEquals(7, at.step(), "a clicker steps while the slider has the focus");
        push(KeyCode.PAGE_UP);
        assertEquals(6, at.step());
        push(KeyCode.V);
        push(KeyCode.ESCAPE);
        assertTrue(isOn());
        assertTrue(at.state().view().selected().isEmpty());
        assertFalse(at.on(() -> at.isShown(".present-leaf")));
    }

    /// The first field of x has the focus as soon as the key is pressed, and no number has a v.
    @Test
    void the_key_that_leads_to_a_matrix_is_not_typed_into_it() throws Exception {
        String program = "x = [1, 2]\ny = [3, 4]\nL = sum(x * y)\n";
        at.open(program, 960, 640);
        push(KeyCode.F5);
        push(KeyCode.V);
        assertEquals(at.node("x"), at.state().view().selected().orElseThrow());
        assertEquals("1", at.on(() -> focused().getText()));
        push(KeyCode.V);
        assertEquals(at.node("y"), at.state().view().selected().orElseThrow());
        assertEquals("3", at.on(() -> focused().getText()));
    }

    private TextField focused() {
        return (TextField) at.stage().getScene().getFocusOwner();
    }

    @Test
    void the_program_is_typed_beside_the_picture() throws Exception {
        present();
        push(KeyCode.T);
        at.robot.push(KeyCode.CONTROL, KeyCode.END);
        at.robot.write("M = L^2\n");
        at.pulse();
        assertEquals(WindowHarness.SAMPLE + "M = L^2\n", at.state().document().text());
        push(KeyCode.ESCAPE);
        assertTrue(isOn(), "the first Escape leaves the text");
        push(KeyCode.ESCAPE);
        assertTrue(isOn(), "the second hides it");
        push(KeyCode.ESCAPE);
        assertFalse(isOn());
    }

    private void teach() throws Exception {
        String lesson =
                """
                # Two stops

                ## The first

                Its words.

                > note: Ask what they expect.

                ```backstep
                x = 1
                L = x^2
                ```

                ## The second

                More words.

                ```backstep
                u = 3
                L = u^3
                ```
                """;
        open();
        Path file = folder.resolve("two.md");
        Files.writeString(file, lesson);
        at.on(
                () -> {
                    at.window().files().open(file);
                    return true;
                });
        at.await(() -> at.state().lesson().filter(l -> l.current().isPresent()).isPresent());
        at.pulse();
        push(KeyCode.F5);
    }

    private int stop() {
        return at.state().lesson().orElseThrow().stop();
    }

    /// x² has one step forward and two backward.
    @Test
    void a_clicker_gives_a_lesson_from_stop_to_stop() throws Exception {
        teach();
        assertEquals(0, stop());
        push(KeyCode.END);
        push(KeyCode.RIGHT);
        assertEquals(0, stop(), "an arrow stays in the scene");
        push(KeyCode.PAGE_DOWN);
        assertEquals(1, stop());
        at.await(() -> at.state().document().text().contains("u^3") && at.state().steps() > 0);
        push(KeyCode.HOME);
        push(KeyCode.PAGE_UP);
        assertEquals(0, stop());
        push(KeyCode.G);
        assertTrue(at.on(() -> at.isShown(".lesson-slide")));
        List<String> read = WindowHarness.texts(at.one(".lesson-slide"));
        assertTrue(read.contains("The first"), read::toString);
        push(KeyCode.PAGE_DOWN);
        assertEquals(1, stop(), "after the text the next stop");
        push(KeyCode.G);
        assertTrue(at.on(() -> at.isShown(".present .graph")));
    }

    @Test
    void the_notes_of_a_lesson_are_those_of_its_stop() throws Exception {
        teach();
        push(KeyCode.N);
        List<String> told = WindowHarness.texts(at.one(".notes"));
        assertTrue(told.stream().anyMatch(t -> t.startsWith("Stop 1 of 2")), told::toString);
        assertTrue(told.contains("Next: The second"), told::toString);
        assertTrue(
                WindowHarness.below(at.one(".notes"))
                        .anyMatch(n -> n instanceof Text t && t.getText().contains("they expect")),
                told::toString);
    }

    /// The lesson stays open behind a program that is explored, but is not what is presented.
    @Test
    void a_lesson_that_is_not_shown_is_not_presented() throws Exception {
        teach();
        push(KeyCode.ESCAPE);
        at.dispatch(new Action.Switch(Mode.EXPLORE));
        at.pulse();
        push(KeyCode.F5);
        push(KeyCode.END);
        push(KeyCode.PAGE_DOWN);
        assertEquals(0, stop());
        push(KeyCode.G);
        assertFalse(at.on(() -> at.isShown(".lesson-slide")));
        push(KeyCode.N);
        List<String> told = WindowHarness.texts(at.one(".notes"));
        assertTrue(told.stream().noneMatch(t -> t.startsWith("Stop 1 of 2")), told::toString);
    }
}
