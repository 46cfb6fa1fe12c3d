package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import dev.backstep.session.Action;
import dev.backstep.ui.graph.Spots;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What lies over the graph: the numbers of a matrix, and the small picture of all of it.
class NumbersAndMapTest {

    private static final String MATRICES =
            """
            const X = normal(40, 30, seed=3)
            param W = xavier(60, 40, seed=1)
            Z = W @ X
            loss L = mean(square(Z))
            """;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private Node numbers() {
        return at.graph().lookup(".numbers-pane");
    }

    private String heading() {
        return ((Label) numbers().lookup(".heading")).getText();
    }

    private void clickMapOf(String name) throws Exception {
        Point2D map = at.on(() -> Spots.map(at.graph(), at.node(name)));
        at.robot.clickOn(at.on(() -> at.graph().localToScreen(map)));
    }

    @Test
    void a_click_on_a_heat_map_pins_its_numbers_until_escape_or_the_button() throws Exception {
        at.open(MATRICES, 1280, 720);
        at.dispatch(new Action.ToEnd());
        at.robot.type(KeyCode.F);
        clickMapOf("W");
        assertTrue(numbers().isVisible());
        assertEquals("W · 60×40", heading());
        at.robot.type(KeyCode.ESCAPE);
        assertFalse(numbers().isVisible(), "Escape closes it");
        assertEquals(at.node("W"), at.state().view().selected().orElse(-1), "and nothing else");
        clickMapOf("X");
        assertEquals("X · 40×30", heading());
        at.robot.clickOn(at.named("Close the table"));
        assertFalse(numbers().isVisible(), "the button closes it");
    }

    /// As the language counts: from 0, the last of a part excluded. 60×40 is shown in 15×14 cells.
    @Test
    void a_cell_is_called_by_its_index_and_a_block_says_that_it_is_averaged() throws Exception {
        at.open(MATRICES, 1280, 720);
        at.robot.type(KeyCode.F);
        at.robot.moveTo(onMapOf("W"));
        String block = told();
        assertTrue(block.matches("(?s).*\n\\[\\d+:\\d+, \\d+:\\d+], averaged down: .*"), block);
        String small = "W = [1, 2; 3, 4]\nloss L = sum(W^2)\n";
        at.dispatch(Action.Type.of(MATRICES, small));
        at.await(() -> at.graph().arrangement().isPresent());
        at.pulse();
        at.robot.moveTo(onMapOf("W").add(-3, -3));
        assertTrue(told().contains("\n[0, 0] = 1: row 0, column 0, counted from 0"), told());
    }

    private Point2D onMapOf(String name) throws Exception {
        Point2D map = at.on(() -> Spots.map(at.graph(), at.node(name)));
        return at.on(() -> at.graph().localToScreen(map));
    }

    private String told() throws Exception {
        return ((Label) at.one(".graph .tooltip")).getText();
    }

    /// The name decides, not the place in the program.
    @Test
    void pinned_numbers_follow_their_matrix_through_edits() throws Exception {
        at.open(MATRICES, 1280, 720);
        at.robot.type(KeyCode.F);
        clickMapOf("W");
        at.dispatch(Action.Type.of(MATRICES, "const V = [1, 2; 3, 4]\n" + MATRICES));
        at.await(() -> at.state().good().orElseThrow().model().names().containsKey("V"));
        assertEquals("W · 60×40", heading());
        at.dispatch(
                Action.Type.of(
                        at.state().document().text(), "const V = [1, 2; 3, 4]\nloss L = sum(V)\n"));
        at.await(() -> !numbers().isVisible());
    }

    private Point2D middleOfView() throws Exception {
        return at.on(
                () -> {
                    Point middle =
                            Spots.picture(
                                    at.graph(),
                                    new Point2D(
                                            at.graph().getWidth() / 2, at.graph().getHeight() / 2));
                    return new Point2D(middle.x(), middle.y());
                });
    }

    private Point2D onMap(double right, double down) throws Exception {
        Box area = at.on(() -> Spots.minimap(at.graph()).orElseThrow());
        Point2D place =
                new Point2D(area.x() + right * area.width(), area.y() + down * area.height());
        return at.on(() -> at.graph().localToScreen(place));
    }

    @Test
    void the_small_picture_covers_no_active_card() throws Exception {
        String rows =
                IntStream.range(1, 60)
                        .mapToObj(i -> "n" + i + " = sin(n" + (i - 1) + ") * x\n")
                        .collect(Collectors.joining("", "x = 1\nn0 = x\n", "L = n59\n"));
        at.open(rows, 1000, 640);
        for (int step = 0; step < at.state().steps(); step += 7) {
            at.dispatch(new Action.Go(step));
            at.pulse();
            Box map = at.on(() -> Spots.minimap(at.graph()).orElseThrow());
            for (Diagram.Card card : at.graph().diagram().orElseThrow().cards()) {
                if (card.emphasis() == Diagram.Emphasis.ACTIVE) {
                    Box box = card.box();
                    Point2D from = Spots.pane(at.graph(), new Point(box.x(), box.y()));
                    Point2D to = Spots.pane(at.graph(), new Point(box.right(), box.bottom()));
                    Box shown =
                            Box.at(
                                    new Point(from.getX(), from.getY()),
                                    new Size(to.getX() - from.getX(), to.getY() - from.getY()));
                    assertFalse(shown.overlaps(map), "at step " + step);
                }
            }
        }
    }

    @Test
    void the_small_picture_leads_to_what_is_clicked_and_follows_a_drag() throws Exception {
        String chain =
                IntStream.range(1, 150)
                        .mapToObj(i -> "n" + i + " = sin(n" + (i - 1) + ") * x\n")
                        .collect(Collectors.joining("", "x = 1\nn0 = x\n", "L = n149\n"));
        at.open(chain, 1280, 720);
        at.robot.clickOn(onMap(0.5, 0.5));
        Box all = at.graph().arrangement().orElseThrow().bounds();
        Point2D middle = middleOfView();
        assertEquals(all.center().x(), middle.getX(), 0.02 * all.width());
        assertEquals(all.center().y(), middle.getY(), 0.02 * all.height() + 20);
        Point2D from = onMap(0.5, 0.5);
        Point2D to = onMap(0.8, 0.5);
        at.robot.moveTo(from).press(MouseButton.PRIMARY);
        at.robot.moveTo(from.midpoint(to)).moveTo(to);
        at.robot.release(MouseButton.PRIMARY);
        assertEquals(
                0.3 * all.width(), middleOfView().getX() - middle.getX(), 0.05 * all.width() + 20);
        assertEquals(-1, at.state().view().selected().orElse(-1), "no card below it is selected");
        at.robot.type(KeyCode.F);
        assertTrue(Spots.minimap(at.graph()).isEmpty(), "not there while all is in sight");
    }
}
