package dev.backstep.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backstep.graph.FiniteDifferences;
import dev.backstep.graph.Node;
import dev.backstep.graph.Trace;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.text.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A model as it was read: its program, and what that computes.
record Imported(OnnxProgram program, Model model, Trace trace) {

    static Imported of(ModelBytes bytes) {
        OnnxProgram program = program(bytes.bytes());
        Model model =
                assertInstanceOf(
                                ReadResult.Ok.class,
                                Language.read(program.text(), program.inMemory()),
                                program.text())
                        .model();
        return new Imported(program, model, Trace.of(model.graph(), model.leaves()));
    }

    static OnnxProgram program(byte[] bytes) {
        return OnnxProgram.of(
                ModelReader.read(bytes, new ExternalFiles(Path.of("no such folder"))),
                "model.onnx",
                Optional.of("model"),
                Bundle.ENGLISH);
    }

    static String refusal(ModelBytes model) {
        return assertThrows(Refusal.class, () -> program(model.bytes())).getMessage();
    }

    /// What the program computes under a name.
    Tensor value(String name) {
        return trace.value(model.names().get(name));
    }

    /// The elements in the order of the model, which is column by column here.
    double[] elements(String name) {
        return value(name).transposed().toArray();
    }

    /// Every gradient of the loss is what finite differences find.
    void assertGradients(String what) {
        List<Integer> leaves =
                model.graph().nodes().stream()
                        .filter(Node::isLeafWithGradient)
                        .map(Node::id)
                        .toList();
        FiniteDifferences.law(
                model.graph(), model.output(), model.leaves(), leaves, 1, new Random(1), what);
    }

    void assertComputes(String name, int columns, double... expected) {
        double[] found = elements(name);
        assertEquals(columns, value(name).cols(), program.text());
        assertEquals(expected.length, found.length, program.text());
        for (int k = 0; k < found.length; k++) {
            assertEquals(
                    expected[k],
                    found[k],
                    1e-12 * Math.max(1, Math.abs(expected[k])),
                    name + "[" + k + "]\n" + program.text());
        }
    }
}
