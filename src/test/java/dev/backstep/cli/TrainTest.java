package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainTest {

    private static final String SAMPLE = "samples/16-minibatch-sgd.bs";
    private static final String NET =
            "param W = [1, 1]\nparam b = 0\nyhat = sigmoid(W @ X + b)\nloss L = mean(bce(yhat, y))\n";

    /// All but the speed, which no two runs share.
    private static String withoutSpeed(String out) {
        return out.replaceAll("at [\\d,]+ samples/s", "at … samples/s")
                .replaceAll("(samples_per_second\":)[-+.\\dE]+", "$1…");
    }

    /// Machines sum in different orders, so that the last digits differ.
    private static String rounded(String out) {
        return Pattern.compile("-?\\d+\\.\\d{12,}(E-?\\d+)?")
                .matcher(out)
                .replaceAll(n -> "%.9g".formatted(Double.parseDouble(n.group())));
    }

    private static List<JsonNode> json(String program, String... args) throws Exception {
        Ran ran = Ran.on(program, args);
        assertEquals("", ran.err());
        assertEquals(0, ran.exit());
        List<JsonNode> lines = new ArrayList<>();
        for (String line : ran.out().split("\n")) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(strings = {"X=3", "y = [1, 2]"})
    void samples_of_a_data_set_cannot_be_set_for_training(String setting) {
        String program = "data xor(samples=40)\n" + NET + "train sgd(rate=0.1, epochs=1)\n";
        Ran ran = Ran.on(program, "train", "-", "--set", setting);
        assertEquals(2, ran.exit());
        assertEquals("", ran.out());
        String said =
                "--set %s: training takes %s from the data set\n"
                        .formatted(setting, setting.substring(0, 1));
        assertTrue(ran.err().endsWith(said), ran.err());
        assertEquals(0, Ran.on(program, "train", "-", "--set", "W=[2, 3]").exit());
    }

    @ParameterizedTest
    @CsvSource({
        "train.txt, train",
        "train-5.json, train --json --epochs 5",
        "sgd-eval.json, eval --json",
        "sgd-trace.txt, trace"
    })
    void the_sample_prints_what_it_printed_before(String golden, String command) throws Exception {
        Ran.command((command + " " + SAMPLE).split(" "))
                .assertGolden(golden, out -> rounded(withoutSpeed(out)));
    }

    @Test
    void the_same_file_gives_the_same_lines_on_every_run() {
        String[] command = {"train", SAMPLE, "--json", "--epochs", "30"};
        assertEquals(
                withoutSpeed(Ran.command(command).out()), withoutSpeed(Ran.command(command).out()));
    }

    @Test
    void json_has_one_line_an_epoch_and_then_the_parameters() throws Exception {
        List<JsonNode> lines =
                json(
                        "data xor(samples=50)\n" + NET + "train sgd(rate=0.1, batch=16, epochs=3)",
                        "train",
                        "-",
                        "--json");
        assertEquals(4, lines.size());
        for (int k = 0; k < 3; k++) {
            JsonNode epoch = lines.get(k);
            assertEquals(k + 1, epoch.get("epoch").intValue());
            assertTrue(epoch.get("loss").isDouble() && epoch.get("test_loss").isDouble());
            assertTrue(epoch.get("accuracy").doubleValue() <= 1);
        }
        JsonNode parameters = lines.getLast().get("parameters");
        assertEquals(2, parameters.get("W").get(0).size());
        assertEquals(1, parameters.get("b").get(0).size());
        assertTrue(lines.getLast().get("samples_per_second").doubleValue() > 0);
    }

    @Test
    void without_a_test_part_and_without_classes_there_is_only_the_loss() throws Exception {
        JsonNode epoch =
                json(
                                "data plane(samples=50, test=0)\nparam W = [1, 1]\nL = mean(se(W @ X, y))\ntrain sgd(rate=0.01)",
                                "train",
                                "-",
                                "--json",
                                "--epochs",
                                "1")
                        .getFirst();
        assertFalse(epoch.has("test_loss") || epoch.has("accuracy"), epoch.toString());
        JsonNode classifier =
                json(
                                "data xor(test=0)\n" + NET + "train sgd(rate=0.1, epochs=1)",
                                "train",
                                "-",
                                "--json")
                        .getFirst();
        assertFalse(classifier.has("test_loss"));
        assertTrue(classifier.has("accuracy"));
    }

    /// One step of W ← W − α ∂L/∂W on the only batch there is, with the gradients that eval gives.
    @Test
    void a_step_is_the_gradient_that_eval_shows_times_the_rate() throws Exception {
        String program =
                "data xor(samples=20, test=0)\n" + NET + "train sgd(rate=0.5, batch=20, epochs=1)";
        JsonNode shown = json(program, "eval", "-", "--json").getFirst();
        JsonNode trained = json(program, "train", "-", "--json").getLast().get("parameters");
        for (int k = 0; k < 2; k++) {
            double before = shown.get("values").get("W").get(0).get(k).doubleValue();
            double gradient = shown.get("gradients").get("W").get(0).get(k).doubleValue();
            double after = trained.get("W").get(0).get(k).doubleValue();
            assertEquals(before - 0.5 * gradient, after, 1e-12);
        }
        assertFalse(shown.get("gradients").has("X") || shown.get("gradients").has("y"));
    }

    @Test
    void thousands_of_epochs_are_told_in_a_score_of_lines() {
        Ran ran =
                Ran.on(
                        "data xor(samples=10)\n" + NET + "train sgd(rate=0.01, epochs=3000)",
                        "train",
                        "-");
        assertEquals(22, ran.out().lines().count(), ran.out());
        assertTrue(ran.out().lines().toList().get(20).startsWith("epoch 3000  loss "), ran.out());
    }

    @Test
    void a_number_that_is_not_finite_ends_the_run_with_1_and_in_words() {
        Ran ran = Ran.command("train", "samples/26-exploding.bs");
        assertEquals(1, ran.exit());
        assertTrue(
                ran.err().matches("stopped: epoch \\d+, batch \\d+: .* is not finite: .*\n"),
                ran.err());
        assertTrue(ran.out().contains("trained "), ran.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x = 1 | there is nothing to train",
                "data xor();L = sum(X) | there is no train line",
                "x = 1;train sgd(rate=1) | -:2:1: there is nothing to train: the program has no param",
                "data csv(\"no.csv\", label=1);L = sum(X) | there is no file",
            })
    void what_cannot_be_trained_is_refused(String program, String why) {
        Ran ran = Ran.on(program.replace(';', '\n'), "train", "-");
        assertEquals(2, ran.exit());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains(why), ran.err());
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1000001", "1.5", "many"})
    void a_number_of_epochs_that_is_none_is_refused(String epochs) {
        Ran ran = Ran.command("train", SAMPLE, "--epochs", epochs);
        assertEquals(2, ran.exit());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("--epochs"), ran.err());
    }

    @Test
    void a_file_of_samples_is_looked_for_beside_the_program(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.csv"), "x1,x2,y\n1,2,0\n2,1,1\n3,1,1\n0,2,0\n1,1,x\n");
        Path program = folder.resolve("a.bs");
        Files.writeString(
                program, "data csv(\"a.csv\", label=y)\n" + NET + "train sgd(rate=1, epochs=1)");
        Ran ran = Ran.command("train", program.toString());
        assertEquals(2, ran.exit(), ran.err()); // three texts are three classes, yhat is one row
        Files.writeString(
                folder.resolve("a.csv"), "x1,x2,y\n1,2,0\n2,1,1\n3,1,1\n0,2,0\n1,1,1\n0,0,0\n");
        assertEquals(0, Ran.command("train", program.toString()).exit());
    }

    @Test
    void check_and_render_work_on_the_first_mini_batch(@TempDir Path folder) {
        Ran check = Ran.command("check", SAMPLE);
        assertEquals(0, check.exit(), check.out());
        assertTrue(check.out().contains("W1"), check.out());
        assertFalse(check.out().contains("X "), check.out());
        Path picture = folder.resolve("a.png");
        assertEquals(0, Ran.command("render", SAMPLE, "-o", picture.toString()).exit());
        assertTrue(Files.exists(picture));
    }

    @Test
    void an_interrupted_run_says_what_it_reached(@TempDir Path folder) throws Exception {
        Path program = folder.resolve("long.bs");
        Files.writeString(program, "data xor()\n" + NET + "train sgd(rate=0.001, epochs=1000000)");
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "--add-modules=jdk.incubator.vector",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.backstep.Main",
                                "train",
                                program.toString(),
                                "--json")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile())
                        .start();
        boolean ended = false;
        while (!ended && Files.size(folder.resolve("out")) < 10_000) {
            ended = process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        process.destroy(); // SIGTERM: 143 where Ctrl-C gives 130
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        List<String> lines = Files.readAllLines(folder.resolve("out"));
        assertTrue(lines.getLast().contains("\"parameters\""), lines.getLast());
        assertEquals(143, process.exitValue());
    }

    @Test
    void a_last_step_that_is_not_finite_ends_with_1_and_in_words() {
        String program =
                "data plane(samples=50, test=0)\nparam w = [1, 1]\nL = mean(se(w @ X, y))\n"
                        + "train sgd(rate=1e308, batch=50, epochs=1)";
        Ran ran = Ran.on(program, "train", "-");
        assertEquals(1, ran.exit(), ran.out());
        assertEquals(
                "stopped: epoch 1, batch 1: w is not finite: its step made it so; try a smaller learning rate\n",
                ran.err());
    }

    @Test
    void a_net_that_trains_is_also_evaluated_however_wide_it_is() {
        String program =
                "data xor(samples=400, test=0.9)\nyhat = mlp(X, [300000, 1], relu, sigmoid)\n"
                        + "loss L = mean(bce(yhat, y))\ntrain sgd(rate=1e-9, batch=1, epochs=1)";
        Ran ran = Ran.on(program, "train", "-");
        assertEquals("", ran.err());
        assertEquals(0, ran.exit());
    }

    @Test
    void a_training_that_ends_at_once_has_no_speed() {
        String program = "param x = 0\nloss L = log(x)\ntrain sgd(rate=0.1)\n";
        Ran ran = Ran.on(program, "train", "-");
        assertEquals(1, ran.exit());
        assertEquals("trained 0 epochs (0 steps)\n", ran.out());
    }
}
