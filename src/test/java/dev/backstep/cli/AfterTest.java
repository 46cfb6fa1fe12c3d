package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `--after N[:B]`: the state after N epochs and B batches more.
class AfterTest {

    private static final String SAMPLE = "samples/16-minibatch-sgd.bs";
    private static final String EXPLODING = "samples/26-exploding.bs";

    private static JsonNode json(String... args) throws Exception {
        Ran ran = Ran.command(args);
        assertEquals("", ran.err());
        assertEquals(0, ran.exit());
        String[] lines = ran.out().strip().split("\n");
        return new ObjectMapper().readTree(lines[lines.length - 1]);
    }

    /// 320 samples in batches of 32.
    @ParameterizedTest
    @ValueSource(strings = {SAMPLE, "samples/20-spiral.bs", "samples/21-blobs-5-classes.bs"})
    void the_parameters_are_those_that_training_prints(String sample) throws Exception {
        JsonNode trained = json("train", sample, "--json", "--epochs", "3").get("parameters");
        JsonNode shown = json("eval", sample, "--json", "--after", "3").get("values");
        assertTrue(trained.size() > 0);
        trained.properties()
                .forEach(p -> assertEquals(rows(p.getValue()), rows(shown.get(p.getKey()))));
    }

    /// `train` prints rows, `eval` a number for 1×1.
    private static String rows(JsonNode value) {
        return value.isArray() ? value.toString() : "[[" + value + "]]";
    }

    @Test
    void the_update_that_is_shown_leads_to_the_next_moment() throws Exception {
        JsonNode steps = json("trace", SAMPLE, "--json", "--after", "2:9").get("steps");
        JsonNode next = json("eval", SAMPLE, "--json", "--after", "3").get("values");
        int updates = 0;
        for (JsonNode step : steps) {
            if (step.get("phase").textValue().equals("update")) {
                assertEquals(next.get(step.get("node").textValue()), step.get("value"));
                updates++;
            }
        }
        assertEquals(4, updates);
    }

    @Test
    void batches_may_be_more_than_an_epoch_has() throws Exception {
        assertEquals(
                json("eval", SAMPLE, "--json", "--after", "3:2"),
                json("eval", SAMPLE, "--json", "--after", "1:22"));
    }

    @Test
    void gradients_of_a_moment_are_right() {
        Ran ran = Ran.command("check", SAMPLE, "--after", "20:9");
        assertEquals(0, ran.exit(), ran.out() + ran.err());
    }

    @Test
    void render_draws_the_moment(@TempDir Path folder) throws Exception {
        Path first = folder.resolve("first.png");
        Path later = folder.resolve("later.png");
        for (String[] more : new String[][] {{first.toString(), "0"}, {later.toString(), "5:3"}}) {
            Ran ran = Ran.command("render", SAMPLE, "-o", more[0], "--after", more[1]);
            assertEquals(0, ran.exit(), ran.err());
        }
        assertTrue(Files.mismatch(first, later) >= 0);
    }

    /// Sample 26 overflows in its 13th epoch: the batch that does so can still be looked at.
    @Test
    void a_moment_after_the_end_of_a_training_that_broke_off_is_refused() throws Exception {
        Ran ran = Ran.command("eval", EXPLODING, "--after", "12:2");
        assertEquals(1, ran.exit());
        assertEquals("", ran.out());
        assertEquals(
                "--after 12:2: training stopped in epoch 13, batch 2: se is not finite:"
                        + " (−1.375e+154 − 0.1906)² overflows to ∞\n",
                ran.err());
        JsonNode last = json("eval", EXPLODING, "--json", "--after", "12:1");
        assertEquals("Infinity", last.get("values").get("L").textValue());
    }

    @ParameterizedTest
    @CsvSource({
        "3:, 'expected a number of epochs, or epochs and batches as in 3:2'",
        "-1, 'expected a number of epochs, or epochs and batches as in 3:2'",
        "1.5, 'expected a number of epochs, or epochs and batches as in 3:2'",
        "1:2:3, 'expected a number of epochs, or epochs and batches as in 3:2'"
    })
    void what_is_no_moment_is_refused(String after, String why) {
        Ran ran = Ran.command("eval", SAMPLE, "--after=" + after);
        assertEquals(2, ran.exit());
        assertEquals("--after " + after + ": " + why + "\n", ran.err());
    }

    @Test
    void a_program_that_does_not_train_has_no_moments() {
        Ran ran = Ran.command("trace", "samples/04-x2-plus-2xy.bs", "--after", "1");
        assertEquals(2, ran.exit());
        assertEquals(
                "--after 1: there is nothing to train: no data and no train line\n", ran.err());
    }

    @Test
    void samples_cannot_be_set_since_training_takes_them_from_the_data() {
        Ran ran = Ran.command("eval", SAMPLE, "--after", "1", "--set", "X=3");
        assertEquals(2, ran.exit());
        assertEquals("--set X=3: training takes X from the data set\n", ran.err());
    }
}
