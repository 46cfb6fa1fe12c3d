package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Point;
import dev.backstep.session.Action;
import dev.backstep.session.Bounds;
import dev.backstep.session.Panels;
import dev.backstep.ui.graph.Spots;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The step can be seen: nothing lies over the cards, and the card it is about is in the window.
class InSightTest {

    private static final String CHAIN =
            IntStream.range(1, 40)
                    .mapToObj(i -> "a" + i + " = sin(a" + (i - 1) + ")\n")
                    .collect(Collectors.joining("", "a0 = 1\n", ""));

    private static final List<Dimension2D> SIZES =
            List.of(
                    new Dimension2D(900, 560),
                    new Dimension2D(1024, 640),
                    new Dimension2D(1280, 720),
                    new Dimension2D(1440, 900));

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private static BoundingBox inScene(Node node) {
        return (BoundingBox) node.localToScene(node.getLayoutBounds());
    }

    private void assertStepsInSight(String when) {
        for (int step : new int[] {0, at.state().steps() / 2, at.state().steps() - 1}) {
            at.session().dispatch(new Action.Go(step));
            at.layOut();
            assertNothingCovered(when + " at step " + step);
            assertActiveInSight(when + " at step " + step);
        }
    }

    private void assertInSight(String when) throws Exception {
        at.on(
                () -> {
                    assertNothingCovered(when);
                    assertActiveInSight(when);
                    return true;
                });
    }

    private void assertNothingCovered(String when) {
        BoundingBox graph = inScene(at.graph());
        for (String part : List.of(".sentence", ".notice", ".zoom-bar", ".graph-bar", ".told")) {
            Node over = at.one(part);
            BoundingBox bounds = inScene(over);
            boolean apart =
                    !over.isVisible()
                            || bounds.getMaxY() <= graph.getMinY() + 0.5
                            || bounds.getMinY() >= graph.getMaxY() - 0.5;
            assertTrue(apart, () -> part + " at " + bounds + " covers " + graph + " " + when);
        }
        assertTrue(graph.getHeight() >= 120, () -> graph.getHeight() + " " + when);
    }

    /// The active card, in the pane: all of it, where it is not larger than the pane.
    private void assertActiveInSight(String when) {
        Diagram diagram = at.graph().diagram().orElseThrow();
        for (Diagram.Card card : diagram.cards()) {
            if (card.emphasis() == Diagram.Emphasis.ACTIVE) {
                Box box = card.box();
                Point2D from = Spots.pane(at.graph(), new Point(box.x(), box.y()));
                Point2D to = Spots.pane(at.graph(), new Point(box.right(), box.bottom()));
                boolean inside =
                        from.getX() >= 0
                                && from.getY() >= 0
                                && to.getX() <= at.graph().getWidth()
                                && to.getY() <= at.graph().getHeight();
                assertTrue(inside, () -> from + " to " + to + " " + when);
            }
        }
    }

    /// Each sample comes into the one window, which then grows and shrinks around it.
    @Test
    void nothing_lies_over_the_graph() throws Exception {
        at.open(WindowHarness.SAMPLE, 900, 560);
        for (SampleProgram sample : SampleProgram.all()) {
            at.replace(sample.text());
            for (Dimension2D size : SIZES) {
                at.resize(size.getWidth(), size.getHeight());
                at.on(
                        () -> {
                            assertStepsInSight(sample.name() + " in " + size);
                            return true;
                        });
            }
        }
    }

    @Test
    void a_notice_of_any_length_lies_over_nothing() throws Exception {
        at.open(WindowHarness.SAMPLE, 900, 560);
        for (Dimension2D size : SIZES) {
            at.resize(size.getWidth(), size.getHeight());
            for (int times : new int[] {1, 4, 12}) {
                at.on(
                        () -> {
                            at.window().notices().tell("A sentence about a file. ".repeat(times));
                            return true;
                        });
                at.pulse();
                assertInSight(times + " sentences in " + size);
            }
        }
    }

    @Test
    void the_active_card_is_in_sight_after_an_edit() throws Exception {
        at.open(CHAIN, 1024, 640);
        at.dispatch(new Action.ToEnd());
        at.on(
                () -> {
                    at.graph().zoom(3);
                    return true;
                });
        at.dispatch(new Action.Go(39));
        assertInSight("before");
        String longer = "b = 2\nc = b^2\n" + CHAIN.replace("a5 = sin(a4)", "a5 = sin(a4) + c");
        at.dispatch(Action.Type.of(CHAIN, longer));
        at.await(() -> !at.state().unread() && !at.one(".working").isVisible());
        at.pulse();
        assertInSight("after");
    }

    /// Three cards fill a window; as many as cannot be read are shown all the same.
    @Test
    void f_enlarges_a_small_graph_and_shrinks_a_large_one() throws Exception {
        at.open("x = 1\nL = x^2\n", 1000, 900);
        at.dispatch(new Action.Resize(new Panels(300, 360, false, false)));
        double before = at.on(() -> Spots.scale(at.graph()));
        at.robot.type(KeyCode.F);
        at.pulse();
        double large = at.on(() -> Spots.scale(at.graph()));
        assertTrue(large > 1.4 && large > before && large <= 4, large + " after " + before);
        at.open(CHAIN, 1000, 900);
        at.robot.type(KeyCode.F);
        at.pulse();
        assertTrue(at.on(() -> Spots.scale(at.graph())) < 0.72);
    }

    @Test
    void a_dragged_card_is_selected_and_u_frees_it() throws Exception {
        at.open(WindowHarness.SAMPLE, 1000, 900);
        Point2D from = at.card("y");
        at.robot.drag(from).moveTo(from.add(20, 30)).dropTo(from.add(30, 60));
        assertEquals(at.node("y"), at.state().view().selected().orElse(-1));
        assertFalse(at.state().pins().isEmpty());
        at.robot.type(KeyCode.U);
        assertTrue(at.state().pins().isEmpty());
    }

    /// Moving a window brings an event for every pixel.
    @Test
    void a_window_that_is_moved_shows_nothing_anew() throws Exception {
        at.open(WindowHarness.SAMPLE);
        int before = at.on(at.window()::timesShown);
        for (int x = 1; x <= 50; x++) {
            at.dispatch(new Action.Move(new Bounds(x, x, 1000 + x, 800 + x, false)));
        }
        assertEquals(before, at.on(at.window()::timesShown));
        at.dispatch(new Action.Forward());
        assertEquals(before + 1, at.on(at.window()::timesShown));
    }
}
