package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What is made large, what the views are called, and how weights begin.
class TrainRoomTest extends TrainingHarness {

    private static final String WRITTEN_OUT = new SampleProgram("16-minibatch-sgd.bs").text();

    private static final String NUMBERS =
            """
            data plane(samples=40, noise=0.1, seed=4)
            yhat = mlp(X, [2, 1], tanh, linear)
            loss L = mean(se(yhat, y))
            train sgd(rate=0.03, batch=8)
            """;

    /// Two ways from the features to the prediction: no layers one after the other.
    private static final String NOT_LAYERED =
            """
            data moons(samples=40, seed=1)
            param W1 = xavier(2, 2, seed=1)
            param W2 = xavier(1, 2, seed=2)
            param W3 = xavier(1, 2, seed=3)
            a1 = tanh(W1 @ X)
            yhat = sigmoid(W2 @ a1 + W3 @ X)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.1, batch=8)
            """;

    private Point2D onScreen(Node node, double x, double y) throws Exception {
        return at.on(
                () -> {
                    Bounds b = node.getLayoutBounds();
                    return node.localToScreen(x * b.getWidth(), y * b.getHeight());
                });
    }

    @Test
    void where_nothing_trains_nothing_can_be_scrolled() throws Exception {
        at.open(WindowHarness.SAMPLE, 1280, 720);
        at.dispatch(new Action.Switch(Mode.TRAIN));
        assertEquals(ScrollPane.ScrollBarPolicy.NEVER, views().getVbarPolicy());
        at.dispatch(new Action.Copy("", NUMBERS));
        at.await(() -> views().getVbarPolicy() == ScrollPane.ScrollBarPolicy.AS_NEEDED);
    }

    private ScrollPane views() {
        return (ScrollPane) at.named(Texts.of("train.views"));
    }

    @Test
    void a_double_click_gives_the_network_all_the_width_and_escape_the_sides_back()
            throws Exception {
        openTrain(NUMBERS);
        awaitPainted();
        Node network = at.one(".network");
        double before = network.getLayoutBounds().getWidth();
        at.robot.doubleClickOn(onScreen(network, 0.02, 0.98));
        at.pulse();
        assertFalse(at.isShown(".side-left"));
        assertTrue(network.getLayoutBounds().getWidth() > before + 500);
        at.robot.type(KeyCode.ESCAPE);
        at.pulse();
        assertTrue(at.isShown(".side-left"));
        assertEquals(before, network.getLayoutBounds().getWidth(), 1);
        at.robot.clickOn(at.named(Texts.of("network.whole")));
        at.pulse();
        assertFalse(at.isShown(".side-left"));
        at.robot.clickOn(at.named(Texts.of("network.sides")));
        at.pulse();
        assertTrue(at.isShown(".side-left"));
    }

    @Test
    void a_double_click_enlarges_a_view_and_another_puts_it_back() throws Exception {
        openTrain(NUMBERS);
        at.robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        awaitSteps(4);
        awaitPainted();
        Node map = at.one(".view-boundary .painted");
        at.robot.doubleClickOn(onScreen(map, 0.02, 0.02));
        at.pulse();
        assertTrue(at.one(".plot-overlay").isVisible());
        assertEquals("FIT", ((Label) at.one(".plot-overlay .heading")).getText());
        at.robot.doubleClickOn(onScreen(map, 0.01, 0.01));
        at.pulse();
        assertFalse(at.one(".plot-overlay").isVisible());
        at.robot.doubleClickOn(at.one(".view-loss .heading"));
        at.pulse();
        assertTrue(at.one(".plot-overlay").isVisible());
        at.robot.type(KeyCode.ESCAPE);
    }

    @Test
    void the_map_is_called_what_it_is() throws Exception {
        openTrain(NUMBERS);
        awaitPainted();
        assertTrue(seen().contains("FIT"));
        assertFalse(seen().contains("DECISION BOUNDARY"));
        type(WRITTEN_OUT);
        awaitFrame(f -> f.snapshot().parameters().get("W1").rows() == 8);
        awaitPainted();
        assertTrue(seen().contains("DECISION BOUNDARY"));
    }

    /// The bar and the sentence say the same of the same moment.
    @Test
    void a_pause_says_what_the_bar_says() throws Exception {
        openTrain(NUMBERS);
        at.robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        awaitSteps(4);
        at.robot.type(KeyCode.RIGHT);
        awaitSteps(5);
        awaitPainted();
        assertEquals(List.of("1", "1/4"), figures().subList(0, 2));
        assertTrue(seen().contains("Paused after epoch 1: batch 2 of 4 comes next"));
    }

    /// A long sentence wraps, and pushes nothing off its sides: its bar needs room for the button
    /// and a few words.
    @Test
    void what_is_said_of_a_pause_asks_for_no_more_width_than_it_needs() throws Exception {
        openTrain(NUMBERS);
        awaitPainted();
        Node bar = at.one(".paused");
        double needs = at.on(() -> bar.minWidth(-1));
        double likes = at.on(() -> bar.prefWidth(-1));
        assertTrue(needs < 300 && needs < likes / 2, needs + " of " + likes);
    }

    @Test
    void a_graph_that_is_not_layered_is_enlarged_and_copied_too() throws Exception {
        openTrain(NOT_LAYERED);
        at.robot.type(KeyCode.RIGHT);
        awaitSteps(1);
        at.await(() -> at.isShown(".live-graph"));
        at.on(
                () -> {
                    Clipboard.getSystemClipboard().clear();
                    return true;
                });
        at.robot.doubleClickOn(onScreen(at.one(".live-graph"), 0.5, 0.5));
        at.pulse();
        assertFalse(at.isShown(".side-left"));
        at.robot.type(KeyCode.ESCAPE);
        at.await(() -> copied());
    }

    /// The graph is painted a moment after the batch: the key is pressed until there is a picture.
    private boolean copied() {
        at.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        return Clipboard.getSystemClipboard().hasImage();
    }

    @Test
    void the_initialiser_of_weights_that_are_written_out_is_chosen() throws Exception {
        openTrain(WRITTEN_OUT);
        ComboBox<?> function = (ComboBox<?>) at.named(Texts.of("init.function"));
        assertEquals("xavier", function.getValue());
        select(function, "normal");
        assertTrue(text().contains("param W1 = normal(8, 2, seed=1)\n"), text());
        assertTrue(text().contains("param b1 = zeros(8, 1)\n"), text());
        assertTrue(text().contains("param W2 = normal(1, 8, seed=2)\n"), text());
        Node deviation =
                at.all(n -> Texts.of("init.std").equals(n.getAccessibleText()))
                        .filter(Node::isFocusTraversable)
                        .findFirst()
                        .orElseThrow();
        at.robot
                .clickOn(deviation)
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("0.25")
                .type(KeyCode.ENTER);
        assertTrue(text().contains("param W2 = normal(1, 8, seed=2, std=0.25)\n"), text());
        at.robot.type(KeyCode.ESCAPE);
        type(WRITTEN_OUT.replace("xavier", "he"));
        assertEquals("he", function.getValue());
        type(WRITTEN_OUT.replace("xavier(1, 8, seed=2)", "he(1, 8, seed=2)"));
        assertEquals(null, function.getValue());
        type(NUMBERS);
        assertTrue(seen().contains(Texts.of("net.drawn")));
        assertFalse(seen().contains(Texts.of("init.function")));
    }

    private void select(ComboBox<?> box, String item) throws Exception {
        at.on(
                () -> {
                    int index = box.getItems().indexOf(item);
                    box.getSelectionModel().select(index);
                    return true;
                });
        at.await(() -> !at.state().unread());
    }
}
