package dev.backstep.cli;

import dev.backstep.export.ExportCourse;
import dev.backstep.export.Gif;
import dev.backstep.export.PictureFormat;
import dev.backstep.export.Png.Picture;
import dev.backstep.export.StepSeries;
import dev.backstep.layout.StepDiagrams;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// All steps of a program as pictures: a file each, or one animation.
///
/// @param format of each; nothing for an animation
record FilmFile(OutFile file, Optional<PictureFormat> format) {

    /// @throws CommandFailure if it cannot be written: better before it is drawn than after it
    static FilmFile of(String name, String program) {
        return Gif.isNamed(name)
                ? new FilmFile(OutFile.of("-o", name, program), Optional.empty())
                : new FilmFile(
                        OutFile.series("-o", name, program),
                        Optional.of(PictureFile.format("-o", name, PictureFile.OF_ALL_STEPS)));
    }

    /// Writes all steps.
    ///
    /// @param sized how the picture of a step is to look
    /// @throws CommandFailure if there are too many steps, or it cannot be written
    void write(Arranged drawn, Function<StepDiagrams, Picture> sized, ExportCourse course) {
        Walkthrough w = drawn.w();
        Optional<Message> refusal = StepSeries.refusal(w, drawn.arrangement());
        if (refusal.isPresent()) {
            throw file.refused(refusal.get());
        }
        StepDiagrams steps = drawn.steps();
        Picture picture = sized.apply(steps);
        try {
            if (format.isEmpty()) {
                file.write(to -> Gif.write(steps, picture, course, to));
                return;
            }
            StepSeries series = new StepSeries(format.get(), steps, picture, course);
            List<String> names = StepSeries.names(file.name(), steps.size());
            file.write(names, series::write);
        } catch (Refusal e) {
            throw file.refused(e.why());
        }
    }
}
