package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.ThemeChoice;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListCell;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The keys step whatever was used before, with the mouse or by keys.
class KeyboardTest {

    private static final String PROGRAM = "x = 1\ny = 4\nz = [1, 2]\nL = x^2 + 2*x*y + sum(z)\n";

    @RegisterExtension final WindowHarness at = new WindowHarness();

    /// Steps on, back, on, and plays; then all is as before.
    private void assertKeysStep(String after) throws Exception {
        at.pulse();
        at.dispatch(new Action.Go(3));
        String focus = after + ", focus on " + at.on(() -> at.stage().getScene().getFocusOwner());
        at.robot.type(KeyCode.RIGHT);
        assertEquals(4, at.step(), () -> "→ after " + focus);
        at.robot.type(KeyCode.LEFT);
        assertEquals(3, at.step(), () -> "← after " + focus);
        at.robot.type(KeyCode.HOME);
        assertEquals(0, at.step(), () -> "Home after " + focus);
        at.robot.type(KeyCode.SPACE);
        assertTrue(at.on(at.window()::isPlaying), () -> "Space after " + focus);
        at.robot.type(KeyCode.SPACE);
        assertFalse(at.on(at.window()::isPlaying), () -> "Space again after " + focus);
        at.dispatch(new Action.Go(0));
    }

    private <T extends Node> T first(Class<T> kind) {
        return at.all(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }

    @Test
    void after_the_menu_is_closed() throws Exception {
        at.open(PROGRAM);
        MenuButton menu = first(MenuButton.class);
        at.robot.clickOn(menu).clickOn(menu);
        assertKeysStep("the menu is opened and closed with the mouse");
        at.robot.clickOn(menu).type(KeyCode.ESCAPE);
        assertKeysStep("the menu is closed by Escape");
        at.robot.clickOn(menu).type(KeyCode.DOWN, 6).type(KeyCode.RIGHT).type(KeyCode.ENTER);
        assertNotEquals(ThemeChoice.SYSTEM, at.state().view().preferences().theme());
        assertKeysStep("a command is chosen in the menu");
        at.on(
                () -> {
                    menu.requestFocus();
                    return true;
                });
        at.robot.type(KeyCode.SPACE).type(KeyCode.ESCAPE);
        assertKeysStep("the menu is opened by Space and closed by Escape");
    }

    @Test
    void after_a_drop_down_is_closed() throws Exception {
        at.open(PROGRAM);
        at.dispatch(new Action.ToEnd());
        List<Node> boxes = at.all(ComboBox.class::isInstance).toList();
        assertEquals(2, boxes.size());
        for (Node box : boxes) {
            at.dispatch(new Action.ToEnd());
            at.robot.clickOn(box).type(KeyCode.DOWN).type(KeyCode.ENTER);
            assertKeysStep("a choice by keys");
            at.dispatch(new Action.ToEnd());
            at.robot.clickOn(box).type(KeyCode.ESCAPE);
            assertKeysStep("a list closed by Escape");
            at.dispatch(new Action.ToEnd());
            at.robot.clickOn(box).clickOn(box);
            assertKeysStep("a list closed with the mouse");
        }
    }

    @Test
    void after_the_palette_is_closed() throws Exception {
        at.open(PROGRAM);
        at.robot.push(KeyCode.CONTROL, KeyCode.K).type(KeyCode.ESCAPE);
        assertKeysStep("Escape");
        at.robot.push(KeyCode.CONTROL, KeyCode.K).write("digits").type(KeyCode.ENTER);
        assertKeysStep("a command of the palette");
        at.robot.push(KeyCode.CONTROL, KeyCode.K).write("zoom");
        at.pulse();
        Node line =
                at.all(n -> n instanceof ListCell<?> c && "Zoom in".equals(c.getAccessibleText()))
                        .findFirst()
                        .orElseThrow();
        at.robot.moveTo(line).press(MouseButton.PRIMARY);
        assertInstanceOf(TextField.class, focus());
        at.robot.release(MouseButton.PRIMARY);
        assertKeysStep("a click in the palette");
        at.robot.push(KeyCode.CONTROL, KeyCode.K).clickOn(at.named(Texts.of("timeline")));
        assertKeysStep("a click beside the palette");
    }

    @Test
    void after_the_reference_is_closed() throws Exception {
        at.open(PROGRAM);
        at.robot.push(KeyCode.F1).type(KeyCode.ESCAPE);
        assertKeysStep("Escape");
        at.robot.push(KeyCode.F1).clickOn(at.named(Texts.of("reference.close")));
        assertKeysStep("its button");
        at.robot.push(KeyCode.F1).push(KeyCode.F1);
        assertKeysStep("its key");
    }

    @Test
    void after_a_button_a_slider_or_a_line_is_clicked() throws Exception {
        at.open(PROGRAM);
        at.dispatch(new Action.ToEnd());
        List<Node> used =
                Stream.of(
                                at.all(n -> n instanceof ToggleButton t && keepsSteps(t)),
                                at.all(Slider.class::isInstance).limit(1),
                                at.all(Hyperlink.class::isInstance).limit(1),
                                Stream.of(
                                        at.named(Texts.of("command.forward")),
                                        at.named(Texts.of("command.fit")),
                                        at.named(Texts.of("command.theme")),
                                        at.one(".badge"),
                                        at.one(".steps"),
                                        at.one(".timeline"),
                                        at.one(".inspector-pane")))
                        .flatMap(s -> s)
                        .toList();
        for (Node node : used) {
            at.robot.clickOn(node);
            assertKeysStep(node.toString());
        }
    }

    private static boolean keepsSteps(ToggleButton button) {
        return Stream.of(
                        "mode.explore",
                        "mode.train",
                        "mode.learn",
                        "detail.layers",
                        "detail.statements",
                        "detail.operations")
                .noneMatch(key -> Texts.of(key).equals(button.getText()));
    }

    @Test
    void after_another_detail_is_chosen() throws Exception {
        at.open(PROGRAM);
        for (String level : List.of("layers", "statements", "operations")) {
            String text = Texts.of("detail." + level);
            at.robot.clickOn(
                    at.all(n -> n instanceof ToggleButton t && t.getText().equals(text))
                            .findFirst()
                            .orElseThrow());
            at.dispatch(new Action.Go(0));
            at.robot.type(KeyCode.RIGHT);
            assertEquals(1, at.step(), level);
            at.robot.type(KeyCode.LEFT);
            assertEquals(0, at.step(), level);
        }
    }

    /// Who goes from control to control by Tab steps on all the way, but where the control uses the
    /// key.
    @Test
    void on_every_control_that_does_not_use_the_key() throws Exception {
        at.open(PROGRAM);
        List<Node> seen = new ArrayList<>();
        at.on(
                () -> {
                    at.named("Menu").requestFocus();
                    return true;
                });
        for (Node now = focus(); !seen.contains(now) && seen.size() < 80; now = focus()) {
            seen.add(now);
            boolean types =
                    now instanceof TextInputControl
                            || now.getStyleClass().contains("editor")
                            || now instanceof Slider;
            if (!types) {
                at.dispatch(new Action.Go(3));
                at.robot.type(KeyCode.RIGHT);
                assertEquals(4, at.step(), now::toString);
                assertEquals(now, focus(), "a step leaves the focus where it is");
            }
            at.robot.type(KeyCode.TAB);
        }
        assertTrue(seen.stream().anyMatch(Button.class::isInstance));
    }

    private Node focus() throws Exception {
        return at.on(() -> at.stage().getScene().getFocusOwner());
    }

    /// Sample 4 has no update: with its menu shown, the command for them is greyed.
    @Test
    void a_command_that_was_greyed_runs_once_it_can() throws Exception {
        at.open("x = 2\nL = x^2\n");
        MenuButton menu = first(MenuButton.class);
        at.robot.clickOn(menu).clickOn("Step");
        assertTrue(
                menu.getItems().stream()
                        .filter(m -> m.getText().equals("Step"))
                        .flatMap(m -> ((Menu) m).getItems().stream())
                        .anyMatch(MenuItem::isDisable));
        at.robot.type(KeyCode.ESCAPE).type(KeyCode.ESCAPE);
        at.dispatch(Action.Type.of("x = 2\nL = x^2\n", TRAINS));
        at.await(() -> !at.state().unread());
        at.robot.type(KeyCode.P);
        assertEquals(at.state().good().orElseThrow().walkthrough().story().updates(), at.step());
    }

    private static final String TRAINS =
            """
            data moons(samples=20, seed=1)
            param W = [0.1, 0.2]
            param b = 0
            yhat = sigmoid(W @ X + b)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.1, batch=4)
            """;

    @ParameterizedTest
    @ValueSource(strings = {"command.export", "command.recent"})
    void after_a_dialog_is_closed(String command) throws Exception {
        at.open(PROGRAM);
        at.robot.push(KeyCode.CONTROL, KeyCode.K).write(Texts.of(command).toLowerCase(Locale.ROOT));
        at.robot.type(KeyCode.ENTER);
        at.robot.type(KeyCode.ESCAPE);
        assertKeysStep(command);
    }
}
