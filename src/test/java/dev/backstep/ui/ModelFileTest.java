package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.onnx.ModelBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A model in the format ONNX is opened like a program.
class ModelFileTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir Path folder;

    private void open(Path file) throws Exception {
        at.on(
                () -> {
                    at.window().files().open(file);
                    return true;
                });
    }

    @Test
    void a_model_is_a_new_program_and_one_that_is_none_is_refused() throws Exception {
        at.open(WindowHarness.SAMPLE);
        byte[] model =
                new ModelBytes(13)
                        .input("x", -1, 2)
                        .weight("w", new long[] {2, 1}, 3, 4)
                        .node("MatMul", "z", "x w")
                        .node("Sigmoid", "p", "z")
                        .output("p")
                        .bytes();
        open(Files.write(folder.resolve("net.onnx"), model));
        at.await(() -> at.state().document().text().contains("param w = [3, 4]"));
        assertEquals(Optional.empty(), at.state().origin().file());
        assertTrue(at.state().document().text().contains("loss L = mean(bce(p, y))"));
        at.await(() -> at.window().notices().getText().startsWith("net.onnx is open."));
        at.await(() -> at.state().good().isPresent());
        open(Files.writeString(folder.resolve("other.onnx"), "x = 1"));
        at.await(
                () ->
                        at.window()
                                .notices()
                                .getText()
                                .startsWith("other.onnx: this is no ONNX model"));
        assertTrue(at.state().document().text().contains("param w = [3, 4]"));
    }
}
