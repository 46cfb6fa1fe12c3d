package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Diagram.Tag;
import dev.backstep.session.Action;
import dev.backstep.ui.graph.Spots;
import java.util.OptionalInt;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The tags of wires too long to be drawn whole, as a person points at them and clicks.
class TagsTest {

    private static final int STEPS = 40;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    /// A recurrence: the wires from its weight cross ever more layers.
    @BeforeEach
    void open() throws Exception {
        StringBuilder program = new StringBuilder("w = 0.5\nh0 = 1\n");
        for (int t = 1; t <= STEPS; t++) {
            program.append("h%d = tanh(w*h%d)\n".formatted(t, t - 1));
        }
        at.open(program.toString(), 1200, 900);
    }

    private void goTo(String name) throws Exception {
        at.dispatch(new Action.GoToNode(at.node(name)));
        at.pulse();
    }

    /// A tag of w that is in sight.
    private Tag tag(Predicate<Tag> wanted) throws Exception {
        return at.on(
                () ->
                        at.graph().diagram().orElseThrow().tags().stream()
                                .filter(t -> t.source() == at.node("w"))
                                .filter(wanted)
                                .filter(t -> at.graph().getLayoutBounds().contains(middle(t)))
                                .findFirst()
                                .orElseThrow());
    }

    private Point2D middle(Tag tag) {
        return Spots.pane(at.graph(), tag.box().center());
    }

    private Point2D onScreen(Tag tag) throws Exception {
        return at.on(() -> at.graph().localToScreen(middle(tag)));
    }

    private String told(Tag tag) throws Exception {
        at.robot.moveTo(onScreen(tag));
        Label tip = (Label) at.graph().lookup(".tooltip");
        at.await(tip::isVisible);
        return tip.getText();
    }

    @Test
    void at_the_end_of_a_wire_a_tag_tells_of_the_card_where_it_begins() throws Exception {
        goTo("h30");
        assertTrue(told(tag(t -> t.edge().isPresent())).startsWith("w = 0.5"));
    }

    @Test
    void where_wires_begin_a_tag_tells_where_they_lead() throws Exception {
        goTo("h1");
        String told = told(tag(t -> t.edge().isEmpty()));
        assertTrue(told.matches("w goes to ([^,]+, ){5}[^,]+ and \\d+ more"), told);
    }

    @Test
    void a_click_on_a_tag_selects_the_card_and_brings_it_into_sight() throws Exception {
        goTo("h30");
        assertTrue(
                !at.on(
                        () ->
                                at.graph()
                                        .getLayoutBounds()
                                        .contains(Spots.card(at.graph(), at.node("w")))),
                "w is out of sight");
        at.robot.clickOn(onScreen(tag(t -> t.edge().isPresent())));
        assertEquals(OptionalInt.of(at.node("w")), at.state().view().selected());
        at.await(() -> at.graph().getLayoutBounds().contains(Spots.card(at.graph(), at.node("w"))));
    }
}
