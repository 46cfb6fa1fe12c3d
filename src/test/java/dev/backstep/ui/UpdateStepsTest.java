package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Pass;
import dev.backstep.session.Action;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Walking on from the last gradient to the update of the parameters.
class UpdateStepsTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    /// Forward b·W₁₁…, backward, then W and b.
    private static final String NET =
            """
            data xor(samples=20, test=0)
            param W = [1, 1]
            param b = 0.5
            yhat = sigmoid(W @ X + b)
            loss L = mean(bce(yhat, y))
            """;

    private static final String SGD = NET + "train sgd(rate=0.5)\n";

    private int updates() {
        return at.state().good().orElseThrow().walkthrough().story().updates();
    }

    private Card card(String name) {
        return at.graph().diagram().orElseThrow().card(at.node(name)).orElseThrow();
    }

    private List<String> inspector() {
        return WindowHarness.texts(at.one(".side-right"));
    }

    private String sentence() {
        return at.one(".sentence").getAccessibleText();
    }

    @Test
    void keys_reach_the_updates_and_come_back() throws Exception {
        at.open(SGD);
        assertEquals(updates() + 2, at.state().steps());
        at.robot.type(KeyCode.P);
        assertEquals(updates(), at.step());
        at.robot.type(KeyCode.RIGHT);
        assertEquals(updates() + 1, at.step());
        at.robot.type(KeyCode.RIGHT);
        assertEquals(updates() + 1, at.step(), "there it ends");
        at.robot.type(KeyCode.LEFT, 2);
        assertEquals(updates() - 1, at.step());
        at.robot.type(KeyCode.END);
        assertEquals(updates() + 1, at.step());
        at.robot.doubleClickOn(at.one(".step-field")).write("" + (updates() + 1));
        at.robot.type(KeyCode.ENTER);
        assertEquals(updates(), at.step());
    }

    @Test
    void the_parameter_is_lit_and_has_its_new_value() throws Exception {
        at.open(SGD);
        at.dispatch(new Action.Go(updates() - 1));
        assertEquals(Pass.BACKWARD, card("b").pass());
        assertEquals("0.5", card("b").value());
        at.dispatch(new Action.ToEnd());
        assertEquals(Emphasis.ACTIVE, card("b").emphasis());
        assertEquals(Pass.UPDATE, card("b").pass());
        assertEquals(Emphasis.REACHED, card("W").emphasis());
        assertEquals(Pass.UPDATE, card("W").pass());
        assertFalse(card("b").value().equals("0.5"));
        assertTrue(sentence().endsWith("= " + card("b").value() + "."), sentence());
        at.robot.type(KeyCode.LEFT);
        assertEquals("0.5", card("b").value(), "one step back it has not moved yet");
    }

    /// The three numbers add up: after = before − 0.5 · gradient.
    @Test
    void the_inspector_shows_rule_numbers_and_result() throws Exception {
        at.open(SGD);
        at.prefer(p -> p.withDigits(12));
        at.dispatch(new Action.ToEnd());
        List<String> texts = inspector();
        assertEquals("UPDATE — SGD", texts.getFirst());
        String rule = "b \\leftarrow b - \\alpha \\cdot \\frac{\\partial L}{\\partial b}";
        assertTrue(texts.stream().anyMatch(t -> t.startsWith(rule)), texts::toString);
        assertTrue(texts.contains("\\alpha = 0.5"), texts::toString);
        List<Double> cells =
                at.all(n -> n.getStyleClass().contains("cell-number") && isSeen(n))
                        .map(n -> Double.parseDouble(((Label) n).getText().replace('−', '-')))
                        .toList();
        assertEquals(3, cells.size());
        assertEquals(0.5, cells.getFirst());
        assertEquals(0.5 - 0.5 * cells.get(1), cells.getLast(), 1e-9);
        at.robot.type(KeyCode.LEFT);
        at.pulse();
        assertTrue(inspector().containsAll(List.of("BEFORE", "GRADIENT", "AFTER")));
        assertFalse(inspector().contains("UPSTREAM"));
    }

    private static boolean isSeen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void a_screen_reader_hears_which_update_it_is() throws Exception {
        at.open(SGD);
        at.dispatch(new Action.Go(updates()));
        Node line = at.named(Texts.of("timeline"));
        assertEquals(
                "update · 1 of 2",
                at.on(() -> line.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING)));
        at.dispatch(new Action.Back());
        Object before =
                at.on(() -> line.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING));
        assertTrue(before.toString().startsWith("backward · "), before.toString());
    }

    @Test
    void the_end_of_the_timeline_is_the_last_update() throws Exception {
        at.open(SGD);
        Node line = at.named(Texts.of("timeline"));
        Point2D right = at.on(() -> line.localToScreen(line.getLayoutBounds().getWidth() - 10, 34));
        at.robot.clickOn(right);
        assertEquals(updates() + 1, at.step());
    }

    @Test
    void a_parameter_selected_before_its_update_is_shown_as_the_leaf_it_is() throws Exception {
        at.open(SGD);
        at.dispatch(new Action.Go(2), new Action.Select(OptionalInt.of(at.node("b"))));
        assertEquals("SELECTED", inspector().getFirst());
        at.dispatch(new Action.ToEnd(), new Action.Select(OptionalInt.of(at.node("W"))));
        assertEquals("UPDATE — SGD", inspector().getFirst());
    }

    @Test
    void without_a_train_line_the_last_step_is_the_last_gradient() throws Exception {
        at.open(NET);
        assertEquals(updates(), at.state().steps());
        at.robot.type(KeyCode.P);
        assertEquals(0, at.step());
        at.robot.type(KeyCode.END);
        assertEquals(Pass.FORWARD, card("X").pass());
        assertFalse(inspector().getFirst().startsWith("UPDATE"));
    }
}
