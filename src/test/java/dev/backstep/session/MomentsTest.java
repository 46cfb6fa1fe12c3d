package dev.backstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvFiles;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.story.Story;
import dev.backstep.story.Updates;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Moment;
import dev.backstep.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An opened batch shows what the training does, to the last bit: parameters, loss, gradients,
/// update, and what the optimiser remembers.
class MomentsTest {

    /// 75 samples to train on: batches of 16, the fifth of 11.
    private static final String PROGRAM =
            """
            data spiral(samples=100, noise=0.1, seed=3, test=0.25)
            yhat = mlp(X, [6, 5, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            train %s
            """;

    private static Model model(String text, Path folder) {
        return ((ReadResult.Ok) Language.read(text, CsvFiles.in(folder))).model();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sgd(rate=0.3, batch=16)",
                "sgd(rate=0.3, batch=16, clip=0.05)",
                "sgd(rate=0.1, batch=16, momentum=0.9, l2=0.01, clip=0.1)",
                "adam(rate=0.02, batch=16)",
                "adam(rate=0.02, batch=16, l2=0.01, clip=0.1)",
                "adamw(rate=0.02, batch=16, decay=0.1)",
                "rmsprop(rate=0.01, batch=16)",
                "rmsprop(rate=0.01, batch=16, l2=0.001, clip=0.2)"
            })
    void every_batch_of_every_optimiser_is_what_the_training_does(String optimiser) {
        Model model = model(PROGRAM.formatted(optimiser), Path.of(""));
        Training training = Training.of(model.setup().orElseThrow());
        for (int k = 0; k < 11; k++) {
            requireSame(model, training);
        }
        training.batches(200);
        requireSame(model, training);
        for (int k = 0; k < 4; k++) {
            Training earlier = training.before();
            requireSame(model, earlier);
            assertEquals(training.state(), earlier.state());
            training.next();
        }
    }

    /// Without data: each step takes the graph as it is.
    @Test
    void a_program_without_data_has_moments_too() {
        Model model =
                model(
                        """
                        param w = [1, -2]
                        x = [3; 0.5]
                        loss L = (w @ x - 1)^2
                        train adam(rate=0.1)
                        """,
                        Path.of(""));
        Training training = Training.of(model.setup().orElseThrow());
        for (int k = 0; k < 5; k++) {
            requireSame(model, training);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16-minibatch-sgd",
                "17-circle",
                "18-xor",
                "19-gauss",
                "20-spiral",
                "21-blobs-5-classes",
                "22-plane",
                "23-wave",
                "24-vanishing-sigmoid",
                "25-vanishing-relu",
                "26-exploding"
            })
    void every_sample_that_trains_shows_its_batches(String sample) throws IOException {
        Path folder = Path.of("samples");
        Model model = model(Files.readString(folder.resolve(sample + ".bs")), folder);
        Training training = Training.of(model.setup().orElseThrow());
        requireSame(model, training);
        training.batches(training.batches() - 2);
        requireSame(model, training);
        requireSame(model, training);
        requireSame(model, training);
    }

    /// Compares the next batch as it is shown with what the training then does.
    private static void requireSame(Model program, Training training) {
        Moment moment = training.moment();
        Map<String, Tensor> before = training.parameters();
        Model model = Walkthroughs.model(program, moment);
        Walkthrough w = Walkthroughs.of(model, moment, Story.Grain.NODES);
        assertTrue(training.next());
        assertEquals(training.loss(), w.value(w.output()).item());
        Updates updates = w.updates().orElseThrow();
        assertEquals(training.steps(), updates.number());
        before.forEach(
                (name, value) -> {
                    int node = model.names().get(name);
                    assertEquals(value, w.value(node), name);
                    Updates.Moved moved = updates.of(node);
                    Tensor after = training.parameters().get(name);
                    assertEquals(after, moved.after(), name + " after " + training.steps());
                    int states = training.optimiser().states();
                    for (int s = 0; s < states; s++) {
                        Tensor kept = training.state().remembered().get(name).get(s);
                        assertEquals(kept, moved.states().get(s));
                    }
                });
    }
}
