package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Trace;
import dev.backstep.lang.Model;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts run by PyTorch itself, if it is there: `python3`, or what the environment variable
/// `BACKSTEP_PYTHON` names.
class PyTorchRunTest {

    private static final double SAME = 1e-9;

    /// Runs each script by itself, and prints a line between them.
    private static final String DRIVER =
            """
            import runpy, sys
            for script in sys.argv[1:]:
                print("script")
                runpy.run_path(script, run_name="__main__")
            """;

    @TempDir Path folder;

    private static String python() {
        return System.getenv().getOrDefault("BACKSTEP_PYTHON", "python3");
    }

    private String run(List<String> command) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
        } catch (IOException none) {
            return Assumptions.abort("there is no " + command.getFirst());
        }
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it did not end");
        if (process.exitValue() != 0) {
            String why = Files.readString(err, StandardCharsets.UTF_8);
            Assumptions.assumeFalse(
                    why.contains("No module named 'torch'"), "PyTorch is not installed");
            throw new AssertionError(why);
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    /// The samples that train do so for three epochs only.
    private static List<String> programs() throws IOException {
        List<String> all = new ArrayList<>(ScriptPrograms.all());
        try (var files = Files.list(Path.of("samples"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".bs")).sorted().toList()) {
                String text = Files.readString(file);
                boolean chaotic = file.toString().contains("exploding");
                all.add(text.replaceAll("epochs=\\d+", "epochs=" + (chaotic ? 1 : 3)));
            }
        }
        return all;
    }

    @Test
    void pytorch_prints_the_same_values_gradients_and_losses() throws Exception {
        run(List.of(python(), "-c", "import torch"));
        Path driver = Files.writeString(folder.resolve("driver.py"), DRIVER);
        List<String> command = new ArrayList<>(List.of(python(), driver.toString()));
        List<Model> models = new ArrayList<>();
        for (String program : programs()) {
            Model model = PyTorchScriptTest.model(program);
            Path script = folder.resolve(models.size() + ".py");
            Files.writeString(script, PyTorchScript.of(model));
            command.add(script.toString());
            models.add(model);
        }
        String[] printed = run(command).split("script\n");
        assertEquals(models.size() + 1, printed.length);
        for (int k = 0; k < models.size(); k++) {
            compare(models.get(k), printed[k + 1].lines().toList());
        }
    }

    private Process alone(String program) throws Exception {
        run(List.of(python(), "-c", "import torch"));
        Path script = folder.resolve("alone.py");
        Files.writeString(script, PyTorchScript.of(PyTorchScriptTest.model(program)));
        return new ProcessBuilder(python(), script.toString())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    /// As `eval --json` prints them: JSON has no such numbers.
    @Test
    void numbers_that_are_not_finite_are_strings() throws Exception {
        String text = "x = [-1, 0]\na = log(x)\nb = 1 / x\nL = sum(a) + sum(b)\n";
        assertEquals(0, alone(text).waitFor());
        JsonNode values =
                new ObjectMapper().readTree(Files.readString(folder.resolve("out"))).get("values");
        assertEquals("[[\"NaN\",\"-Infinity\"]]", values.get("a").toString());
        assertEquals("[[-1.0,\"Infinity\"]]", values.get("b").toString());
    }

    @Test
    void a_training_ends_where_its_loss_is_not_finite_as_that_of_train() throws Exception {
        String text = "param x = 1\nloss L = x^4\ntrain sgd(rate=10, epochs=50)\n";
        Training training = Training.of(PyTorchScriptTest.model(text).setup().orElseThrow());
        assertEquals(1, alone(text).waitFor());
        List<String> printed = Files.readAllLines(folder.resolve("out"));
        for (String line : printed.subList(1, printed.size())) {
            training.epoch();
            assertTrue(Double.isFinite(training.epochLoss()), line);
        }
        assertTrue(Files.readString(folder.resolve("err")).contains("the loss is not finite"));
    }

    private static void compare(Model model, List<String> printed) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode report = json.readTree(printed.getFirst());
        Adjoint adjoint = Adjoint.of(model.graph(), model.output());
        Trace trace = Trace.of(adjoint.graph(), model.leaves());
        for (Map.Entry<String, Integer> named : model.names().entrySet()) {
            String name = named.getKey();
            same(name, trace.value(named.getValue()), report.get("values").get(name));
            JsonNode gradient = report.get("gradients").get(name);
            if (gradient != null) {
                Integer id = adjoint.gradients().get(named.getValue());
                Tensor zero = Tensor.full(model.graph().node(named.getValue()).shape(), 0);
                same("gradient of " + name, id == null ? zero : trace.value(id), gradient);
            }
        }
        if (model.setup().isPresent()) {
            Training training = Training.of(model.setup().get());
            for (String line : printed.subList(1, printed.size())) {
                training.epoch();
                double loss = json.readTree(line).get("loss").asDouble();
                double right = training.epochLoss();
                assertEquals(right, loss, SAME * Math.max(1, Math.abs(right)), model.text());
            }
        }
    }

    private static void same(String name, Tensor right, JsonNode found) {
        for (int k = 0; k < right.size(); k++) {
            JsonNode at =
                    right.size() == 1 ? found : found.get(k / right.cols()).get(k % right.cols());
            assertEquals(
                    right.at(k),
                    at.asDouble(),
                    SAME * Math.max(1, Math.abs(right.at(k))),
                    name + " element " + k);
        }
    }
}
