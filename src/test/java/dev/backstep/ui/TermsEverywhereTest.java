package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.glossary.Glossary;
import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.session.Action;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.LessonSource;
import dev.backstep.session.Mode;
import dev.backstep.ui.calculus.Topic;
import dev.backstep.ui.kit.Clicks;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever says a term of the glossary explains it: heads of tables, tabs, labels, sentences.
class TermsEverywhereTest {

    private static final List<PseudoClass> MARKS =
            List.of(PseudoClass.getPseudoClass("term"), PseudoClass.getPseudoClass("term-within"));

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private Optional<Parent> card() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Popup && w.isShowing())
                .map(w -> w.getScene().getRoot())
                .filter(root -> root.lookup(".term-card") != null)
                .findFirst();
    }

    private String title() throws Exception {
        return at.on(() -> WindowHarness.texts(card().orElseThrow()).getFirst());
    }

    private static Stream<Node> seen(Node node) {
        if (!node.isVisible() || node instanceof TextInputControl || node instanceof CodeArea) {
            return Stream.empty();
        }
        return node instanceof Parent p && !(node instanceof Labeled)
                ? p.getChildrenUnmodifiable().stream().flatMap(TermsEverywhereTest::seen)
                : Stream.of(node);
    }

    private static boolean isTerm(Node node) {
        String said =
                node instanceof Labeled l ? l.getText() : node instanceof Text t ? t.getText() : "";
        return said != null && !Glossary.in(Texts.spoken()).find(said).isEmpty();
    }

    private static boolean isMarked(Node node) {
        return node.getPseudoClassStates().stream().anyMatch(MARKS::contains) || isPressed(node);
    }

    /// A click on it does something else: turns a switch, closes a notice.
    private static boolean isPressed(Node node) {
        return Stream.iterate(node, n -> n != null, Node::getParent).anyMatch(Clicks::areUsed);
    }

    private List<String> unmarked() throws Exception {
        return at.on(
                () ->
                        seen(at.stage().getScene().getRoot())
                                .filter(n -> isTerm(n) && !isMarked(n))
                                .map(n -> n.getParent().getStyleClass() + " " + n)
                                .toList());
    }

    /// Marks come a moment after the words.
    private void assertMarked(String where) throws Exception {
        long end = System.nanoTime() + 5_000_000_000L;
        while (!unmarked().isEmpty() && System.nanoTime() < end) {
            at.pulse();
        }
        assertEquals(List.of(), unmarked(), where);
    }

    private void speak(LanguageChoice language) throws Exception {
        at.prefer(p -> p.withLanguage(language));
        at.pulse();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "CHINESE"})
    void the_window_with_a_graph(LanguageChoice language) throws Exception {
        at.open(new SampleProgram("13-mlp-3-layers.bs").text());
        speak(language);
        at.await(() -> at.one(".badge").isVisible());
        int steps = at.state().steps();
        for (int step : new int[] {0, steps / 2, steps / 2 + 2, steps - 1}) {
            at.dispatch(new Action.Go(step));
            assertMarked("step " + step);
        }
        for (Topic topic : Topic.values()) {
            at.on(
                    () -> {
                        at.window().explore().openSheet(topic);
                        return true;
                    });
            at.pulse();
            assertMarked(topic.name());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "CHINESE"})
    void the_window_with_a_training(LanguageChoice language) throws Exception {
        at.open(new SampleProgram("16-minibatch-sgd.bs").text());
        speak(language);
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.pulse();
        at.robot.push(KeyCode.RIGHT);
        at.pulse();
        assertMarked("training");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "CHINESE"})
    void the_window_with_a_lesson(LanguageChoice language) throws Exception {
        at.open(WindowHarness.SAMPLE);
        speak(language);
        at.on(
                () -> {
                    at.window().lessons().open(new LessonSource.Bundled("lecture-3"));
                    return true;
                });
        at.await(() -> at.state().lesson().filter(l -> l.current().isPresent()).isPresent());
        at.pulse();
        assertMarked("lesson");
    }

    private Node labelled(String text) {
        return at.all(n -> n instanceof Labeled l && text.equals(l.getText()))
                .findFirst()
                .orElseThrow();
    }

    private Point2D middle(Node node) throws Exception {
        Bounds where = at.on(() -> node.localToScreen(node.getLayoutBounds()));
        return new Point2D(where.getCenterX(), where.getCenterY());
    }

    /// The other mouse button, or Shift+F1, so that the tab goes on being a tab.
    @Test
    void a_tab_is_explained_and_still_opens_its_sheet() throws Exception {
        at.open(new SampleProgram("07-jacobian.bs").text());
        at.on(
                () -> {
                    at.window().explore().openSheet(Topic.MODES);
                    return true;
                });
        at.pulse();
        ToggleButton tab = (ToggleButton) labelled("Jacobian");
        at.robot.clickOn(middle(tab), MouseButton.SECONDARY);
        at.pulse();
        assertEquals("Jacobian", title());
        assertFalse(tab.isSelected());
        at.robot.push(KeyCode.ESCAPE);
        at.robot.clickOn(middle(tab));
        at.pulse();
        assertTrue(tab.isSelected());
        assertEquals(Optional.empty(), at.on(this::card));
        at.on(
                () -> {
                    tab.requestFocus();
                    return true;
                });
        at.robot.push(KeyCode.SHIFT, KeyCode.F1);
        at.pulse();
        assertEquals("Jacobian", title());
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "CHINESE"})
    void a_field_of_the_training_is_explained_by_its_label_and_by_the_keyboard(
            LanguageChoice language) throws Exception {
        at.open(new SampleProgram("16-minibatch-sgd.bs").text());
        speak(language);
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.pulse();
        String name = Texts.of("train.key.rate");
        Label label = (Label) labelled(name);
        at.robot.clickOn(middle(label));
        at.pulse();
        String told = Texts.of(GlossaryTerm.LEARNING_RATE.title());
        assertEquals(told, title());
        at.robot.push(KeyCode.ESCAPE);
        at.on(
                () -> {
                    label.getLabelFor().requestFocus();
                    return true;
                });
        at.robot.push(KeyCode.SHIFT, KeyCode.F1);
        at.pulse();
        assertEquals(told, title());
    }

    /// In the badge only the words of the term are marked, and Tab comes to them.
    @Test
    void the_numeric_check_is_explained() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.await(() -> at.one(".badge").getStyleClass().contains("good"));
        Text words =
                (Text)
                        WindowHarness.below(at.one(".badge"))
                                .filter(n -> n instanceof Text t && t.getText().startsWith("numer"))
                                .findFirst()
                                .orElseThrow();
        at.on(
                () -> {
                    words.requestFocus();
                    return true;
                });
        at.robot.push(KeyCode.ENTER);
        at.pulse();
        assertEquals("finite differences", title());
    }

    @Test
    void the_legend_of_the_graph_is_explained() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.clickOn(middle(labelled("∂L/∂·")));
        at.pulse();
        assertEquals("gradient", title());
    }

    /// With the keyboard everything that can be read: the terms of the window come first, and each
    /// row opens its card.
    @Test
    void what_stands_in_the_window_comes_first_in_the_glossary() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Go(6), new Action.Select(OptionalInt.empty()));
        at.pulse();
        at.robot.push(KeyCode.SHIFT, KeyCode.F1);
        at.pulse();
        List<String> rows = at.on(() -> WindowHarness.texts(at.one(".reference-page")));
        int all = rows.indexOf("GLOSSARY");
        List<String> seen = rows.subList(0, all);
        assertTrue(seen.contains("downstream gradient"), seen::toString);
        assertFalse(seen.contains("epoch"), seen::toString);
        assertTrue(rows.subList(all, rows.size()).contains("epoch"), rows::toString);
        at.robot.push(KeyCode.TAB).push(KeyCode.TAB);
        at.robot.push(KeyCode.TAB);
        at.robot.push(KeyCode.ENTER);
        at.pulse();
        assertTrue(seen.contains(title()), title());
    }

    /// A control says below its own tooltip what its first term means.
    @Test
    void a_tooltip_tells_the_meaning() throws Exception {
        at.open(new SampleProgram("16-minibatch-sgd.bs").text());
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.pulse();
        Node label = labelled("batch size");
        assertEquals(
                Optional.of(Texts.of("tip.train.key.batch")),
                at.on(() -> Tips.of(label.getParent())));
        String told = at.on(() -> Tips.told(label.getParent()));
        assertTrue(told.contains(Texts.of(GlossaryTerm.MINI_BATCH.meaning())), told);
    }
}
