package dev.backstep.cli;

import dev.backstep.lang.Glance;
import dev.backstep.lang.Model;
import dev.backstep.lang.TrainedText;
import dev.backstep.store.ProgramFile;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Training;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The file of `--save`: the program with what training made of its parameters.
final class TrainedFile {

    private static final String OPTION = "--save ";

    private final String name;
    private final Path file;

    private TrainedFile(String name, Path file) {
        this.name = name;
        this.file = file;
    }

    /// @throws CommandFailure if it cannot be written: better before a long training than after it
    static TrainedFile of(String name) {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".bs")) {
            throw refused(name, "the name of a program must end in .bs");
        }
        try {
            Path file = Path.of(name).toAbsolutePath();
            Path folder = file.getParent();
            if (Files.isDirectory(file)) {
                throw refused(name, "this is a folder");
            }
            if (folder == null || !Files.isDirectory(folder)) {
                throw refused(name, "there is no folder " + folder);
            }
            if (!Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
                throw refused(name, "it cannot be written there");
            }
            return new TrainedFile(name, file);
        } catch (InvalidPathException e) {
            throw refused(name, "this is not a file name");
        }
    }

    /// Writes the program as training left it, beside the file and then moved there; says so.
    ///
    /// @param read the program as it was read
    /// @param trained the same as it was trained: `--set` may have changed leaves
    /// @throws CommandFailure if that cannot be
    String save(ProgramArgument.AsRead read, Model trained, Training training) {
        if (training.failure().isPresent()) {
            return OPTION + name + ": not written, since the training stopped\n";
        }
        Map<String, Tensor> values = new HashMap<>();
        trained.names()
                .forEach(
                        (leaf, id) ->
                                Optional.ofNullable(trained.leaves().get(id))
                                        .ifPresent(v -> values.put(leaf, v)));
        values.putAll(training.parameters());
        String text = text(TrainedText.of(read.model(), values));
        ProgramFile.write(file, text, read.source().lineEnd())
                .ifPresent(
                        why -> {
                            throw new CommandFailure(OPTION + why);
                        });
        return "saved " + name + note(read.source()) + "\n";
    }

    private String text(TrainedText written) {
        return switch (written) {
            case TrainedText.Text(String text) -> text;
            case TrainedText.TooLong(long length) ->
                    throw refused(
                            name,
                            "the program would have "
                                    + PlainText.grouped(length)
                                    + " characters, over the 1 MB that it may have;"
                                    + " train --json prints the parameters");
            case TrainedText.NotFinite(String leaf) -> throw refused(name, leaf + " is not finite");
            case TrainedText.NotWritten(String leaf) ->
                    throw refused(name, "the text does not hold the value of " + leaf);
        };
    }

    /// A program looks for its files beside itself.
    private String note(Source source) {
        boolean elsewhere =
                !source.folder().toAbsolutePath().normalize().equals(file.normalize().getParent());
        return elsewhere && Glance.readsFile(source.text())
                ? " (it looks for its data beside itself: copy the file there)"
                : "";
    }

    private static CommandFailure refused(String name, String why) {
        return new CommandFailure(OPTION + name + ": " + why);
    }
}
