package dev.backstep.ui.files;

import dev.backstep.onnx.OnnxProgram;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import dev.backstep.ui.kit.Texts;
import java.nio.file.Path;
import java.util.Optional;

/// What came of reading a model in the format ONNX.
public sealed interface ModelRead {

    record Ok(OnnxProgram program) implements ModelRead {}

    /// @param why names the file
    record Refused(Message why) implements ModelRead {}

    /// Reads a model, with comments in the language now spoken.
    ///
    /// @param stem what the names of the files of large weights begin with; nothing if all weights
    ///   are to stand in the text
    static ModelRead of(Path file, Optional<String> stem) {
        String name = String.valueOf(file.getFileName());
        try {
            return new Ok(OnnxProgram.of(OnnxProgram.model(file), name, stem, Texts.spoken()));
        } catch (Refusal e) {
            return new Refused(Message.of("disk.at").with("file", name).with("problem", e.why()));
        }
    }
}
