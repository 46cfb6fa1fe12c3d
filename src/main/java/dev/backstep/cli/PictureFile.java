package dev.backstep.cli;

import dev.backstep.export.PictureFormat;
import dev.backstep.export.Png;
import dev.backstep.export.TrainingPlot;
import dev.backstep.layout.Diagram;
import dev.backstep.store.AtomicWrite;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// The picture that an option names, in the format that its ending tells.
final class PictureFile {

    private static final String ENDINGS = ".png, .svg or .pdf";

    private final String said;
    private final Path file;
    private final PictureFormat format;

    private PictureFile(String said, Path file, PictureFormat format) {
        this.said = said;
        this.file = file;
        this.format = format;
    }

    /// @param option such as `-o`
    /// @param program the file of the program, or `-`
    /// @throws CommandFailure if it cannot be written: better before a long training than after it
    static PictureFile of(String option, String name, String program) {
        String said = option + " " + name + ": ";
        PictureFormat format =
                PictureFormat.of(name)
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                said
                                                        + "the name of the picture must end in "
                                                        + ENDINGS));
        try {
            Path file = Path.of(name).toAbsolutePath();
            Path folder = file.getParent();
            if (Files.isDirectory(file)) {
                throw new CommandFailure(said + "this is a folder");
            }
            if (folder == null || !Files.isDirectory(folder)) {
                throw new CommandFailure(said + "there is no folder " + folder);
            }
            if (isProgram(file, program)) {
                throw new CommandFailure(said + "this is the program that is drawn");
            }
            if (!Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
                throw new CommandFailure(said + "it cannot be written there");
            }
            return new PictureFile(said, file, format);
        } catch (InvalidPathException e) {
            throw new CommandFailure(said + "this is not a file name");
        }
    }

    /// Whether a picture would take the place of the program, under this or another name.
    private static boolean isProgram(Path file, String program) {
        try {
            return !program.equals("-")
                    && Files.exists(file)
                    && Files.isSameFile(file, Path.of(program));
        } catch (IOException e) {
            return false;
        }
    }

    PictureFormat format() {
        return format;
    }

    /// Writes a picture of a diagram.
    ///
    /// @throws CommandFailure if it cannot be made or written
    void write(Diagram diagram, Png.Picture picture) {
        refuse(format.refusal(diagram, picture));
        write(to -> format.write(diagram, picture, to));
    }

    /// Writes a picture of a training.
    ///
    /// @throws CommandFailure if it cannot be made or written
    void write(TrainingPlot plot, Png.Picture picture) {
        refuse(format.refusal(plot, picture));
        write(to -> format.write(plot, picture, to));
    }

    private void refuse(Optional<Message> reason) {
        reason.ifPresent(
                why -> {
                    throw new CommandFailure(said + Bundle.ENGLISH.say(why));
                });
    }

    /// Writes beside the file, then moves it there.
    private void write(AtomicWrite.Content content) {
        try {
            AtomicWrite.write(file, content);
        } catch (IOException e) {
            String why = AtomicWrite.why(e).map(w -> "; " + Bundle.ENGLISH.say(w)).orElse("");
            throw new CommandFailure(said + "it cannot be written there" + why);
        }
    }
}
