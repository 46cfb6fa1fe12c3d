package dev.backstep.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Model;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.session.Trained;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.StateText;
import dev.backstep.train.Training;
import dev.backstep.train.TrainingState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A training goes on in the next session as if there had been none between.
class TrainedTest {

    private static final String TEXT =
            """
            data spiral(samples=100, noise=0.1, seed=3, test=0.25)
            yhat = mlp(X, [4, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            train %s
            """;

    @TempDir private Path folder;

    private State back(State s) throws IOException {
        SessionFile file = new SessionFile(folder.resolve("session.json"));
        file.save(SessionSnapshot.of(s));
        return ((SessionFile.Loaded.Found) file.load()).snapshot().restored();
    }

    private static TrainingSetup setup(State s) {
        Model model = s.program().orElseThrow().model();
        return model.setup().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sgd(rate=0.1, batch=16, momentum=0.9)",
                "adam(rate=0.02, batch=16)",
                "adamw(rate=0.02, batch=16)",
                "rmsprop(rate=0.02, batch=16)"
            })
    void it_goes_on_bit_for_bit(String optimiser) throws IOException {
        Session session = new Session(State.of(Optional.empty(), TEXT.formatted(optimiser)));
        Training training = Training.of(setup(session.state()));
        training.batches(13);
        Optional<Trained> kept = Trained.of(session.state().document().text(), training.state());
        session.dispatch(new Action.KeepTrained(kept));
        State back = back(session.state());
        Training again = Training.at(setup(back), back.trained().orElseThrow());
        training.batches(30);
        again.batches(30);
        assertEquals(training.state(), again.state());
    }

    @Test
    void what_was_trained_is_that_of_this_very_text() throws IOException {
        String text = TEXT.formatted("adam(rate=0.02, batch=16)");
        Session session = new Session(State.of(Optional.empty(), text));
        TrainingState state = Training.of(setup(session.state())).state();
        session.dispatch(new Action.KeepTrained(Trained.of(text, state)));
        assertEquals(Optional.of(state), session.state().trained());
        session.dispatch(Action.Type.of(text, text + "# more\n"));
        assertEquals(Optional.empty(), back(session.state()).trained());
        session.undo();
        assertEquals(Optional.of(state), session.state().trained());
    }

    @Test
    void numbers_read_back_by_their_bits_and_what_is_none_gives_nothing() {
        Tensor odd = Tensor.of(1, 3, -0.0, Double.MIN_VALUE, 1.0 / 3);
        TrainingState state =
                new TrainingState(
                        2,
                        1,
                        7,
                        0.1,
                        Double.NaN,
                        Double.NEGATIVE_INFINITY,
                        Map.of("W", odd, "ŷ", odd),
                        Map.of("W", List.of(odd), "ŷ", List.of(odd)));
        String text = StateText.of(state);
        assertEquals(Optional.of(state), StateText.parse(text));
        for (String wrong :
                List.of("", "?", "AAAA", text.substring(0, 40), text.substring(0, 80))) {
            assertEquals(Optional.empty(), StateText.parse(wrong), wrong);
        }
    }

    @Test
    void a_training_with_too_many_numbers_is_not_kept() {
        Tensor large = Tensor.full(new Shape(600, 600), 1);
        TrainingState state =
                new TrainingState(1, 0, 9, 0, 0, 0, Map.of("W", large), Map.of("W", List.of()));
        assertTrue(Trained.of("", state).isEmpty());
    }
}
