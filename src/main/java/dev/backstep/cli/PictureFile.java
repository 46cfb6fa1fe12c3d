package dev.backstep.cli;

import dev.backstep.export.Figure;
import dev.backstep.export.PictureFormat;
import dev.backstep.export.Png;
import dev.backstep.layout.Diagram;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The picture that an option names, in the format that its ending tells.
final class PictureFile {

    /// What else a file of all steps may be.
    static final List<String> OF_ALL_STEPS = List.of(".gif", ".html");

    private final OutFile file;
    private final PictureFormat format;

    private PictureFile(OutFile file, PictureFormat format) {
        this.file = file;
        this.format = format;
    }

    /// @param option such as `-o`
    /// @param program the file of the program, or `-`
    /// @param others endings that the name might have instead, for what is no picture
    /// @throws CommandFailure if it cannot be written: better before a long training than after it
    static PictureFile of(String option, String name, String program, List<String> others) {
        PictureFormat format = format(option, name, others);
        return new PictureFile(OutFile.of(option, name, program), format);
    }

    /// The format that a name tells.
    ///
    /// @param others endings that it might have instead
    /// @throws CommandFailure if it tells none
    static PictureFormat format(String option, String name, List<String> others) {
        List<String> known = new ArrayList<>(PictureFormat.endings());
        known.addAll(others);
        String last = known.removeLast();
        return PictureFormat.of(name)
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        option
                                                + " "
                                                + ProgramArgument.shown(name)
                                                + ": the name must end in "
                                                + String.join(", ", known)
                                                + " or "
                                                + last));
    }

    PictureFormat format() {
        return format;
    }

    /// Writes a picture of a diagram.
    ///
    /// @param say told what memory it needs, if that is much
    /// @throws CommandFailure if it cannot be made or written
    void write(Diagram diagram, Png.Picture picture, Consumer<Message> say) {
        refuse(format.refusal(diagram, picture));
        format.notice(Png.pixels(diagram, picture)).ifPresent(say);
        file.write(to -> format.write(diagram, picture, to));
    }

    /// Writes a figure.
    ///
    /// @throws CommandFailure if it cannot be made or written
    void write(Figure figure, Png.Picture picture) {
        refuse(format.refusal(figure, picture));
        file.write(to -> format.write(figure, picture, to));
    }

    private void refuse(Optional<Message> reason) {
        if (reason.isPresent()) {
            throw file.refused(reason.get());
        }
    }
}
