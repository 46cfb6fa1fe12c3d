package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import dev.backstep.graph.Mistake;
import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import dev.backstep.train.Frame;
import dev.backstep.ui.calculus.Topic;
import dev.backstep.ui.mistake.MistakePill;
import dev.backstep.ui.mistake.MistakeSwitches;
import dev.backstep.ui.train.Seen;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A mistake switched on in the window: said above the picture, found by the check, edited in the
/// text; and pictures of it in `target/gallery`.
class MistakesInWindowTest {

    private static final String FORK =
            """
            x = 1
            y = 4
            b = 2*x
            a = x^2
            c = b*y
            L = a + c
            """;

    private static final String NET =
            """
            data circle(samples=120, noise=0.1, seed=1)
            yhat = mlp(X, [6, 6, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.3, batch=12)
            """;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private final Shots shots = new Shots(at);

    private String said() {
        return at.all(MistakePill.class::isInstance)
                .map(MistakePill.class::cast)
                .findFirst()
                .orElseThrow()
                .said();
    }

    private static Action on(Mistake mistake) {
        return new Action.SetMistake(Optional.of(mistake));
    }

    @Test
    void a_mistake_is_said_checked_and_undone() throws Exception {
        at.open(FORK);
        assertEquals("", said());
        at.dispatch(on(Mistake.OVERWRITE));
        assertEquals(FORK + "set mistake = overwrite\n", at.state().document().text());
        at.await(
                () ->
                        said().equals(
                                        "mistake on: = for += · 1 of 2 gradients is off:"
                                                + " ∂L/∂x would be 10, with it 8"));
        at.await(
                () ->
                        at.one(".badge")
                                .getAccessibleText()
                                .equals(
                                        "✕ ∂L/∂x = 8, finite differences say 10\n"
                                                + "1 of 2 gradients is off: switch the mistake off"));
        at.dispatch(on(Mistake.SIGN));
        assertEquals(FORK + "set mistake = sign\n", at.state().document().text());
        at.dispatch(new Action.SetMistake(Optional.empty()));
        assertEquals(FORK, at.state().document().text());
        at.await(() -> said().isEmpty());
    }

    /// x = 8 with the mistake; what calculus says is 2 + 8 = 10, on the sheet and beside the steps.
    @Test
    void the_mathematics_is_right_whatever_mistake_is_on() throws Exception {
        at.open(FORK + "set mistake = overwrite\n");
        at.dispatch(new Action.ToEnd());
        List<String> inspector = at.on(() -> WindowHarness.texts(at.one(".inspector")));
        assertTrue(
                inspector.contains("The right numbers, without the mistake that is on:"),
                inspector.toString());
        for (Topic topic : new Topic[] {Topic.PATHS, Topic.MODES, Topic.JACOBIAN}) {
            at.on(
                    () -> {
                        at.window().explore().openSheet(topic);
                        return true;
                    });
            at.pulse();
            List<String> told = at.on(() -> WindowHarness.texts(at.one(".calculus-sheet")));
            assertTrue(
                    told.contains(
                            "A mistake is switched on. All numbers here are right: they are those"
                                    + " of backprop without it."),
                    told.toString());
            assertTrue(
                    topic == Topic.JACOBIAN
                            || told.contains("\\frac{\\partial L}{\\partial x} = 10")
                            || told.contains("10"),
                    told.toString());
        }
    }

    @Test
    void the_menu_shows_which_one_is_on() throws Exception {
        at.open(FORK);
        at.dispatch(on(Mistake.NO_MEAN));
        MenuButton menu = (MenuButton) at.one(".menu-button.icon-only");
        assertEquals(
                1,
                at.on(
                        () -> {
                            var mistakes =
                                    menu.getItems().stream()
                                            .filter(i -> i.getText().equals("Mistakes"))
                                            .map(i -> (Menu) i)
                                            .findFirst()
                                            .orElseThrow();
                            mistakes.getOnShowing().handle(null);
                            return (int)
                                    mistakes.getItems().stream()
                                            .map(i -> (RadioMenuItem) i)
                                            .filter(RadioMenuItem::isSelected)
                                            .filter(i -> i.getText().startsWith("no 1/n: "))
                                            .count();
                        }));
    }

    @Test
    void a_switch_edits_the_program() throws Exception {
        at.open(FORK);
        at.on(
                () -> {
                    MistakeSwitches switches = new MistakeSwitches(at.session()::dispatch);
                    switches.show(at.state());
                    ToggleSwitch sign = (ToggleSwitch) switches.lookup("#mistake-sign");
                    sign.setSelected(true);
                    assertEquals(FORK + "set mistake = sign\n", at.state().document().text());
                    switches.show(at.state());
                    ToggleSwitch mean = (ToggleSwitch) switches.lookup("#mistake-no_mean");
                    mean.setSelected(true);
                    assertEquals(FORK + "set mistake = no_mean\n", at.state().document().text());
                    switches.show(at.state());
                    assertFalse(sign.isSelected());
                    mean.setSelected(false);
                    assertEquals(FORK, at.state().document().text());
                    return true;
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void pictures(ThemeChoice colours) throws Exception {
        shots.in(colours);
        at.open(State.of(Optional.empty(), FORK + "set mistake = overwrite\n"), 1440, 900);
        at.prefer(p -> p.withTheme(colours));
        at.dispatch(new Action.ToEnd());
        at.await(() -> at.one(".badge").getStyleClass().contains("bad"));
        shots.take("mistake-overwrite");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void a_training_beside_the_right_one(ThemeChoice colours) throws Exception {
        shots.in(colours);
        at.open(State.of(Optional.empty(), NET + "set mistake = no_slope\n"), 1440, 900);
        at.prefer(p -> p.withTheme(colours));
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.on(
                () -> {
                    at.window().training().epochs(30);
                    return true;
                });
        at.await(() -> frame().filter(f -> f.isMeasuredNow() && epoch(f) == 30).isPresent());
        at.await(() -> Seen.isPainted(at.stage().getScene(), frame().orElseThrow()));
        at.await(() -> pills().anyMatch(p -> p.said().contains("after 30 epochs the loss is")));
        shots.take("mistake-training");
    }

    private Stream<MistakePill> pills() {
        return at.stage().getScene().getRoot().lookupAll(".mistake-pill").stream()
                .map(n -> (MistakePill) n.getParent());
    }

    private Optional<Frame> frame() {
        return Seen.frame(at.window().training());
    }

    private static int epoch(Frame f) {
        return f.snapshot().epoch();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_switches(ThemeChoice colours) throws Exception {
        shots.in(colours);
        at.open(State.of(Optional.empty(), FORK + "set mistake = overwrite\n"), 900, 600);
        at.prefer(p -> p.withTheme(colours));
        Stage stage =
                at.on(
                        () -> {
                            MistakeSwitches pane = new MistakeSwitches(_ -> {});
                            pane.show(at.state());
                            StackPane root = new StackPane(pane);
                            root.getStyleClass().addAll("root", "side");
                            root.setStyle("-fx-padding: 20px;");
                            Stage own = new Stage();
                            Scene scene = new Scene(root, 400, 330);
                            scene.getStylesheets().setAll(at.stage().getScene().getStylesheets());
                            scene.setUserAgentStylesheet(
                                    at.stage().getScene().getUserAgentStylesheet());
                            own.setScene(scene);
                            own.show();
                            return own;
                        });
        shots.take("mistake-switches", stage.getScene());
        at.on(
                () -> {
                    stage.close();
                    return null;
                });
    }
}
