package dev.backstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.Dataset;
import dev.backstep.lang.Model;
import dev.backstep.layout.Point;
import dev.backstep.store.SessionSnapshot;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Moment;
import dev.backstep.train.Training;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A mini-batch of a training, stepped through in the place of the program.
class OpenedBatchTest {

    /// 75 samples to train on: batches of 16, the fifth of 11.
    private static final String TEXT =
            """
            data spiral(samples=100, noise=0.1, seed=3, test=0.25)
            k = 2
            yhat = mlp(X, [4, 1], tanh, sigmoid)
            loss L = k * mean(bce(yhat, y))
            train adam(rate=0.02, batch=16)
            """;

    private static final Moment LAST_BATCH = moment(14);

    private final Session session = new Session(State.of(Optional.empty(), TEXT));

    private static Moment moment(int batches) {
        Model model = State.of(Optional.empty(), TEXT).good().orElseThrow().model();
        Training training = Training.of(model.setup().orElseThrow());
        training.batches(batches);
        return training.moment();
    }

    private State state() {
        return session.state();
    }

    private void open(Moment moment) {
        session.dispatch(new Action.OpenBatch(OpenedBatch.of(state(), moment).orElseThrow()));
    }

    private Walkthrough shown() {
        return state().good().orElseThrow().walkthrough();
    }

    private Tensor value(String name) {
        int node = state().good().orElseThrow().model().names().get(name);
        return shown().value(node);
    }

    @Test
    void the_batch_is_on_screen_until_it_is_closed() {
        session.dispatch(new Action.Go(3));
        session.dispatch(new Action.Switch(Mode.TRAIN));
        State before = state();
        open(LAST_BATCH);
        OpenedBatch batch = state().batch().orElseThrow();
        assertEquals(3, batch.epoch());
        assertEquals(5, batch.number());
        assertEquals(5, batch.batches());
        assertEquals(11, value("X").cols());
        assertEquals(LAST_BATCH.state().parameters().get("W1"), value("W1"));
        assertEquals(15, shown().updates().orElseThrow().number());
        assertEquals(0, state().view().step());
        assertEquals(Mode.EXPLORE, state().view().mode());
        session.dispatch(new Action.ToEnd());
        assertEquals(shown().size() - 1, state().view().step());
        session.dispatch(new Action.CloseBatch());
        assertEquals(Optional.empty(), state().batch());
        assertEquals(before.view(), state().view());
        assertSame(before.good().orElseThrow(), state().good().orElseThrow());
        assertFalse(session.canUndo(), "looking is no change of the document");
    }

    @Test
    void another_batch_may_follow_and_closing_goes_back_to_the_program() {
        open(moment(3));
        session.dispatch(new Action.Go(7));
        open(moment(4));
        assertEquals(5, state().batch().orElseThrow().number());
        assertEquals(0, state().view().step());
        session.dispatch(new Action.CloseBatch());
        assertEquals(Optional.empty(), state().batch());
        assertEquals(0, state().view().step());
    }

    @Test
    void an_edit_of_the_text_closes_it_and_undo_does_not_bring_it_back() {
        session.dispatch(new Action.Switch(Mode.TRAIN));
        open(LAST_BATCH);
        session.dispatch(Action.Type.of(TEXT, TEXT.replace("k = 2", "k = 3")));
        assertEquals(Optional.empty(), state().batch());
        assertEquals(16, value("X").cols());
        assertEquals(Mode.EXPLORE, state().view().mode(), "whoever types stays there");
        session.undo();
        assertEquals(TEXT, state().document().text());
        assertEquals(Optional.empty(), state().batch());
        open(LAST_BATCH);
        session.dispatch(Action.Type.of(TEXT, TEXT + "oops("));
        assertEquals(Optional.empty(), state().batch());
        assertFalse(state().problems().isEmpty());
    }

    /// The text holds the values before training.
    @Test
    void leaves_of_it_cannot_be_set() {
        assertTrue(state().canSetLeaves());
        int k = state().good().orElseThrow().model().names().get("k");
        open(LAST_BATCH);
        assertFalse(state().canSetLeaves());
        assertTrue(state().isCurrent());
        session.dispatch(new Action.SetLeaf(k, 0, 7));
        assertEquals(TEXT, state().document().text());
        session.dispatch(new Action.CloseBatch());
        session.dispatch(new Action.SetLeaf(k, 0, 7));
        assertEquals(TEXT.replace("k = 2", "k = 7"), state().document().text());
    }

    @Test
    void a_batch_of_another_text_is_not_opened() {
        OpenedBatch late = OpenedBatch.of(state(), LAST_BATCH).orElseThrow();
        session.dispatch(Action.Type.of(TEXT, TEXT.replace("k = 2", "k = 3")));
        State before = state();
        session.dispatch(new Action.OpenBatch(late));
        assertSame(before, state());
    }

    @Test
    void pins_grain_and_cards_of_literals_work_as_in_the_program() {
        open(LAST_BATCH);
        int node = state().good().orElseThrow().model().names().get("a1");
        session.dispatch(new Action.Pin(node, new Point(10, 20)));
        assertTrue(state().batch().isPresent());
        session.dispatch(new Action.By(Story.Grain.EDGES));
        int edges = shown().size();
        session.dispatch(new Action.CloseBatch());
        assertEquals(Story.Grain.EDGES, state().view().grain());
        assertEquals(edges, shown().size());
        assertEquals(1, state().pins().size());
        open(LAST_BATCH);
        session.undo();
        assertEquals(0, state().pins().size());
        assertTrue(state().batch().isPresent(), "where a card lies is no edit of the text");
    }

    /// The loss of a batch is the mean over its samples.
    @Test
    void the_gradients_of_a_batch_are_the_sums_of_those_of_its_samples() {
        Map<String, Tensor> sums = new HashMap<>();
        double loss = 0;
        for (int k = 0; k < 11; k++) {
            OpenedBatch sample = OpenedBatch.sample(state(), LAST_BATCH, k).orElseThrow();
            assertEquals(new OpenedBatch.OneOf(k), sample.part());
            Walkthrough w = sample.shown().walkthrough();
            assertTrue(w.updates().isEmpty());
            loss += w.value(w.output()).item();
            for (String name : LAST_BATCH.state().parameters().keySet()) {
                int node = sample.shown().model().names().get(name);
                sums.merge(name, w.gradient(node).orElseThrow(), (a, b) -> a.zip(b, Double::sum));
            }
        }
        open(LAST_BATCH);
        assertEquals(shown().value(shown().output()).item(), loss, 1e-12);
        sums.forEach(
                (name, sum) -> {
                    int node = state().good().orElseThrow().model().names().get(name);
                    Tensor whole = shown().gradient(node).orElseThrow();
                    for (int e = 0; e < whole.size(); e++) {
                        assertEquals(whole.at(e), sum.at(e), 1e-12, name);
                    }
                });
    }

    @Test
    void one_sample_is_a_column_of_the_batch_and_there_are_no_others() {
        OpenedBatch sample = OpenedBatch.sample(state(), LAST_BATCH, 10).orElseThrow();
        session.dispatch(new Action.OpenBatch(sample));
        Tensor x = LAST_BATCH.batch().leaves().get(LAST_BATCH.batch().network().x());
        assertEquals(x.at(0, 10), value("X").at(0, 0));
        assertEquals(x.at(1, 10), value("X").at(1, 0));
        assertEquals(new OpenedBatch.OneOf(10), state().batch().orElseThrow().part());
        assertEquals(Optional.empty(), OpenedBatch.sample(state(), LAST_BATCH, 11));
        assertEquals(Optional.empty(), OpenedBatch.sample(state(), LAST_BATCH, -1));
    }

    /// Every sample can be looked at by itself. Its loss is no part of a mean then: of the 11
    /// samples of the batch it is 11 times what it adds to the loss of the batch.
    @Test
    void a_sample_beside_the_batch_has_its_own_loss_with_the_same_parameters() {
        List<Integer> batch = LAST_BATCH.batch().indices();
        int column = 4;
        Walkthrough part =
                OpenedBatch.sample(state(), LAST_BATCH, column).orElseThrow().shown().walkthrough();
        OpenedBatch beside =
                OpenedBatch.beside(state(), LAST_BATCH, batch.get(column)).orElseThrow();
        assertEquals(new OpenedBatch.Beside(batch.get(column)), beside.part());
        Walkthrough own = beside.shown().walkthrough();
        assertTrue(own.updates().isEmpty());
        assertEquals(11 * part.value(part.output()).item(), own.value(own.output()).item(), 1e-12);
        int w1 = beside.shown().model().names().get("W1");
        assertEquals(LAST_BATCH.state().parameters().get("W1"), own.value(w1));
        assertEquals(
                11 * part.gradient(w1).orElseThrow().at(2, 1),
                own.gradient(w1).orElseThrow().at(2, 1),
                1e-12);
        Dataset train = state().good().orElseThrow().model().setup().orElseThrow().data().train();
        session.dispatch(
                new Action.OpenBatch(OpenedBatch.beside(state(), LAST_BATCH, 74).orElseThrow()));
        assertEquals(train.x().at(1, 74), value("X").at(1, 0));
        assertEquals(train.y().at(0, 74), value("y").at(0, 0));
        assertEquals(Optional.empty(), OpenedBatch.beside(state(), LAST_BATCH, 75));
        assertEquals(Optional.empty(), OpenedBatch.beside(state(), LAST_BATCH, -1));
    }

    @Test
    void the_session_comes_back_at_the_program() {
        session.dispatch(new Action.Go(4));
        open(LAST_BATCH);
        session.dispatch(new Action.ToEnd());
        assertEquals(4, SessionSnapshot.of(state()).view().step());
    }
}
