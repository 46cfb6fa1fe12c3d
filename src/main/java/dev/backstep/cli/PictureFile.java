package dev.backstep.cli;

import dev.backstep.export.PictureFormat;
import dev.backstep.export.Png;
import dev.backstep.export.TrainingPlot;
import dev.backstep.layout.Diagram;
import dev.backstep.text.Message;
import java.util.Optional;

/// The picture that an option names, in the format that its ending tells.
final class PictureFile {

    private static final String ENDINGS = ".png, .svg or .pdf";

    private final OutFile file;
    private final PictureFormat format;

    private PictureFile(OutFile file, PictureFormat format) {
        this.file = file;
        this.format = format;
    }

    /// @param option such as `-o`
    /// @param program the file of the program, or `-`
    /// @throws CommandFailure if it cannot be written: better before a long training than after it
    static PictureFile of(String option, String name, String program) {
        PictureFormat format = format(option, name);
        return new PictureFile(OutFile.of(option, name, program), format);
    }

    /// @throws CommandFailure if the name does not say it
    static PictureFormat format(String option, String name) {
        return PictureFormat.of(name)
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        option
                                                + " "
                                                + name
                                                + ": the name of the picture must end in "
                                                + ENDINGS));
    }

    PictureFormat format() {
        return format;
    }

    /// Writes a picture of a diagram.
    ///
    /// @throws CommandFailure if it cannot be made or written
    void write(Diagram diagram, Png.Picture picture) {
        refuse(format.refusal(diagram, picture));
        file.write(to -> format.write(diagram, picture, to));
    }

    /// Writes a picture of a training.
    ///
    /// @throws CommandFailure if it cannot be made or written
    void write(TrainingPlot plot, Png.Picture picture) {
        refuse(format.refusal(plot, picture));
        file.write(to -> format.write(plot, picture, to));
    }

    private void refuse(Optional<Message> reason) {
        if (reason.isPresent()) {
            throw file.refused(reason.get());
        }
    }
}
