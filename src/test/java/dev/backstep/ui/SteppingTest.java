package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Programs;
import dev.backstep.session.Action;
import dev.backstep.session.State;
import dev.backstep.session.Update;
import dev.backstep.story.Story;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Moving through the story, and what the inspector says meanwhile.
class SteppingTest {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private int last() {
        return at.state().steps() - 1;
    }

    private int seed() {
        return at.state().good().orElseThrow().walkthrough().story().seed();
    }

    private boolean playing() {
        return at.one(".play .ikonli-font-icon") instanceof FontIcon icon
                && icon.getIconCode() == Feather.PAUSE;
    }

    /// The numbers in the cells of a block: upstream, local, downstream.
    private List<String> cells(int block) {
        Node found = at.all(n -> n.getStyleClass().contains("block")).toList().get(block);
        return WindowHarness.below(found)
                .filter(n -> n.getStyleClass().contains("cell-number"))
                .map(n -> ((Label) n).getText())
                .toList();
    }

    @Test
    void it_opens_on_the_sample_at_its_first_step() throws Exception {
        at.open(WindowHarness.SAMPLE);
        assertEquals(0, at.step());
        assertEquals(9, at.state().steps());
        assertEquals(6, at.graph().diagram().orElseThrow().cards().size());
        assertTrue(at.stage().getTitle().contains("Backstep"));
    }

    @Test
    void the_number_of_a_step_is_never_cut() throws Exception {
        at.open(
                IntStream.rangeClosed(1, 500)
                        .mapToObj(i -> "a" + i + " = sin(a" + (i - 1) + ")\n")
                        .collect(Collectors.joining("", "a0 = 1\n", "")));
        at.robot.type(KeyCode.END);
        TextField field = (TextField) at.one(".step-field");
        assertEquals("1001", field.getText());
        Text drawn = new Text(field.getText());
        drawn.setFont(field.getFont());
        double text = drawn.getLayoutBounds().getWidth();
        double room = field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
        assertTrue(text <= room, text + " in " + room);
    }

    /// A held key brings steps faster than the window builds views.
    @Test
    void a_step_fills_the_views_there_are() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Go(6));
        List<Node> cells = at.all(n -> n.getStyleClass().contains("cell-number")).toList();
        at.dispatch(new Action.Forward(), new Action.ToStart(), new Action.Go(6));
        assertEquals(cells, at.all(n -> n.getStyleClass().contains("cell-number")).toList());
    }

    @Test
    void keys_step() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.type(KeyCode.RIGHT, 3);
        assertEquals(3, at.step());
        at.robot.type(KeyCode.LEFT);
        assertEquals(2, at.step());
        at.robot.type(KeyCode.END);
        assertEquals(last(), at.step());
        at.robot.type(KeyCode.RIGHT);
        assertEquals(last(), at.step());
        at.robot.type(KeyCode.HOME);
        assertEquals(0, at.step());
    }

    @Test
    void space_plays_and_pauses() throws Exception {
        at.open(Programs.scalars(40, 1));
        at.robot.type(KeyCode.PERIOD, 3);
        assertEquals(8, at.state().view().speed());
        at.robot.type(KeyCode.SPACE);
        at.await(() -> at.step() >= 2);
        assertTrue(at.on(this::playing));
        at.robot.type(KeyCode.SPACE);
        assertFalse(at.on(this::playing));
        assertTrue(at.step() < last());
    }

    @Test
    void playing_stops_at_the_end_and_begins_anew_from_there() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Speed(8), new Action.Go(6));
        at.robot.clickOn(at.one(".play"));
        at.await(() -> at.step() == last() && !playing());
        at.robot.clickOn(at.one(".play"));
        at.await(() -> at.step() < last() && playing());
    }

    @Test
    void the_timeline_is_clicked_and_dragged() throws Exception {
        at.open(WindowHarness.SAMPLE);
        Node line = at.named(Texts.of("timeline"));
        Point2D left = at.on(() -> line.localToScreen(10, 34));
        Point2D right = at.on(() -> line.localToScreen(line.getLayoutBounds().getWidth() - 10, 34));
        at.robot.clickOn(left.midpoint(right));
        assertEquals(4, at.step());
        at.robot.drag(left.midpoint(right)).moveTo(left);
        assertEquals(0, at.step());
        at.robot.moveTo(left.add(right.subtract(left).multiply(0.25))).drop();
        assertEquals(2, at.step());
    }

    @Test
    void a_click_in_the_list_of_steps_goes_there() throws Exception {
        at.open(WindowHarness.SAMPLE);
        Node line =
                at.all(n -> n instanceof ListCell<?> c && Integer.valueOf(6).equals(c.getItem()))
                        .findFirst()
                        .orElseThrow();
        at.robot.clickOn(line);
        assertEquals(6, at.step());
        at.pulse();
        assertTrue(line.getPseudoClassStates().contains(CURRENT));
    }

    @Test
    void one_line_of_the_list_is_the_current_one_after_every_step() throws Exception {
        at.open(WindowHarness.SAMPLE, 1200, 560);
        for (int i = 0; i <= last(); i++) {
            at.dispatch(new Action.Go(i));
            List<?> current =
                    at.all(
                                    n ->
                                            n instanceof ListCell<?> c
                                                    && c.isVisible()
                                                    && c.getPseudoClassStates().contains(CURRENT))
                            .map(c -> ((ListCell<?>) c).getItem())
                            .toList();
            assertEquals(List.of(i), current);
        }
    }

    /// The list is lower once the leaves above it have their sliders, or the window is.
    @Test
    void the_current_step_is_in_the_list_when_the_window_opens_there_and_becomes_lower()
            throws Exception {
        State there =
                Update.apply(State.of(Optional.empty(), WindowHarness.SAMPLE), new Action.Go(8));
        at.open(there, 1280, 720);
        assertCurrentInList();
        at.resize(1280, 900);
        assertCurrentInList();
        at.resize(1280, 640);
        assertCurrentInList();
    }

    private void assertCurrentInList() throws Exception {
        at.await(
                () -> {
                    Node list = at.one(".steps");
                    Bounds seen = list.localToScene(list.getLayoutBounds());
                    return at.all(n -> n instanceof ListCell<?> && n.isVisible())
                            .filter(n -> n.getPseudoClassStates().contains(CURRENT))
                            .anyMatch(n -> seen.contains(n.localToScene(n.getLayoutBounds())));
                });
    }

    @Test
    void the_number_of_a_step_is_typed() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.doubleClickOn(at.one(".step-field")).write("7").type(KeyCode.ENTER);
        assertEquals(6, at.step());
        at.robot.type(KeyCode.RIGHT);
        assertEquals(7, at.step(), "the keys are those of the graph again");
    }

    @Test
    void steps_are_nodes_or_edges() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.clickOn("By edge");
        assertEquals(Story.Grain.EDGES, at.state().view().grain());
        assertTrue(at.state().steps() > 9);
        at.dispatch(new Action.Go(seed() + 3));
        assertEquals(1, at.all(n -> n.getStyleClass().contains("block")).count());
        at.robot.clickOn("By node");
        assertEquals(9, at.state().steps());
    }

    @Test
    void the_seed_is_a_step_of_its_own_and_says_why() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.type(KeyCode.S);
        assertEquals(seed(), at.step());
        at.pulse();
        String why = at.one(".sentence").getAccessibleText();
        assertTrue(why.contains("∂L/∂L") && why.contains("1"), why);
        assertTrue(WindowHarness.texts(at.one(".side-right")).contains(why));
    }

    /// c = b·y with b = 2, y = 4, and ∂L/∂c = 1 from the sum: 1·y = 4 to b, 1·b = 2 to y.
    @Test
    void a_product_hands_each_input_upstream_times_the_other_input() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Go(seed() + 2));
        assertEquals(List.of("1", "4", "4"), cells(0));
        assertEquals(List.of("1", "2", "2"), cells(1));
        List<String> texts = WindowHarness.texts(at.one(".side-right"));
        assertTrue(texts.containsAll(List.of("UPSTREAM", "LOCAL", "DOWNSTREAM")), texts::toString);
    }

    /// ∂L/∂x = 2x + 2y = 10: 2 through x², 4·2 = 8 through 2xy.
    @Test
    void what_arrives_at_x_is_summed_and_every_path_is_listed() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.type(KeyCode.END);
        at.pulse();
        List<String> texts = WindowHarness.texts(at.one(".side-right"));
        assertTrue(texts.contains("1 · 2 = 2"), texts::toString);
        assertTrue(texts.contains("1 · 4 · 2 = 8"), texts::toString);
        assertTrue(
                texts.stream()
                        .anyMatch(t -> t.endsWith("= 8 + 2 = 10") || t.endsWith("= 2 + 8 = 10")),
                texts::toString);
        assertEquals("10", WindowHarness.texts(at.one(".paths-rule")).getLast());
        at.await(() -> at.one(".badge").getStyleClass().contains("good"));
    }
}
