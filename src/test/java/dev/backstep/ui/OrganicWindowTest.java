package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.layout.ArrangementStyle;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Programs;
import dev.backstep.session.Action;
import dev.backstep.session.ThemeChoice;
import dev.backstep.ui.graph.Spots;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The organic arrangement in the window: by key, by button, with cards that are dragged, groups
/// that are folded, and steps.
class OrganicWindowTest {

    private static final String NET =
            """
            X = normal(2, 4, seed=1)
            a = mlp(X, [3, 3, 3, 1], tanh, sigmoid)
            loss L = mean(a^2)
            """;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private void awaitStyle(ArrangementStyle style) throws Exception {
        at.await(
                () ->
                        at.graph()
                                .arrangement()
                                .filter(a -> a.placement().style() == style)
                                .isPresent());
        at.pulse();
    }

    private Diagram diagram() throws Exception {
        return at.on(() -> at.graph().diagram().orElseThrow());
    }

    @Test
    void keys_and_a_button_arrange_the_graph_and_it_comes_back() throws Exception {
        at.open(WindowHarness.SAMPLE);
        List<Box> layered = diagram().cards().stream().map(Diagram.Card::box).toList();
        at.robot.type(KeyCode.T);
        awaitStyle(ArrangementStyle.ORGANIC);
        assertNotEquals(layered, diagram().cards().stream().map(Diagram.Card::box).toList());
        at.robot.push(KeyCode.SHIFT, KeyCode.T);
        awaitStyle(ArrangementStyle.LAYERED);
        assertEquals(layered, diagram().cards().stream().map(Diagram.Card::box).toList());
        Node button = at.named(Texts.of("arrange.organic"));
        at.on(
                () -> {
                    ((Button) button).fire();
                    return true;
                });
        awaitStyle(ArrangementStyle.ORGANIC);
        at.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(ArrangementStyle.ORGANIC, at.state().view().arrangement());
    }

    /// Nothing but the card that is dragged moves, and its wires go with it.
    @Test
    void a_card_is_dragged_and_stays() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Arrange(ArrangementStyle.ORGANIC));
        awaitStyle(ArrangementStyle.ORGANIC);
        Diagram before = diagram();
        Point2D from = at.card("y");
        at.robot.drag(from).moveTo(from.add(30, 20)).dropTo(from.add(60, 40));
        at.pulse();
        Diagram after = diagram();
        int y = at.node("y");
        assertEquals(Set.of(y), at.state().pins().keySet());
        for (Diagram.Card card : before.cards()) {
            Box now = after.card(card.node()).orElseThrow().box();
            assertEquals(card.node() == y, !now.equals(card.box()));
        }
        Box moved = after.card(y).orElseThrow().box().grown(1);
        assertTrue(
                after.wires().stream()
                        .filter(w -> !before.wires().contains(w))
                        .allMatch(w -> moved.contains(w.route().start())));
    }

    @Test
    void groups_open_and_fold_in_it() throws Exception {
        at.open(NET);
        at.dispatch(new Action.Arrange(ArrangementStyle.ORGANIC));
        awaitStyle(ArrangementStyle.ORGANIC);
        at.robot.type(KeyCode.DIGIT1);
        at.await(() -> at.graph().diagram().orElseThrow().frames().isEmpty());
        at.robot.doubleClickOn(at.card("a2"));
        at.await(() -> at.graph().diagram().orElseThrow().frames().size() == 1);
        awaitStyle(ArrangementStyle.ORGANIC);
        assertEquals(Set.of("Layer 2"), at.state().good().orElseThrow().detail().opened());
    }

    /// The card of the step stays where it is on screen when all is drawn at another level, and
    /// what is shown in the end is what is shown without motion.
    @Test
    void another_level_is_on_its_way_and_arrives() throws Exception {
        at.open(NET);
        at.robot.type(KeyCode.DIGIT1);
        at.await(() -> at.graph().arrangement().isPresent());
        at.pulse();
        at.prefer(p -> p.withMotion(true));
        assertFalse(at.on(() -> Spots.isMoving(at.graph())));
        boolean moving =
                at.on(
                        () -> {
                            Detail lines = Detail.of(Detail.Level.STATEMENTS);
                            at.session().dispatch(new Action.Draw(Optional.of(lines)));
                            at.layOut();
                            return Spots.isMoving(at.graph());
                        });
        assertTrue(moving);
        at.await(() -> !Spots.isMoving(at.graph()));
        at.prefer(p -> p.withMotion(false));
        at.robot.type(KeyCode.DIGIT1);
        at.await(() -> at.graph().arrangement().isPresent());
        assertFalse(at.on(() -> Spots.isMoving(at.graph())));
    }

    /// To look at, in `target/gallery`.
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void pictures_of_it(ThemeChoice colours) throws Exception {
        Shots shots = new Shots(at);
        shots.in(colours);
        at.open(new SampleProgram("30-lstm.bs").text());
        at.prefer(p -> p.withTheme(colours));
        at.dispatch(new Action.Arrange(ArrangementStyle.ORGANIC));
        for (String name : List.of("30-lstm.bs", "27-attention.bs", "13-mlp-3-layers.bs")) {
            picture(shots, new SampleProgram(name).text(), "organic-" + name.replace(".bs", ""));
        }
        picture(shots, Programs.scalars(40, 1), "organic-shared");
        picture(shots, Programs.scalars(296, 1), "organic-300-nodes");
    }

    private void picture(Shots shots, String text, String name) throws Exception {
        at.replace(text);
        awaitStyle(ArrangementStyle.ORGANIC);
        int seed = at.state().good().orElseThrow().walkthrough().story().seed();
        at.dispatch(new Action.Go(seed + 2));
        shots.take(name);
    }
}
