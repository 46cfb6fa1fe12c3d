package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.train.Layer;
import java.util.List;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The views of a training: earlier runs, curves, large pictures.
class TrainViewsTest {

    private static final String PROGRAM =
            """
            data moons(samples=40, noise=0.1, seed=42)
            yhat = mlp(X, [2, 1], tanh, sigmoid, seed=1)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.03, batch=20)
            """;

    private static final String THREE =
            """
            data points([0, 0, 1, 0; 1, 0, 2, 1; 0, 1, 3, 1; 1, 1, 4, 0])
            yhat = mlp(X, [2, 1], tanh, sigmoid, seed=1)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.03, batch=4)
            """;

    @RegisterExtension final WindowHarness window = new WindowHarness();

    /// Opens it in Train and trains an epoch.
    private void train() throws Exception {
        window.open(PROGRAM);
        window.dispatch(new Action.Switch(Mode.TRAIN));
        epoch();
    }

    private void epoch() throws Exception {
        String before = epochs();
        window.robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        window.await(() -> !epochs().equals(before) && !epochs().equals("0"));
    }

    /// What the bar says of the epochs that are complete.
    private String epochs() {
        return ((Label) window.one(".figure")).getText();
    }

    private Set<Node> rows() {
        return window.stage().getScene().getRoot().lookupAll(".run-name");
    }

    private void reset() throws Exception {
        int before = rows().size();
        window.robot.type(KeyCode.R);
        window.await(() -> rows().size() == before + 1);
        window.pulse();
    }

    private TextField newest() {
        return (TextField) window.one(".run-name");
    }

    private Point2D middle(String selector) throws Exception {
        return window.on(
                () -> {
                    Node node = window.one(selector);
                    Bounds b = node.localToScreen(node.getLayoutBounds());
                    return new Point2D(b.getCenterX(), b.getCenterY());
                });
    }

    @Test
    void a_run_that_ends_stays_with_what_differed_and_its_settings_come_back() throws Exception {
        train();
        reset();
        assertEquals("run 1", newest().getText());
        window.dispatch(Action.Type.of(PROGRAM, PROGRAM.replace("[2, 1]", "[3, 1]")));
        epoch();
        reset();
        assertEquals("layers 2, 1 → 3, 1", newest().getText());
        assertEquals(2, rows().size());
        window.on(
                () -> {
                    List<Node> back =
                            List.copyOf(
                                    window.stage()
                                            .getScene()
                                            .getRoot()
                                            .lookupAll(".compare-restore"));
                    ((Button) back.getLast()).fire();
                    return true;
                });
        assertEquals(PROGRAM, window.state().document().text());
        window.on(
                () -> {
                    window.session().undo();
                    return true;
                });
        assertTrue(window.state().document().text().contains("[3, 1]"));
    }

    @Test
    void an_earlier_run_is_renamed_hidden_and_forgotten() throws Exception {
        train();
        reset();
        window.on(
                () -> {
                    newest().setText("slow");
                    newest().fireEvent(new ActionEvent());
                    ((ToggleButton) window.one(".compare-hide")).fire();
                    ((ToggleButton) window.one(".compare-pin")).fire();
                    return true;
                });
        assertEquals("slow", newest().getText());
        assertTrue(((ToggleButton) window.one(".compare-hide")).isSelected());
        assertTrue(((ToggleButton) window.one(".compare-pin")).isSelected());
        window.on(
                () -> {
                    ((Button) window.one(".compare-remove")).fire();
                    return true;
                });
        assertEquals(0, rows().size());
    }

    @Test
    void the_pointer_reads_numbers_off_a_curve_and_a_click_goes_back() throws Exception {
        train();
        epoch();
        epoch();
        window.robot.moveTo(middle(".view-loss .painted"));
        window.await(() -> ((Label) window.one(".curve-numbers")).getText().startsWith("epoch "));
        window.robot.clickOn(MouseButton.PRIMARY);
        MenuItem seek =
                window.on(
                        () ->
                                javafx.stage.Window.getWindows().stream()
                                        .filter(w -> w instanceof ContextMenu)
                                        .map(w -> (ContextMenu) w)
                                        .findFirst()
                                        .orElseThrow()
                                        .getItems()
                                        .getFirst());
        int to = Integer.parseInt(seek.getText().replaceAll("\\D", ""));
        window.on(
                () -> {
                    seek.fire();
                    return true;
                });
        window.await(() -> epochs().equals(Integer.toString(to)));
    }

    @Test
    void a_view_is_large_until_escape() throws Exception {
        train();
        Node overlay = window.one(".plot-overlay");
        assertFalse(overlay.isVisible());
        double before = window.one(".view-loss .painted").getLayoutBounds().getWidth();
        window.on(
                () -> {
                    ((Button) window.one(".view-loss .enlarge")).fire();
                    return true;
                });
        window.pulse();
        assertTrue(overlay.isVisible());
        Node large = window.one(".plot-overlay .painted");
        assertTrue(large.getLayoutBounds().getWidth() > 1.5 * before);
        assertEquals("LOSS", ((Labeled) window.one(".plot-overlay .heading")).getText());
        window.robot.type(KeyCode.ESCAPE);
        window.await(() -> !overlay.isVisible());
        assertTrue(window.one(".view-loss .painted").isVisible());
    }

    @Test
    void the_network_goes_to_the_clipboard_by_key() throws Exception {
        train();
        window.on(
                () -> {
                    Clipboard.getSystemClipboard().clear();
                    return true;
                });
        window.robot
                .press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(KeyCode.C)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);
        window.await(() -> Clipboard.getSystemClipboard().hasImage());
        // 960 × 640 with a margin of 24, at twice the size of the screen
        assertEquals(2016.0, window.on(() -> Clipboard.getSystemClipboard().getImage().getWidth()));
    }

    /// The strips lie at the right of their names, the last one at the bottom.
    @Test
    void a_click_on_a_strip_opens_the_batch_at_the_gradient_of_its_layer() throws Exception {
        train();
        window.on(
                () -> {
                    Node strips = window.one(".view-gradients .painted");
                    Bounds b = strips.getLayoutBounds();
                    strips.getOnMouseClicked()
                            .handle(click(strips, b.getWidth() - 20, b.getHeight() - 4));
                    return true;
                });
        window.await(() -> window.state().batch().isPresent());
        int z = window.state().view().selected().orElseThrow();
        assertEquals(
                List.of(z),
                Layer.of(window.state().good().orElseThrow().walkthrough().graph()).stream()
                        .skip(1)
                        .map(Layer::z)
                        .toList());
    }

    /// Three features, x₁ and x₂ at first; if x₂ is chosen to the right, both change places.
    @Test
    void of_more_than_two_features_two_are_chosen() throws Exception {
        window.open(THREE);
        window.dispatch(new Action.Switch(Mode.TRAIN));
        window.await(() -> window.isShown(".axes"));
        List<Node> boxes = List.copyOf(window.one(".axes").lookupAll(".combo-box"));
        window.on(
                () -> {
                    ((ComboBox<?>) boxes.getFirst()).getSelectionModel().select(1);
                    return true;
                });
        assertEquals("x₂", ((ComboBox<?>) boxes.getFirst()).getValue());
        assertEquals("x₁", ((ComboBox<?>) boxes.get(1)).getValue());
    }

    private static MouseEvent click(Node node, double x, double y) {
        return new MouseEvent(
                node,
                node,
                MouseEvent.MOUSE_CLICKED,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }
}
