package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Point;
import dev.backstep.session.Action;
import dev.backstep.ui.graph.Spots;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Opening and folding a group in the window, by the mouse and by keys.
class FoldingTest {

    private static final String NET =
            """
            X = normal(2, 4, seed=1)
            a = mlp(X, [3, 3, 3, 1], tanh, sigmoid)
            loss L = mean(a^2)
            """;

    /// Lines of several operations, whose inner ones have no card once they are folded.
    private static final String LINES =
            """
            x = 0.5
            z = 2
            v = tanh(x - z)
            L = v*x + sin(v)
            """;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private Detail detail() {
        return at.state().good().orElseThrow().detail();
    }

    private Optional<Diagram.GroupFrame> frame(String name) {
        return at.graph().diagram().orElseThrow().frames().stream()
                .filter(f -> f.name().equals(name))
                .findFirst();
    }

    private void open(Detail.Level level) throws Exception {
        at.open(NET);
        at.dispatch(new Action.Draw(Optional.of(Detail.of(level))));
        awaitLayout();
    }

    private void awaitLayout() throws Exception {
        at.await(() -> at.graph().arrangement().isPresent());
        at.pulse();
    }

    private Point2D screen(Point picture) throws Exception {
        return at.on(() -> at.graph().localToScreen(Spots.pane(at.graph(), picture)));
    }

    private Point2D corner(Box box) throws Exception {
        return screen(new Point(box.x(), box.y()));
    }

    private Box card(String name) {
        return at.graph().diagram().orElseThrow().card(at.node(name)).orElseThrow().box();
    }

    private void openLines() throws Exception {
        at.open(LINES);
        at.dispatch(new Action.Draw(Optional.of(Detail.of(Detail.Level.STATEMENTS))));
        awaitLayout();
    }

    /// The inspector names what is drawn: a line, never an operation inside of it.
    @Test
    void the_inspector_names_the_line_that_hands_a_gradient_on() throws Exception {
        openLines();
        at.dispatch(new Action.ToEnd());
        at.pulse();
        List<String> told = at.on(() -> WindowHarness.texts(at.one(".inspector-pane")));
        assertTrue(told.contains("edge v → x"), told.toString());
        assertTrue(told.contains("edge v → z"), told.toString());
        assertTrue(told.contains("through v:"), told.toString());
        assertTrue(told.contains("through L:"), told.toString());
    }

    /// Shift and an arrow go from a folded line to its operand, and back.
    @Test
    void the_keys_walk_from_a_folded_line_to_its_operand_and_back() throws Exception {
        openLines();
        at.dispatch(new Action.Select(OptionalInt.of(at.node("L"))));
        at.robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        assertEquals(OptionalInt.of(at.node("v")), at.state().view().selected());
        at.robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(OptionalInt.of(at.node("L")), at.state().view().selected());
    }

    /// The card of a layer stays where it is when it becomes a frame, and the frame when it becomes
    /// a card: to the pixel, unless it would be out of sight.
    @Test
    void a_double_click_opens_a_card_and_another_on_the_title_folds_it() throws Exception {
        open(Detail.Level.LAYERS);
        at.robot.doubleClickOn(at.card("a2"));
        awaitLayout();
        assertEquals(Set.of("Layer 2"), detail().opened());
        Box frame = frame("Layer 2").orElseThrow().box();
        assertTrue(at.graph().getLayoutBounds().contains(local(corner(frame))));
        Point2D title = screen(new Point(frame.x() + 40, frame.y() + 12));
        at.robot.moveTo(title);
        assertEquals(Cursor.HAND, at.graph().getCursor());
        Label tip = (Label) at.one(".graph .tooltip");
        assertTrue(tip.isVisible() && tip.getText().contains("Layer 2"), tip.getText());
        at.robot.doubleClickOn(title);
        awaitLayout();
        assertEquals(Set.of("Layer 2"), detail().folded());
        assertTrue(frame("Layer 2").isEmpty());
        assertFalse(tip.isVisible());
    }

    private Point2D local(Point2D screen) throws Exception {
        return at.on(() -> at.graph().screenToLocal(screen));
    }

    /// Zoomed in by hand, nothing is fitted again: the upper left corner is just where it was.
    @Test
    void what_is_toggled_by_a_key_stays_where_it_is() throws Exception {
        open(Detail.Level.LAYERS);
        at.dispatch(new Action.Select(OptionalInt.of(at.node("a2"))));
        at.on(
                () -> {
                    at.graph().zoom(0.8);
                    return true;
                });
        at.pulse();
        Point2D before = corner(card("a2"));
        at.robot.push(KeyCode.O);
        awaitLayout();
        assertEquals(Set.of("Layer 2"), detail().opened());
        Point2D opened = corner(frame("Layer 2").orElseThrow().box());
        assertEquals(0, opened.distance(before), 1, before + " to " + opened);
        at.dispatch(new Action.Select(OptionalInt.of(at.node("a2"))));
        at.robot.push(KeyCode.C);
        awaitLayout();
        assertEquals(Set.of("Layer 2"), detail().folded());
        Point2D folded = corner(card("a2"));
        assertEquals(0, folded.distance(opened), 1, opened + " to " + folded);
    }

    /// A matrix opens by itself: its frame stands where its card stood, its numbers have cards, and
    /// a double click on a number goes to its step.
    @Test
    void a_double_click_opens_a_matrix_into_its_numbers() throws Exception {
        at.open("x = [1, 2]\ny = x^2\na1 = tanh(y)\nL = sum(a1^2)");
        at.dispatch(new Action.Draw(Optional.of(Detail.OPERATIONS)));
        awaitLayout();
        at.dispatch(new Action.Select(OptionalInt.of(at.node("a1"))));
        at.on(
                () -> {
                    at.graph().zoom(0.5);
                    return true;
                });
        at.pulse();
        Point2D before = corner(card("a1"));
        at.robot.doubleClickOn(at.card("a1"));
        awaitOpened();
        assertEquals(Set.of("a1[:]"), detail().opened());
        Box frame = frame("a1[:]").orElseThrow().box();
        Point2D opened = corner(frame);
        assertEquals(0, opened.distance(before), 1);
        assertTrue(at.state().good().orElseThrow().walkthrough().drawn().vertexSet().size() > 8);
        at.dispatch(new Action.Select(OptionalInt.of(cell("a1"))));
        at.robot.push(KeyCode.C);
        awaitLayout();
        assertEquals(Set.of("a1[:]"), detail().folded());
        assertTrue(at.state().good().orElseThrow().opened().isEmpty());
        assertEquals(0, corner(card("a1")).distance(opened), 1);
    }

    private int cell(String name) {
        return at.state().good().orElseThrow().shown(at.node(name)).getFirst();
    }

    private void awaitOpened() throws Exception {
        at.await(() -> at.state().good().filter(g -> g.opened().isPresent()).isPresent());
        awaitLayout();
    }

    /// 128·784 products: the pointer, and the notice of the key, say how many numbers it would be.
    @Test
    void a_matrix_of_too_many_numbers_says_so() throws Exception {
        at.open("param W = ones(128, 784)\nX = ones(784, 1)\nZ = W @ X\nL = sum(Z)");
        at.dispatch(new Action.Draw(Optional.of(Detail.OPERATIONS)));
        awaitLayout();
        at.robot.doubleClickOn(at.card("Z"));
        at.pulse();
        Label tip = (Label) at.one(".graph .tooltip");
        assertTrue(tip.isVisible() && tip.getText().contains("20,000"), tip.getText());
        at.dispatch(new Action.Select(OptionalInt.of(at.node("Z"))));
        at.robot.push(KeyCode.O);
        List<String> told = at.on(() -> WindowHarness.texts(at.one(".graph-bar")));
        assertTrue(told.stream().anyMatch(t -> t.contains("20,000")), told.toString());
        assertEquals(Set.of(), detail().opened());
    }
}
