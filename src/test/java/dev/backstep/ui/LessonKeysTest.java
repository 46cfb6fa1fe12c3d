package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.OpenLesson;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a lesson has beside its questions, by keys.
class LessonKeysTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private OpenLesson lesson() {
        return at.state().lesson().orElseThrow();
    }

    /// Under the word `lesson` the palette lists what is in that menu.
    private void open() throws Exception {
        at.open(WindowHarness.SAMPLE, 1280, 720);
        at.robot.push(KeyCode.CONTROL, KeyCode.K);
        at.robot.write("lesson");
        at.robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        at.await(() -> at.state().lesson().filter(l -> l.current().isPresent()).isPresent());
        at.pulse();
        assertEquals("Lecture 3: Backprop", lesson().lesson().title());
    }

    @Test
    void a_mistake_is_switched_on_and_off_by_keys() throws Exception {
        open();
        at.on(
                () -> {
                    at.one("#mistake-overwrite").requestFocus();
                    return true;
                });
        at.robot.push(KeyCode.SPACE);
        assertTrue(at.state().document().text().endsWith("set mistake = overwrite\n"));
        at.robot.push(KeyCode.TAB);
        at.robot.push(KeyCode.ENTER);
        assertTrue(at.state().document().text().endsWith("set mistake = no_zero\n"));
        at.robot.push(KeyCode.ENTER);
        assertFalse(at.state().document().text().contains("mistake"));
    }

    /// The list of lessons gives the focus to the first.
    @Test
    void a_lesson_is_chosen_from_the_list_by_keys() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        at.await(
                () ->
                        at.stage()
                                .getScene()
                                .getFocusOwner()
                                .getStyleClass()
                                .contains("lesson-card"));
        at.robot.push(KeyCode.TAB);
        at.robot.push(KeyCode.ENTER);
        at.await(() -> at.state().lesson().filter(l -> l.current().isPresent()).isPresent());
        assertEquals("Training: what can go wrong", lesson().lesson().title());
    }

    /// To the end of the text and back, with the arrows still stepping.
    @Test
    void the_text_of_a_lesson_is_read_by_keys() throws Exception {
        open();
        ScrollPane text = (ScrollPane) at.one(".lesson .scroll-pane");
        at.robot.push(KeyCode.SHIFT, KeyCode.PAGE_DOWN);
        double first = at.on(text::getVvalue);
        assertTrue(first > 0 && first < 1, () -> "at " + first);
        for (int i = 0; i < 9; i++) {
            at.robot.push(KeyCode.SHIFT, KeyCode.PAGE_DOWN);
        }
        assertEquals(1, at.on(text::getVvalue), 1e-9);
        at.robot.push(KeyCode.SHIFT, KeyCode.PAGE_UP);
        assertTrue(at.on(text::getVvalue) < 1);
        assertEquals(0, lesson().stop());
    }

    /// What had the focus is gone with the lessons: the next key is for the graph, and is not typed
    /// into the program.
    @Test
    void the_focus_goes_back_to_the_graph_with_the_mode() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        at.await(() -> !at.stage().getScene().getFocusOwner().equals(at.graph()));
        at.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        at.robot.push(KeyCode.DIGIT4);
        at.pulse();
        assertEquals(WindowHarness.SAMPLE, at.state().document().text());
        assertEquals(at.graph(), at.stage().getScene().getFocusOwner());
    }
}
