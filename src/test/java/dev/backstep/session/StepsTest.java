package dev.backstep.session;

import static dev.backstep.session.Programs.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.story.Step;
import dev.backstep.story.Story.Grain;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final String NAMED = "x = 1\ny = 4\na = x^2\nb = 2*x\nc = b*y\nL = a + c\n";

    private final State start = opened(NAMED);

    private static Step step(State s) {
        return good(s).walkthrough().step(s.view().step());
    }

    private static String at(State s) {
        String phase = step(s).getClass().getSimpleName();
        return phase + " " + good(s).walkthrough().labels().plain(step(s).node());
    }

    @Test
    void steps_stop_at_both_ends() {
        assertEquals(1, after(start, new Action.Forward()).view().step());
        assertEquals(
                0,
                after(start, new Action.Forward(), new Action.Back(), new Action.Back())
                        .view()
                        .step());
        State end = after(start, new Action.ToEnd(), new Action.Forward(), new Action.Go(1000));
        assertEquals(end.steps() - 1, end.view().step());
        assertEquals(0, after(end, new Action.ToStart()).view().step());
        assertEquals(0, after(end, new Action.Go(-5)).view().step());
    }

    @Test
    void a_step_forward_lets_the_inspector_follow_again() {
        State selected = after(start, new Action.Select(OptionalInt.of(0)));
        assertEquals(OptionalInt.of(0), selected.view().selected());
        assertEquals(OptionalInt.empty(), after(selected, new Action.Forward()).view().selected());
    }

    @Test
    void an_edit_elsewhere_stays_at_the_same_node_and_phase() {
        State atC = after(start, new Action.Go(6));
        assertEquals("Backward c", at(atC));
        State edited = after(atC, type(atC, NAMED.replace("a = x^2", "w = 5\nv = w + x\na = v^2")));
        assertEquals("Backward c", at(edited));
        State forward =
                after(
                        start,
                        new Action.Go(2),
                        type(start, NAMED.replace("a = x^2", "a = exp(x + 1)^2")));
        assertEquals("Forward c", at(forward));
    }

    @Test
    void where_the_node_is_gone_the_phase_stays() {
        State atC = after(start, new Action.Go(6));
        State edited = after(atC, type(atC, "x = 1\nL = x^2\n"));
        assertEquals("Backward L", at(edited));
        State atForwardC = after(start, new Action.Go(2));
        assertEquals("Forward L", at(after(atForwardC, type(atForwardC, "x = 1\nL = x^2\n"))));
    }

    @Test
    void a_program_of_one_leaf_has_one_step() {
        State leaf = after(start, new Action.ToEnd(), type(start, "L = 1"));
        assertEquals(0, leaf.view().step());
        assertTrue(step(leaf) instanceof Step.Seed);
    }

    @Test
    void the_selected_node_is_the_same_one_after_an_edit() {
        State selected = after(start, new Action.Select(OptionalInt.of(node(start, "c"))));
        State edited = after(selected, type(selected, "w = 5\n" + NAMED));
        assertEquals(OptionalInt.of(node(edited, "c")), edited.view().selected());
        assertEquals(OptionalInt.empty(), after(edited, type(edited, "L = 1")).view().selected());
    }

    /// By edges c → b, c → y are two steps; by nodes both are one. What is known stays known.
    @Test
    void another_grain_keeps_the_place() {
        State atC = after(start, new Action.Go(6));
        State edges = after(atC, new Action.By(Grain.EDGES));
        assertEquals("Backward c", at(edges));
        assertEquals(1, ((Step.Backward) step(edges)).edges().getFirst().slot());
        assertEquals(6, after(edges, new Action.By(Grain.NODES)).view().step());
        State half = after(edges, new Action.Back(), new Action.By(Grain.NODES));
        assertEquals("Backward c", at(half));
    }

    @Test
    void every_place_survives_going_to_edges_and_back() {
        for (int i = 0; i < start.steps(); i++) {
            State there = after(start, new Action.Go(i));
            State back = after(there, new Action.By(Grain.EDGES), new Action.By(Grain.NODES));
            assertEquals(there.view(), back.view());
        }
    }

    @Test
    void a_double_click_goes_to_the_step_of_the_phase() {
        int c = node(start, "c");
        assertEquals("Forward c", at(after(start, new Action.GoToNode(c))));
        State end = after(start, new Action.ToEnd());
        assertEquals("Backward c", at(after(end, new Action.GoToNode(c))));
        assertEquals("Seed L", at(after(end, new Action.GoToNode(node(start, "L")))));
    }

    @Test
    void a_double_click_on_a_leaf_goes_to_where_it_is_used_or_its_gradient_is_complete() {
        int x = node(start, "x");
        assertEquals("Forward a", at(after(start, new Action.ToStart(), new Action.GoToNode(x))));
        State end = after(start, new Action.Go(4));
        assertEquals("Backward a", at(after(end, new Action.GoToNode(x))));
        assertEquals("Backward c", at(after(end, new Action.GoToNode(node(start, "y")))));
    }

    private static final String TRAINED =
            """
            data xor(samples=20, test=0)
            param W = [1, 1]
            param b = 0.5
            yhat = sigmoid(W @ X + b)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.5)
            """;

    @Test
    void an_edit_of_the_rate_stays_at_the_update() {
        State end = after(opened(TRAINED), new Action.ToEnd());
        assertEquals("ParameterUpdate b", at(end));
        State before = after(end, new Action.Back());
        assertEquals("ParameterUpdate W", at(before));
        State slower = after(before, type(before, TRAINED.replace("0.5)", "0.1)")));
        assertEquals("ParameterUpdate W", at(slower));
        State none = after(end, type(end, TRAINED.replaceAll("train.*", "")));
        assertEquals("Backward", at(none).split(" ")[0]);
        assertEquals(none.steps() - 1, none.view().step());
    }

    @Test
    void another_grain_stays_at_the_update() {
        State end = after(opened(TRAINED), new Action.ToEnd(), new Action.Back());
        State edges = after(end, new Action.By(Grain.EDGES));
        assertEquals("ParameterUpdate W", at(edges));
        assertEquals(end.view(), after(edges, new Action.By(Grain.NODES)).view());
    }

    @Test
    void among_the_updates_a_double_click_on_a_parameter_goes_to_its_own() {
        State end = after(opened(TRAINED), new Action.ToEnd());
        assertEquals("ParameterUpdate W", at(after(end, new Action.GoToNode(node(end, "W")))));
        State backward = after(end, new Action.Go(good(end).walkthrough().story().seed() + 1));
        assertEquals(
                "Backward", at(after(backward, new Action.GoToNode(node(end, "W")))).split(" ")[0]);
        assertEquals("Backward yhat", at(after(end, new Action.GoToNode(node(end, "yhat")))));
    }
}
