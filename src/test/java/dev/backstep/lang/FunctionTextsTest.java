package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.Datasets;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What edits a program that trains also edits one with functions and sections, and leaves those
/// letter for letter.
class FunctionTextsTest {

    /// The layers written out by a function, the cost by another.
    private static final String WRITTEN =
            """
            ## Functions
            layer(A, W, b) = {   # one layer
              scale = 0.5
              Z = W @ A + b
              tanh(Z * scale)
            }
            cost(p, t) = mean(bce(p, t))
            ## Net
            data moons(samples=40, noise=0.1, seed=3)
            param W1 = xavier(4, 2, seed=5)   # first
            param b1 = zeros(4, 1)
            param W2 = xavier(1, 4, seed=6)
            param b2 = 0
            a1 = layer(X, W1, b1)
            yhat = sigmoid(W2 @ a1 + b2)
            loss L = cost(yhat, y)
            ##
            train sgd(rate=0.3, batch=8, epochs=2)
            """;

    /// A net beside a function of the loss.
    private static final String NET =
            """
            cost(p, t) = {
              each = bce(p, t)   # per sample
              mean(each)
            }
            data moons(samples=40)
            ## Net
            yhat = mlp(X, [4, 1], tanh, sigmoid)
            loss L = cost(yhat, y)
            train adam(rate=0.1, batch=8, epochs=2)
            """;

    private static Model read(String text) {
        return assertInstanceOf(
                        ReadResult.Ok.class, Language.read(text), () -> text + Language.read(text))
                .model();
    }

    private static TrainingSetup setup(String text) {
        return read(text).setup().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {WRITTEN, NET})
    void an_edit_of_the_training_leaves_functions_alone(String program) {
        TrainingText text = TrainingText.of(program);
        assertEquals(program.replace("rate=0.", "rate=0.0"), text.withTrain("rate", rate(text)));
        assertEquals(program.replace("samples=40", "samples=80"), text.withData("samples", "80"));
        read(text.withOptimiser("rmsprop"));
        setup(text.withData(Datasets.XOR));
    }

    private static String rate(TrainingText text) {
        return "0.0" + text.train().orElseThrow().value("rate").orElseThrow().substring(2);
    }

    @Test
    void a_loss_in_a_function_follows_the_task() {
        String classes = TrainingText.of(NET).withData(Datasets.BLOBS);
        assertTrue(classes.contains("each = ce(p, t)   # per sample"), classes);
        setup(classes);
        String numbers = TrainingText.of(classes).withData(Datasets.WAVE);
        assertTrue(numbers.contains("each = se(p, t)   # per sample"), numbers);
        setup(numbers);
        String short1 = NET.replaceAll("(?s)cost\\(p.*?}", "cost(p, t) = mean(bce(p, t))");
        setup(TrainingText.of(short1).withData(Datasets.BLOBS));
        setup(TrainingText.of(short1).withPoints(PointsText.start()));
    }

    @Test
    void layers_and_activations_are_those_of_the_net() {
        TrainingText text = TrainingText.of(NET);
        assertEquals(NET.replace("[4, 1]", "[3, 3, 1]"), text.withLayers(List.of(3, 3, 1)));
        assertEquals(NET.replace("tanh", "relu"), text.withHidden("relu"));
        setup(text.withNetSeed(7));
    }

    @Test
    void initialisers_are_found_behind_functions() {
        assertEquals(
                List.of("W1 xavier", "b1 zeros", "W2 xavier"),
                InitialiserText.of(WRITTEN).stream()
                        .map(i -> i.parameter() + " " + i.function())
                        .toList());
        assertEquals(
                WRITTEN.replace("xavier(4", "he(4").replace("xavier(1", "he(1"),
                InitialiserText.withFunction(WRITTEN, i -> i.parameter().startsWith("W"), "he"));
        read(TrainingText.of(WRITTEN).withNextSeeds());
    }

    /// The trained values stand where the first ones stood, and read back exactly.
    @ParameterizedTest
    @ValueSource(strings = {WRITTEN, NET})
    void trained_values_are_written_into_the_program(String program) {
        Model model = read(program);
        int w = model.names().get("W1");
        Tensor trained = model.leaf(w).map(x -> x / 3 + 0.1);
        TrainedText written = TrainedText.of(model, Map.of("W1", trained));
        String text = assertInstanceOf(TrainedText.Text.class, written).text();
        Model again = read(text);
        assertEquals(trained, again.leaf(again.names().get("W1")));
        assertEquals(model.leaf(model.names().get("b1")), again.leaf(again.names().get("b1")));
        String functions = program.substring(0, program.indexOf("data"));
        assertTrue(text.startsWith(functions), text);
        assertEquals(
                model.graph().node(model.output()).shape(),
                again.graph().node(again.output()).shape());
    }

    /// A body that does not fit batches of another size is told of, not thrown.
    @Test
    void a_function_that_fits_one_batch_alone_is_a_problem_of_the_program() {
        String sums = WRITTEN.replace("mean(bce(p, t))", "sum(bce(p, t))");
        assertInstanceOf(ReadResult.Problems.class, Language.read(sums));
        String fixed = WRITTEN.replace("scale = 0.5", "scale = [" + "1, ".repeat(7) + "1]");
        assertInstanceOf(ReadResult.Problems.class, Language.read(fixed));
    }
}
