package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.ui.train.Seen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The window for those who have only keys, or who hear it.
class AccessTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private static final List<String> AREAS =
            List.of(
                    "top-bar",
                    "editor",
                    "leaf-row",
                    "steps",
                    "detail-bar",
                    "zoom-bar",
                    "graph",
                    "inspector-pane",
                    "transport");

    private static final List<String> TRAINING =
            List.of("top-bar", "side-left", "centre", "side-right", "transport");

    private Node focus() throws Exception {
        return at.on(() -> at.stage().getScene().getFocusOwner());
    }

    /// The part of the window that a node is in.
    private static String area(Node node) {
        return area(node, AREAS);
    }

    private static String area(Node node, List<String> areas) {
        for (Node n = node; n != null; n = n.getParent()) {
            for (String area : areas) {
                if (n.getStyleClass().contains(area)) {
                    return area;
                }
            }
        }
        return node.toString();
    }

    private static String name(Node node) {
        String text = node instanceof Labeled labeled ? labeled.getText() : null;
        return Objects.requireNonNullElse(
                node.getAccessibleText(), Objects.requireNonNullElse(text, ""));
    }

    @Test
    void tab_goes_through_the_whole_window_from_the_top_left_to_the_bottom_right()
            throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.on(
                () -> {
                    at.named("Menu").requestFocus();
                    return true;
                });
        List<String> areas = new ArrayList<>();
        List<Node> seen = new ArrayList<>();
        for (Node now = focus(); !seen.contains(now) && seen.size() < 60; now = focus()) {
            seen.add(now);
            if (areas.isEmpty() || !areas.getLast().equals(area(now))) {
                areas.add(area(now));
            }
            at.robot.type(KeyCode.TAB);
        }
        assertEquals(AREAS, areas);
        assertTrue(seen.stream().anyMatch(n -> n.getStyleClass().contains("timeline")));
        assertEquals(WindowHarness.SAMPLE, at.state().document().text());
    }

    /// What a reader hears of the control with the focus.
    private String heard(AccessibleAttribute what) throws Exception {
        return at.on(
                () -> {
                    Object said =
                            at.stage().getScene().getFocusOwner().queryAccessibleAttribute(what);
                    return said == null ? "" : said.toString();
                });
    }

    @Test
    void the_step_is_announced() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.type(KeyCode.RIGHT);
        assertEquals(
                "FORWARD · 2 of 4. b is 2 times x: 2 · 1 = 2.", heard(AccessibleAttribute.TEXT));
        at.robot.type(KeyCode.END);
        assertTrue(heard(AccessibleAttribute.TEXT).startsWith("BACKWARD · 5 of 5. "));
        at.robot.push(KeyCode.F5);
        at.robot.type(KeyCode.HOME);
        assertTrue(heard(AccessibleAttribute.TEXT).startsWith("FORWARD · 1 of 4. "));
    }

    /// When the typing pauses, to who is still in the text.
    @Test
    void an_error_is_announced_where_one_types() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.push(KeyCode.CONTROL, KeyCode.L);
        at.robot.push(KeyCode.CONTROL, KeyCode.END);
        at.robot.write("M = L + q");
        at.await(() -> !heard(AccessibleAttribute.HELP).isEmpty());
        assertEquals("6:9: unknown name q (did you mean x?)", heard(AccessibleAttribute.HELP));
        at.robot.type(KeyCode.ESCAPE);
        assertEquals("", heard(AccessibleAttribute.HELP), "the graph has no error");
    }

    @Test
    void what_the_window_tells_is_announced() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.on(
                () -> {
                    at.window().notices().refuse("no such file");
                    return true;
                });
        assertEquals("no such file", heard(AccessibleAttribute.HELP));
    }

    /// Nothing that can be acted on is left out, whatever the size of text.
    @Test
    void tab_reaches_every_control() throws Exception {
        at.open(WindowHarness.SAMPLE);
        assertEquals(List.of(), missed());
        at.prefer(p -> p.withTextSize(1.3));
        assertEquals(List.of(), missed());
    }

    private List<String> missed() throws Exception {
        at.on(
                () -> {
                    at.named("Menu").requestFocus();
                    return true;
                });
        Set<Node> seen = new HashSet<>();
        for (Node now = focus(); seen.add(now); now = focus()) {
            at.robot.type(KeyCode.TAB);
        }
        return at.on(
                () ->
                        at.all(n -> n instanceof ButtonBase || n.isFocusTraversable())
                                .filter(n -> n.isFocusTraversable() && !n.isDisabled())
                                .filter(AccessTest::isSeen)
                                .filter(n -> !seen.contains(n))
                                .map(n -> n.getClass().getSimpleName() + " " + name(n))
                                .toList());
    }

    @Test
    void every_control_of_a_presentation_has_a_name_and_is_reached() throws Exception {
        at.open(WindowHarness.SAMPLE, 960, 640);
        at.robot.push(KeyCode.F5);
        at.robot.type(KeyCode.V);
        assertNamed();
        List<Node> seen = new ArrayList<>();
        for (Node now = focus(); !seen.contains(now) && seen.size() < 20; now = focus()) {
            seen.add(now);
            at.robot.type(KeyCode.TAB);
        }
        for (String wanted : List.of("graph", "timeline", "slider", "number-field")) {
            assertTrue(
                    seen.stream().anyMatch(n -> n.getStyleClass().contains(wanted)),
                    () -> wanted + " among " + seen);
        }
    }

    @Test
    void every_control_has_a_name() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.ToEnd());
        at.robot.push(KeyCode.F1);
        assertNamed();
    }

    /// From the data set to the pace: no area comes twice.
    @Test
    void tab_goes_through_all_of_a_training() throws Exception {
        train();
        at.on(
                () -> {
                    at.named("Menu").requestFocus();
                    return true;
                });
        List<Node> seen = new ArrayList<>();
        List<String> areas = new ArrayList<>();
        for (Node now = focus(); !seen.contains(now) && seen.size() < 90; now = focus()) {
            seen.add(now);
            String area = area(now, TRAINING);
            if (areas.isEmpty() || !areas.getLast().equals(area)) {
                areas.add(area);
            }
            at.robot.type(KeyCode.TAB);
        }
        assertEquals(TRAINING, areas);
        List<String> missed =
                at.all(n -> n instanceof ButtonBase || n instanceof TextField)
                        .filter(n -> n.isFocusTraversable() && !n.isDisabled() && isSeen(n))
                        .filter(n -> !seen.contains(n))
                        .map(AccessTest::name)
                        .toList();
        assertEquals(List.of(), missed);
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    @Test
    void every_control_of_a_training_has_a_name() throws Exception {
        train();
        assertNamed();
    }

    private void train() throws Exception {
        at.open(new SampleProgram("20-spiral.bs").text());
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.await(() -> Seen.network(at.stage().getScene()).isPresent());
        at.pulse();
    }

    private void assertNamed() throws Exception {
        at.pulse();
        List<String> nameless =
                at.on(
                        () ->
                                named(at.stage().getScene().getRoot()).stream()
                                        .filter(n -> name(n).isBlank())
                                        .map(Node::toString)
                                        .toList());
        assertEquals(List.of(), nameless);
    }

    /// What a person can act on; the insides of a control belong to it.
    private static List<Node> named(Node node) {
        List<Node> all = new ArrayList<>();
        boolean acts =
                node.isFocusTraversable()
                        || node instanceof Control
                                && !(node instanceof Label)
                                && !(node instanceof ScrollBar);
        if (acts) {
            all.add(node);
        }
        boolean whole = acts && !(node instanceof ScrollPane);
        if (node instanceof Parent parent && !whole) {
            parent.getChildrenUnmodifiable().forEach(c -> all.addAll(named(c)));
        }
        return all;
    }
}
