package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvFiles;
import dev.backstep.data.Shuffle;
import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Op;
import dev.backstep.graph.Trace;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.text.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a script for PyTorch computes is what Backstep does: read back and evaluated by a reader
/// that shares no code with the program.
class PyTorchScriptTest {

    private static final double SAME = 1e-9;
    private static final double STEP = 1e-6;

    static Stream<String> programs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            List<String> samples =
                    files.filter(f -> f.toString().endsWith(".bs"))
                            .map(Path::toString)
                            .sorted()
                            .toList();
            return Stream.concat(samples.stream(), ScriptPrograms.all().stream());
        }
    }

    static Model model(String program) throws IOException {
        String text = program.endsWith(".bs") ? Files.readString(Path.of(program)) : program;
        ReadResult read = Language.read(text, CsvFiles.in(Path.of("samples")));
        return assertInstanceOf(ReadResult.Ok.class, read, read::toString).model();
    }

    /// The first mini-batch, drawn from the samples of the script by the order of the first epoch.
    private static Map<String, double[][]> batch(ScriptReader script, Model model) {
        if (script.global("train_X") == null) {
            return Map.of();
        }
        double[][] all = script.global("train_X");
        int[] order = new int[all[0].length];
        long seed = model.learning().flatMap(l -> l.schedule()).map(s -> s.seed()).orElse(0L);
        Shuffle.fill(order, seed, 0);
        int size = model.leaf(model.names().get("X")).cols();
        Map<String, double[][]> batch = new HashMap<>();
        for (String name : List.of("X", "y")) {
            double[][] from = script.global("train_" + name);
            double[][] to = new double[from.length][size];
            for (int i = 0; i < to.length; i++) {
                for (int j = 0; j < size; j++) {
                    to[i][j] = from[i][order[j]];
                }
            }
            batch.put(name, to);
        }
        return batch;
    }

    @ParameterizedTest
    @MethodSource("programs")
    void every_named_value_is_that_of_the_program(String program) throws Exception {
        Model model = model(program);
        ScriptReader script = new ScriptReader(PyTorchScript.of(model));
        Map<String, double[][]> values = script.values(batch(script, model));
        Trace trace = Trace.of(model.graph(), model.leaves());
        assertEquals(model.names().keySet(), values.keySet());
        model.names().forEach((name, id) -> same(name, trace.value(id), values.get(name), SAME));
    }

    /// Of each leaf a few elements, moved a little to both sides.
    @ParameterizedTest
    @MethodSource("programs")
    void differences_of_the_output_are_the_gradients_of_the_program(String program)
            throws Exception {
        Model model = model(program);
        String text = PyTorchScript.of(model);
        ScriptReader script = new ScriptReader(text);
        Map<String, double[][]> batch = batch(script, model);
        Adjoint adjoint = Adjoint.of(model.graph(), model.output());
        Trace trace = Trace.of(adjoint.graph(), model.leaves());
        Random random = new Random(7);
        boolean kink = ScriptPrograms.hasKink(text);
        List<String> leaves =
                model.names().keySet().stream()
                        .filter(n -> model.graph().node(model.names().get(n)).isLeafWithGradient())
                        .filter(n -> script.leaves.containsKey(attribute(n)))
                        .toList();
        assertFalse(leaves.isEmpty(), "some leaf is compared");
        for (String name : kink ? List.<String>of() : leaves) {
            int id = model.names().get(name);
            Tensor gradient =
                    adjoint.gradients().containsKey(id)
                            ? trace.value(adjoint.gradients().get(id))
                            : Tensor.full(model.leaf(id).shape(), 0);
            for (int k = 0; k < Math.min(3, gradient.size()); k++) {
                int at = random.nextInt(gradient.size());
                double found = slope(script, attribute(name), at, batch, output(model));
                double right = gradient.at(at);
                double near = 1e-4 * Math.max(1, Math.abs(right));
                assertEquals(right, found, near, name + " element " + at);
            }
        }
    }

    private static String attribute(String name) {
        return "p_" + name.replace('.', '_');
    }

    private static String output(Model model) {
        return model.names().entrySet().stream()
                .filter(e -> e.getValue() == model.output())
                .reduce((_, b) -> b)
                .orElseThrow()
                .getKey();
    }

    private static double slope(
            ScriptReader script,
            String leaf,
            int at,
            Map<String, double[][]> batch,
            String output) {
        double[][] value = script.leaves.get(leaf);
        int row = at / value[0].length;
        int col = at % value[0].length;
        double before = value[row][col];
        double step = STEP * Math.max(1, Math.abs(before));
        value[row][col] = before + step;
        double above = script.values(batch).get(output)[0][0];
        value[row][col] = before - step;
        double below = script.values(batch).get(output)[0][0];
        value[row][col] = before;
        return (above - below) / (2 * step);
    }

    private static void same(String name, Tensor right, double[][] found, double within) {
        assertEquals(right.rows(), found.length, name);
        assertEquals(right.cols(), found[0].length, name);
        for (int k = 0; k < right.size(); k++) {
            double expected = right.at(k);
            assertEquals(
                    expected,
                    found[k / right.cols()][k % right.cols()],
                    Double.isFinite(expected) ? within * Math.max(1, Math.abs(expected)) : 0,
                    name + " element " + k);
        }
    }

    /// The samples of a batch are one more dimension: the same lines hold for any number of them.
    @Test
    void the_same_module_takes_any_number_of_samples() throws Exception {
        Model model = model("samples/21-blobs-5-classes.bs");
        ScriptReader script = new ScriptReader(PyTorchScript.of(model));
        for (int n : new int[] {1, 2, 7, 100}) {
            Map<String, double[][]> batch = new HashMap<>();
            for (String name : List.of("X", "y")) {
                double[][] all = script.global("train_" + name);
                batch.put(name, Matrices.part(all, new int[] {0, all.length}, new int[] {0, n}));
            }
            assertEquals(1, script.values(batch).get("L").length);
        }
    }

    /// Every op of the language is in one of the programs, so that none is exported untested.
    @Test
    void every_op_of_the_language_is_exported() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String program : programs().toList()) {
            model(program).graph().nodes().stream()
                    .map(
                            n ->
                                    n.op() instanceof Op.Move m
                                            ? m.getClass().getSimpleName()
                                            : n.op().word())
                    .forEach(word -> all.append(word).append(' '));
        }
        for (Op.Unary op : Op.Unary.values()) {
            assertTrue(all.toString().contains(op.word() + " "), op.word());
        }
        for (Op.Binary op : Op.Binary.values()) {
            assertTrue(all.toString().contains(op.word() + " "), op.word());
        }
        for (String word :
                ("relu abs leaky_relu elu step clip pow matmul transpose dot norm reshape sum mean"
                                + " logsumexp max min var std centre softmax log_softmax ce ce_logits"
                                + " Stop Diag Slice Place Join")
                        .split(" ")) {
            assertTrue(all.toString().contains(word + " "), word);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set mistake = sign/x = 1/L = x^2 | leave out set mistake = sign",
                "x = zeros(1500, 1400)/L = sum(x) | there are 2100000 numbers to be written out, more than 2000000"
            })
    void what_cannot_be_exported_is_said(String program, String told) throws Exception {
        Model model = model(program.replace('/', '\n'));
        Refusal refusal = assertThrows(Refusal.class, () -> PyTorchScript.of(model));
        assertTrue(
                Bundle.ENGLISH.say(refusal.why()).contains(told),
                Bundle.ENGLISH.say(refusal.why()));
    }
}
