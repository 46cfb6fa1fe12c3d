package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.Preferences;
import dev.backstep.session.ThemeChoice;
import dev.backstep.ui.graph.Spots;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The settings, as a person changes them.
class SettingsTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private void open() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.press(KeyCode.CONTROL, KeyCode.COMMA).release(KeyCode.COMMA, KeyCode.CONTROL);
        at.await(() -> dialogs().size() == 1);
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Stage s && s.getOwner() == at.stage())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T control(String id) {
        return (T) dialogs().getFirst().getScene().lookup("#" + id);
    }

    private Preferences preferences() {
        return at.state().view().preferences();
    }

    @Test
    void every_control_acts_at_once_and_usual_settings_bring_all_back() throws Exception {
        open();
        at.on(
                () -> {
                    this.<ComboBox<ThemeChoice>>control("theme").setValue(ThemeChoice.DARK);
                    this.<Spinner<Integer>>control("digits").getValueFactory().setValue(7);
                    this.<CheckBox>control("literals").fire();
                    this.<CheckBox>control("motion").fire();
                    this.<Slider>control("textSize").setValue(1.5);
                    return true;
                });
        Preferences set =
                new Preferences(LanguageChoice.ENGLISH, ThemeChoice.DARK, 7, true, 1.5, true);
        assertEquals(set, preferences());
        at.on(
                () -> {
                    this.<Button>control("usual").fire();
                    return true;
                });
        assertEquals(Preferences.START, preferences());
    }

    @Test
    void another_language_is_spoken_at_once_in_the_window_and_in_the_settings() throws Exception {
        open();
        assertFalse(WindowHarness.texts(at.stage().getScene().getRoot()).contains("步骤"));
        at.prefer(p -> p.withLanguage(LanguageChoice.CHINESE));
        at.await(() -> WindowHarness.texts(at.stage().getScene().getRoot()).contains("步骤"));
        at.on(
                () -> {
                    List<String> dialog =
                            WindowHarness.texts(dialogs().getFirst().getScene().getRoot());
                    assertTrue(dialog.contains("语言"), dialog::toString);
                    return true;
                });
        at.prefer(p -> p.withLanguage(LanguageChoice.ENGLISH));
        at.await(() -> WindowHarness.texts(at.stage().getScene().getRoot()).contains("STEPS"));
    }

    @Test
    void after_a_change_of_language_keys_still_step() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.prefer(p -> p.withLanguage(LanguageChoice.CHINESE));
        at.await(() -> WindowHarness.texts(at.stage().getScene().getRoot()).contains("步骤"));
        at.robot.type(KeyCode.RIGHT);
        at.await(() -> at.step() == 1);
    }

    @Test
    void each_label_belongs_to_its_control() throws Exception {
        open();
        List<Label> labels =
                at.on(
                        () ->
                                WindowHarness.below(dialogs().getFirst().getScene().getRoot())
                                        .filter(
                                                n ->
                                                        n instanceof Label l
                                                                && l.getLabelFor() != null)
                                        .map(Label.class::cast)
                                        .toList());
        for (String id : List.of("language", "theme", "textSize", "digits")) {
            Node control = control(id);
            assertEquals(
                    List.of(control.getAccessibleText()),
                    labels.stream()
                            .filter(l -> l.getLabelFor() == control)
                            .map(Label::getText)
                            .toList());
        }
    }

    @Test
    void with_larger_text_the_graph_is_fitted_anew() throws Exception {
        at.open(WindowHarness.SAMPLE);
        for (double size : new double[] {1.5, 2, 1}) {
            at.prefer(p -> p.withTextSize(size));
            at.pulse();
            at.on(
                    () -> {
                        for (var card : at.graph().diagram().orElseThrow().cards()) {
                            Box box = card.box();
                            var pane = at.graph().getLayoutBounds();
                            Point end = new Point(box.right(), box.bottom());
                            assertTrue(
                                    pane.contains(
                                                    Spots.pane(
                                                            at.graph(),
                                                            new Point(box.x(), box.y())))
                                            && pane.contains(Spots.pane(at.graph(), end)),
                                    () -> card + " at size " + size);
                        }
                        return true;
                    });
        }
    }

    @Test
    void larger_text_leaves_everything_inside_the_window() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.prefer(p -> p.withTextSize(2));
        at.pulse();
        at.on(
                () -> {
                    var scene = at.stage().getScene();
                    Node transport = at.one(".transport");
                    var box = transport.localToScene(transport.getLayoutBounds());
                    assertTrue(box.getMaxY() <= scene.getHeight() + 0.5, box::toString);
                    assertTrue(box.getMaxX() <= scene.getWidth() + 0.5, box::toString);
                    return true;
                });
    }
}
