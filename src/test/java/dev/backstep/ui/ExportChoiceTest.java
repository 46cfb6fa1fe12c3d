package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The export dialog offers the graph, and the step explained.
class ExportChoiceTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private Optional<Scene> dialog() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Stage && w != at.stage() && w.isShowing())
                .map(Window::getScene)
                .findFirst();
    }

    private Node part(String id) {
        return dialog().orElseThrow().getRoot().lookup(id);
    }

    private ComboBox<?> asked() throws Exception {
        at.on(
                () -> {
                    Platform.runLater(at.window()::export);
                    return true;
                });
        at.await(() -> dialog().isPresent());
        return (ComboBox<?>) at.on(() -> part("#views"));
    }

    /// What the dialog offers, as it calls it.
    private static List<String> names(ComboBox<?> views) {
        return IntStream.range(0, views.getItems().size()).mapToObj(i -> name(views, i)).toList();
    }

    private static <T> String name(ComboBox<T> views, int index) {
        return views.getConverter().toString(views.getItems().get(index));
    }

    private void copy() throws Exception {
        at.on(
                () -> {
                    dialog().orElseThrow().getRoot().lookupAll(".button").stream()
                            .map(Button.class::cast)
                            .filter(b -> b.getText().equals(Texts.of("export.copy")))
                            .forEach(Button::fire);
                    return true;
                });
        at.await(() -> at.window().notices().getText().equals(Texts.of("export.copied")));
    }

    /// The Jacobian of the lecture is as wide as a page, 680 units with margins of 24.
    @Test
    void the_jacobian_that_is_shown_is_the_first_choice() throws Exception {
        at.open("x = [1; 2; 3]\nz = x * x\nloss L = sum(z)\n");
        assertEquals(
                List.of(
                        "the graph",
                        "this step, explained",
                        "this step on a slide",
                        "the value of z, as a table",
                        "the gradient of z, as a table"),
                names(asked()));
        at.on(
                () -> {
                    dialog().orElseThrow().getWindow().hide();
                    at.window().explore().sheet().open(at.node("z"), at.node("x"));
                    return true;
                });
        at.await(() -> dialog().isEmpty());
        ComboBox<?> views = asked();
        assertEquals(
                List.of(
                        "the Jacobian",
                        "the graph",
                        "this step, explained",
                        "this step on a slide",
                        "the value of z, as a table",
                        "the gradient of z, as a table"),
                names(views));
        assertEquals(0, views.getSelectionModel().getSelectedIndex());
        copy();
        Image copied = at.on(() -> Clipboard.getSystemClipboard().getImage());
        assertEquals(2 * (680 + 48), copied.getWidth());
    }

    /// Its sheet is as wide as a page, 680 units with margins of 24.
    @Test
    void a_stop_of_a_lesson_can_be_chosen_with_the_graph_on_screen() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.learn("lecture-3");
        at.await(() -> at.state().good().isPresent());
        ComboBox<?> views = asked();
        assertEquals(
                List.of(
                        "the graph",
                        "this step, explained",
                        "this step on a slide",
                        "this stop of the lesson"),
                names(views));
        at.on(
                () -> {
                    views.getSelectionModel().select(3);
                    return true;
                });
        copy();
        Image copied = at.on(() -> Clipboard.getSystemClipboard().getImage());
        assertEquals(2 * (680 + 48), copied.getWidth());
    }

    @Test
    void the_step_at_hand_is_copied_as_it_is_explained() throws Exception {
        at.open(WindowHarness.SAMPLE);
        for (int step = 0; step < 5; step++) {
            at.robot.push(KeyCode.RIGHT);
        }
        ComboBox<?> views = asked();
        assertEquals(3, views.getItems().size());
        assertTrue(at.on(() -> part("#legend").isVisible()));
        at.on(
                () -> {
                    views.getSelectionModel().select(1);
                    return true;
                });
        for (String id : new String[] {"#legend", "#agreed", "#film"}) {
            assertFalse(at.on(() -> part(id).isVisible()), id);
        }
        copy();
        Image copied = at.on(() -> Clipboard.getSystemClipboard().getImage());
        // a sheet of 728 units, at the usual scale of 2
        assertEquals(1456, copied.getWidth());
    }

    /// 30 columns of numbers go on below, so that the sheet is as wide as a page.
    @Test
    void all_numbers_of_the_node_that_is_selected_are_copied_as_a_table() throws Exception {
        at.open("x = normal(20, 30, seed=1)\nz = x * x\nloss L = sum(z)\n");
        at.dispatch(new Action.Select(OptionalInt.of(at.node("x"))));
        ComboBox<?> views = asked();
        assertEquals("the gradient of x, as a table", names(views).getLast());
        at.on(
                () -> {
                    views.getSelectionModel().selectLast();
                    return true;
                });
        copy();
        Image copied = at.on(() -> Clipboard.getSystemClipboard().getImage());
        assertTrue(copied.getHeight() > 2 * 2 * 20 * 24, "" + copied.getHeight());
    }

    /// A slide of 16:9 is 1152×648 units.
    @Test
    void while_presenting_the_slide_is_the_first_choice() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.on(
                () -> {
                    at.window().present();
                    return true;
                });
        ComboBox<?> views = asked();
        assertEquals(
                List.of("this step on a slide", "the graph", "this step, explained"), names(views));
        copy();
        Image copied = at.on(() -> Clipboard.getSystemClipboard().getImage());
        assertEquals(2 * 1152, copied.getWidth());
        assertEquals(2 * 648, copied.getHeight());
    }
}
