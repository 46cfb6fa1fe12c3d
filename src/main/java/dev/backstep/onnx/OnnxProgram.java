package dev.backstep.onnx;

import dev.backstep.data.DataFiles;
import dev.backstep.lang.Language;
import dev.backstep.lang.ReadResult;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A model as a program of the language.
///
/// @param text of the program
/// @param files the matrices that it names, to be kept beside it as `.npy`
public record OnnxProgram(String text, Map<String, Tensor> files) {

    /// The largest file of a model: the most numbers that a program may have, in double precision,
    /// and what stands around them.
    private static final int MAX_BYTES = 64_000_000;

    /// How many samples are drawn where a model leaves that open: more than one, so that samples
    /// are told apart from features.
    private static final int SAMPLES = 2;

    public OnnxProgram {
        files = Map.copyOf(files);
    }

    /// Whether a file is a model, by its name.
    public static boolean isModel(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    /// The name of a file without its ending.
    public static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    /// Reads a file.
    ///
    /// @throws Refusal if it cannot be read, or is no model
    public static OnnxModel model(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Message.of("onnx.no.file"));
        }
        Path folder = file.toAbsolutePath().getParent();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new Refusal(Message.of("onnx.large").with("most", MAX_BYTES / 1_000_000));
            }
            return ModelReader.read(bytes, new ExternalFiles(folder == null ? file : folder));
        } catch (IOException e) {
            throw new Refusal(Message.of("onnx.unreadable"));
        }
    }

    /// The program of a model.
    ///
    /// @param name of its file
    /// @param stem what the names of the files of large weights begin with; nothing if all weights
    ///   are to stand in the text
    /// @param words the language of the comments
    /// @throws Refusal if anything cannot be said exactly, or is too large
    public static OnnxProgram of(
            OnnxModel model, String name, Optional<String> stem, Bundle words) {
        Refusal first;
        try {
            return written(model, name, stem, words, SAMPLES);
        } catch (Refusal e) {
            first = e;
        }
        try {
            // some models hold for a single sample only, though they leave the number open
            return written(model, name, stem, words, 1);
        } catch (Refusal e) {
            throw first;
        }
    }

    private static OnnxProgram written(
            OnnxModel model, String name, Optional<String> stem, Bundle words, int batch) {
        ProgramLines listing =
                new ProgramLines(stem.map(s -> s.replaceAll("[^\\p{L}\\p{N}._-]", "_")));
        Translation translation = new Translation(model, listing, batch);
        translation.write();
        Ending ending = Ending.of(model, translation);
        List<String> lines = new ArrayList<>();
        for (Message said : ending.heading(name)) {
            lines.add("# " + words.say(said));
        }
        lines.addAll(listing.lines());
        ending.lines(words).forEach(lines::add);
        OnnxProgram program = new OnnxProgram(String.join("\n", lines) + "\n", listing.files());
        program.requireReadable();
        return program;
    }

    /// What is written can be read: so no name of a model has become anything but a name.
    private void requireReadable() {
        if (text.length() > Language.MAX_LENGTH) {
            throw new Refusal(Message.of("onnx.long"));
        }
        if (Language.read(text, inMemory()) instanceof ReadResult.Problems(var problems)) {
            throw new Refusal(
                    Message.of("onnx.program").with("problem", problems.getFirst().message()));
        }
    }

    /// The files before they are written.
    public DataFiles inMemory() {
        return DataFiles.of(files);
    }
}
