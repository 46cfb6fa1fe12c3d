package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Mistake;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Story;
import dev.backstep.story.Updates;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.RightRun;
import dev.backstep.train.StateText;
import dev.backstep.train.Training;
import dev.backstep.train.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What trains with a mistake is what the picture shows with it, bit for bit.
class MistakenTrainingTest {

    private static final List<String> OPTIMISERS =
            List.of(
                    "sgd(rate=0.05, batch=16)",
                    "sgd(rate=0.05, batch=16, momentum=0.9, l2=0.01)",
                    "adam(rate=0.02, batch=16)",
                    "adamw(rate=0.02, batch=16, decay=0.1)",
                    "rmsprop(rate=0.01, batch=16)",
                    "sgd(rate=0.05, batch=16, clip=0.5)");

    static Stream<Arguments> all() {
        return Stream.of(Mistake.values())
                .flatMap(m -> OPTIMISERS.stream().map(o -> Arguments.of(m, o)));
    }

    private static Model model(Mistake mistake, String optimiser) {
        String text =
                """
                data circle(samples=40, seed=3)
                param W1 = xavier(2, 2, seed=1)
                param b1 = zeros(2, 1)
                param w2 = normal(1, 2, seed=2)
                param s = 0.7
                Z1 = W1 @ X + b1
                a1 = tanh(W1 @ relu(Z1))
                yhat = sigmoid(w2 @ a1 * s)
                loss L = mean(bce(yhat, y))
                train %s
                set mistake = %s
                """
                        .formatted(optimiser, mistake.word());
        if (Language.read(text) instanceof ReadResult.Ok(Model model)) {
            return model;
        }
        throw new AssertionError(Language.read(text).toString());
    }

    /// 40 samples in batches of 16: two whole ones and one of 8 an epoch.
    @ParameterizedTest
    @MethodSource("all")
    void what_is_shown_is_what_trains(Mistake mistake, String optimiser) {
        Model model = model(mistake, optimiser);
        Training training = Training.of(model.setup().orElseThrow());
        for (int batch = 0; batch < 7; batch++) {
            Walkthrough w = Walkthroughs.of(model, training.moment(), Story.Grain.NODES);
            Updates moved = w.updates().orElseThrow();
            assertTrue(training.next());
            for (Map.Entry<String, Tensor> after : training.parameters().entrySet()) {
                int node = w.graph().named(after.getKey()).orElseThrow().id();
                String what = after.getKey() + ", batch " + batch;
                assertEquals(after.getValue(), moved.of(node).after(), what);
            }
        }
    }

    /// It goes on from its state, and does its last batch again, bit for bit: what a mistake
    /// carries over from step to step belongs to the state.
    @ParameterizedTest
    @MethodSource("all")
    void it_goes_on_from_its_state(Mistake mistake, String optimiser) {
        TrainingSetup setup = model(mistake, optimiser).setup().orElseThrow();
        Training training = Training.of(setup);
        training.batches(4);
        TrainingState state = StateText.parse(StateText.of(training.state())).orElseThrow();
        Training on = Training.at(setup, state);
        training.batches(5);
        on.batches(5);
        assertEquals(training.parameters(), on.parameters());
        Training again = training.before();
        again.next();
        assertEquals(training.parameters(), again.parameters());
        Training copy = training.copy();
        copy.batches(3);
        training.batches(3);
        assertEquals(training.parameters(), copy.parameters());
    }

    /// The gradients that pile up are the sum of all gradients since the first batch: the loop of a
    /// learner who never clears them, with the right gradients of the same batches.
    @Test
    void no_zero_piles_up() {
        Model model = model(Mistake.NO_ZERO, OPTIMISERS.getFirst());
        Training training = Training.of(model.setup().orElseThrow());
        Tensor sum =
                Tensor.full(Objects.requireNonNull(training.parameters().get("W1")).shape(), 0);
        for (int batch = 0; batch < 5; batch++) {
            Walkthrough w = Walkthroughs.of(model, training.moment(), Story.Grain.NODES);
            int node = w.graph().named("W1").orElseThrow().id();
            Tensor right = w.mistaken().orElseThrow().right(node).orElseThrow();
            sum = sum.zip(right, Double::sum);
            Tensor found = w.gradient(node).orElseThrow();
            for (int k = 0; k < sum.size(); k++) {
                assertEquals(sum.at(k), found.at(k), 1e-12);
            }
            training.next();
        }
    }

    /// The run beside it is that of the program without the line, epoch by epoch.
    @ParameterizedTest
    @MethodSource("all")
    void the_run_beside_it_is_that_of_the_program_without_the_mistake(
            Mistake mistake, String optimiser) {
        Model model = model(mistake, optimiser);
        RightRun right = RightRun.of(model.setup().orElseThrow()).orElseThrow();
        String text = model.text().replace("set mistake = " + mistake.word(), "");
        ReadResult.Ok plain = (ReadResult.Ok) Language.read(text);
        Training alone = Training.of(plain.model().setup().orElseThrow());
        List<Double> losses = new ArrayList<>();
        for (int epoch = 0; epoch < 3; epoch++) {
            alone.epoch();
            losses.add(alone.epochLoss());
        }
        assertTrue(right.follow(3, Long.MAX_VALUE));
        assertEquals(losses, right.losses());
        assertTrue(RightRun.of(plain.model().setup().orElseThrow()).isEmpty());
    }
}
