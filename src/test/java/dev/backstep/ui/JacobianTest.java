package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.ui.calculus.Topic;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The sheets on the mathematics of a program, opened as a person opens them.
class JacobianTest {

    private static final String PRODUCT =
            """
            w = [1, 2, 3; -1, 0, 2]
            x = [1, 0; -2, 1; 0.5, 4]
            z = w @ x
            loss L = dot(z, [1, -2; 0.5, 3])
            """;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private List<String> sheet() throws Exception {
        at.pulse();
        return at.on(() -> WindowHarness.texts(at.one(".calculus-sheet")));
    }

    private boolean says(String part) throws Exception {
        return sheet().stream().anyMatch(t -> t.contains(part));
    }

    @Test
    void two_clicks_choose_the_nodes_of_a_jacobian() throws Exception {
        at.open(PRODUCT);
        at.robot.push(KeyCode.J);
        assertTrue(at.isShown(".picking-bar"));
        at.robot.clickOn(at.card("x"));
        assertTrue(at.isShown(".picking-bar"));
        at.robot.clickOn(at.card("z"));
        at.await(() -> at.isShown(".calculus-sheet"));
        assertFalse(at.isShown(".picking-bar"));
        assertTrue(says("\\mathbb{R}^{4\\times 6}"), sheet().toString());
        assertTrue(says("w^{\\top}"), sheet().toString());
        assertTrue(says("largest difference 0"), sheet().toString());
        at.robot.push(KeyCode.ESCAPE);
        at.await(() -> !at.isShown(".calculus-sheet"));
    }

    /// A card that moved away from under the pointer would be hard to click on.
    @Test
    void no_card_moves_while_two_are_chosen() throws Exception {
        at.open(PRODUCT);
        at.resize(1000, 560);
        List<Point2D> before = places();
        at.robot.push(KeyCode.J);
        at.pulse();
        assertTrue(at.isShown(".picking-bar"));
        assertEquals(before, places());
        at.on(
                () -> {
                    Labeled cancel = (Labeled) at.one(".picking-bar .button");
                    assertTrue(cancel.getWidth() >= cancel.prefWidth(-1), "its words are cut off");
                    return true;
                });
    }

    private List<Point2D> places() throws Exception {
        List<Point2D> places = new ArrayList<>();
        for (String name : List.of("w", "x", "z", "L")) {
            places.add(at.card(name));
        }
        return places;
    }

    /// Shift + arrows select a card, J takes it.
    @Test
    void so_does_the_keyboard_alone() throws Exception {
        at.open(PRODUCT);
        at.robot.push(KeyCode.J);
        at.dispatch(new Action.Select(OptionalInt.of(at.node("w"))));
        at.robot.push(KeyCode.J);
        at.dispatch(new Action.Select(OptionalInt.of(at.node("z"))));
        at.robot.push(KeyCode.J);
        at.await(() -> at.isShown(".calculus-sheet"));
        assertTrue(says("x^{\\top}"), sheet().toString());
    }

    /// z = w·x, so that x₁₀ reaches z₀₀ by w₀₁ = 2 and z₁₀ by w₁₁ = 0; upstream is [1, −2; 0.5, 3].
    @Test
    void the_arrow_keys_go_from_column_to_column() throws Exception {
        at.open(PRODUCT);
        at.on(
                () -> {
                    at.window().explore().sheet().open(at.node("z"), at.node("x"));
                    return true;
                });
        at.pulse();
        int step = at.step();
        at.on(
                () -> {
                    at.one(".jacobian-table").requestFocus();
                    return true;
                });
        at.robot.push(KeyCode.RIGHT);
        at.robot.push(KeyCode.RIGHT);
        at.robot.push(KeyCode.RIGHT);
        assertTrue(says("x_{10}} = 2 \\cdot 1 + 0"), sheet().toString());
        at.robot.push(KeyCode.END);
        assertTrue(says("x_{21}} ="), sheet().toString());
        at.robot.push(KeyCode.LEFT);
        assertTrue(says("x_{20}} ="), sheet().toString());
        at.robot.push(KeyCode.HOME);
        assertTrue(says("x_{00}} ="), sheet().toString());
        assertEquals(step, at.step(), "the story stays where it is");
    }

    @Test
    void escape_gives_up_and_leaves_clicks_alone() throws Exception {
        at.open(PRODUCT);
        at.robot.push(KeyCode.J);
        at.robot.push(KeyCode.ESCAPE);
        assertFalse(at.isShown(".picking-bar"));
        at.robot.clickOn(at.card("z"));
        assertEquals(OptionalInt.of(at.node("z")), at.state().view().selected());
    }

    /// Another w, typed or dragged: the Jacobian of the same two nodes has the new numbers.
    @Test
    void the_numbers_follow_the_program() throws Exception {
        at.open(PRODUCT);
        at.on(
                () -> {
                    at.window().explore().sheet().open(at.node("z"), at.node("x"));
                    return true;
                });
        assertTrue(says("= 1 \\cdot 1"), sheet().toString());
        at.dispatch(new Action.SetLeaf(at.node("w"), 0, 7));
        assertTrue(says("= 7 \\cdot 1"), sheet().toString());
    }

    @Test
    void nodes_that_are_apart_have_a_jacobian_of_zeros() throws Exception {
        at.open("x = 1\ny = 2\nL = x + y\n");
        at.on(
                () -> {
                    at.window().explore().sheet().open(at.node("x"), at.node("y"));
                    return true;
                });
        assertTrue(says("No gradient passes from y to x: every element is 0."), sheet().toString());
        assertTrue(says("J is 0 here: nothing is handed back."), sheet().toString());
    }

    /// As wide as a page: 680 units with margins of 24, at twice the size of the screen.
    @Test
    void it_is_copied_as_a_picture_from_where_it_is_shown() throws Exception {
        at.open(PRODUCT);
        at.on(
                () -> {
                    at.window().explore().sheet().open(at.node("z"), at.node("x"));
                    return true;
                });
        at.pulse();
        at.on(
                () -> {
                    ((Button) at.named(Texts.of("view.copy"))).fire();
                    return true;
                });
        at.await(() -> at.window().notices().getText().equals(Texts.of("export.copied")));
        assertEquals(1456, at.on(() -> Clipboard.getSystemClipboard().getImage()).getWidth());
    }

    @Test
    void costs_are_told() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.on(
                () -> {
                    at.window().explore().openSheet(Topic.PATHS);
                    return true;
                });
        assertTrue(says("every path alone: 3"), sheet().toString());
        assertTrue(says("each edge once: 3"), sheet().toString());
    }

    /// 20 × 20 numbers in each of four nodes: what they cost is not worked out on the thread of the
    /// window.
    @Test
    void the_paths_of_a_large_program_are_worked_out_in_the_background() throws Exception {
        at.open(
                """
                w = normal(20, 20, seed=1)
                a = tanh(w)
                b = tanh(a)
                c = a * b
                loss L = sum(c)
                """);
        List<String> first =
                at.on(
                        () -> {
                            at.window().explore().openSheet(Topic.PATHS);
                            return WindowHarness.texts(at.one(".calculus-sheet"));
                        });
        assertTrue(first.contains("Working out all paths …"), first.toString());
        at.await(
                () ->
                        WindowHarness.texts(at.one(".calculus-sheet")).stream()
                                .anyMatch(t -> t.contains("every path alone")));
        assertFalse(sheet().contains("Working out all paths …"));
    }

    @Test
    void another_topic_begins_at_its_top() throws Exception {
        at.open(PRODUCT);
        at.resize(900, 480);
        at.on(
                () -> {
                    at.window().explore().sheet().open(at.node("z"), at.node("x"));
                    return true;
                });
        at.pulse();
        ScrollPane scroll = (ScrollPane) at.one(".sheet-scroll");
        at.on(
                () -> {
                    scroll.setVvalue(1);
                    at.window().explore().sheet().open(Topic.KEPT);
                    return true;
                });
        at.pulse();
        assertEquals(0, at.on(scroll::getVvalue));
    }
}
