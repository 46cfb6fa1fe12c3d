package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvFiles;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.lang.Schedule;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.train.Evaluation;
import dev.backstep.train.Failure;
import dev.backstep.train.Layer;
import dev.backstep.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The samples that train come to what they promise; everything about them is seeded.
class SamplesTrainingTest {

    private static Model model(String file) throws IOException {
        String text = Files.readString(Path.of("samples", file));
        return ((ReadResult.Ok) Language.read(text, CsvFiles.in(Path.of("samples")))).model();
    }

    private static Training trained(String file) throws IOException {
        Model model = model(file);
        Schedule schedule = model.learning().orElseThrow().schedule().orElseThrow();
        Training training = Training.of(model.setup().orElseThrow());
        while (training.epochs() < schedule.epochs() && training.next()) {
            // until it is done
        }
        return training;
    }

    private static Evaluation test(Training training) {
        return training.evaluate(training.setup().data().test());
    }

    @ParameterizedTest
    @CsvSource({
        "16-minibatch-sgd.bs, 0.97",
        "17-circle.bs, 0.95",
        "18-xor.bs, 0.95",
        "19-gauss.bs, 0.97",
        "20-spiral.bs, 0.95",
        "21-blobs-5-classes.bs, 0.98",
        "25-vanishing-relu.bs, 0.90"
    })
    void a_classifier_is_right_this_often_on_samples_it_has_not_seen(String file, double share)
            throws IOException {
        double accuracy = test(trained(file)).accuracy().orElseThrow();
        assertTrue(accuracy >= share, file + ": " + accuracy);
    }

    /// The noise of the wave has a variance of 0.05² = 0.0025; that of the plane, drawn evenly from
    /// ±0.6 for each coordinate and divided by 10, one of 2·(0.6²/3)/100 = 0.0024.
    @ParameterizedTest
    @CsvSource({"22-plane.bs, 0.004", "23-wave.bs, 0.008"})
    void a_regression_comes_down_to_about_its_noise(String file, double loss) throws IOException {
        double reached = test(trained(file)).loss();
        assertTrue(reached <= loss, file + ": " + reached);
    }

    @Test
    void the_plane_is_found_that_the_data_were_made_with() throws IOException {
        Training training = trained("22-plane.bs");
        Tensor w = training.parameters().get("W");
        assertEquals(0.1, w.at(0), 0.005);
        assertEquals(0.1, w.at(1), 0.005);
        assertEquals(0, training.parameters().get("b").item(), 0.01);
    }

    @Test
    void eight_sigmoids_learn_nothing_where_eight_relus_do() throws IOException {
        assertTrue(test(trained("24-vanishing-sigmoid.bs")).accuracy().orElseThrow() < 0.7);
        assertTrue(reachesFirst("24-vanishing-sigmoid.bs") < 1e-3);
        assertTrue(reachesFirst("25-vanishing-relu.bs") > 0.1);
    }

    /// How large the gradient of the first weights is beside that of the last, on the first batch.
    private static double reachesFirst(String file) throws IOException {
        Training training = Training.of(model(file).setup().orElseThrow());
        training.next();
        List<Layer.Report> layers = training.snapshot().layers();
        return layers.getFirst().gradient() / layers.getLast().gradient();
    }

    @Test
    void an_exploding_run_stops_and_says_where_and_why() throws IOException {
        Failure failure = trained("26-exploding.bs").failure().orElseThrow();
        assertEquals(
                "epoch 13, batch 2: se is not finite: (−1.375e+154 − 0.1906)² overflows to ∞",
                Bundle.ENGLISH.say(failure.sentence()));
    }
}
