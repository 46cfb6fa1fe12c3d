package dev.backstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Detail.Level;
import dev.backstep.graph.Edge;
import dev.backstep.story.Progress;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// How much of a graph is drawn belongs to the view.
class DetailTest {

    private static final String NET =
            """
            X = [1, 2; 3, 4]
            const y = [0, 1]
            a = mlp(X, [3, 2, 1], tanh, sigmoid)
            loss L = mean(bce(a, y)) + 0.01 * sum(X^2)
            """;

    private static State net() {
        return State.of(Optional.empty(), NET);
    }

    private static State draw(State s, Detail detail) {
        return Update.apply(s, new Action.Draw(Optional.of(detail)));
    }

    private static Walkthrough shown(State s) {
        return s.good().orElseThrow().walkthrough();
    }

    @Test
    void a_level_draws_fewer_cards_and_is_no_step_for_undo() {
        Session session = new Session(net());
        int all = shown(session.state()).drawn().vertexSet().size();
        session.dispatch(new Action.Draw(Optional.of(Detail.of(Level.LAYERS))));
        int layers = shown(session.state()).drawn().vertexSet().size();
        assertTrue(layers < all, layers + " of " + all);
        assertFalse(session.canUndo());
        assertEquals(
                all, shown(draw(session.state(), Detail.OPERATIONS)).drawn().vertexSet().size());
    }

    @Test
    void a_program_that_is_opened_is_drawn_as_fine_as_can_be_read_and_another_begins_anew() {
        assertEquals(Level.OPERATIONS, net().good().orElseThrow().detail().level());
        State deep =
                State.of(
                        Optional.empty(),
                        "X = [1, 2]\na = mlp(X, [2, 2, 2, 2, 2, 2, 2, 1], tanh, tanh)\nL = sum(a)");
        assertEquals(Level.LAYERS, deep.good().orElseThrow().detail().level());
        State opened = draw(deep, Detail.OPERATIONS);
        State typed =
                Update.apply(
                        opened,
                        Action.Type.of(deep.document().text(), deep.document().text() + "\nb = 1"));
        assertEquals(Level.OPERATIONS, typed.good().orElseThrow().detail().level());
        State other = Update.apply(opened, new Action.New());
        assertEquals(Optional.empty(), other.view().detail());
    }

    /// At each step of the layers: opened, just as much is known; folded again, it is the same
    /// step.
    @Test
    void opening_and_folding_stay_at_the_same_moment() {
        for (Story.Grain grain : Story.Grain.values()) {
            State layers = draw(Update.apply(net(), new Action.By(grain)), Detail.of(Level.LAYERS));
            for (int step = 0; step < layers.steps(); step++) {
                State then = Update.apply(layers, new Action.Go(step));
                State opened = draw(then, Detail.OPERATIONS);
                String where = grain + ", step " + step;
                alike(then, opened, where);
                assertEquals(step, draw(opened, Detail.of(Level.LAYERS)).view().step(), where);
                State statements = draw(opened, Detail.of(Level.STATEMENTS));
                alike(then, statements, where);
            }
        }
    }

    private static void alike(State before, State after, String where) {
        Progress was = Progress.at(shown(before), before.view().step());
        Progress now = Progress.at(shown(after), after.view().step());
        for (int id : shown(before).drawn().vertexSet()) {
            if (shown(after).drawn().containsVertex(id)) {
                assertEquals(was.isValued(id), now.isValued(id), where + ", node " + id);
                assertEquals(was.gradient(id), now.gradient(id), where + ", node " + id);
            }
        }
        for (Edge edge : shown(before).drawn().edgeSet()) {
            if (shown(after).drawn().containsEdge(edge)) {
                assertEquals(was.isCrossed(edge), now.isCrossed(edge), where + ", " + edge);
            }
        }
    }

    /// Inside a group that is folded its card is selected, and its step is the moment.
    @Test
    void folding_around_the_selected_card_selects_the_group() {
        State s = net();
        int z1 = s.good().orElseThrow().model().names().get("Z1");
        State selected = Update.apply(s, new Action.Select(OptionalInt.of(z1)));
        State folded = draw(selected, Detail.OPERATIONS.fold("Layer 1"));
        int a1 = s.good().orElseThrow().model().names().get("a1");
        assertEquals(OptionalInt.of(a1), folded.view().selected());
        State gone = Update.apply(folded, new Action.GoToNode(z1));
        assertEquals(a1, shown(gone).step(gone.view().step()).node());
    }
}
