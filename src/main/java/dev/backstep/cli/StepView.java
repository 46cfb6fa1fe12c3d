package dev.backstep.cli;

import dev.backstep.export.ExportCourse;
import dev.backstep.export.PictureFormat;
import dev.backstep.export.Png;
import dev.backstep.export.StepSeries;
import dev.backstep.export.TrainingPlot;
import dev.backstep.export.step.StepFigure;
import dev.backstep.graph.Detail;
import dev.backstep.layout.Size;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `render --view step`: a step explained on a sheet.
///
/// @param w what the steps are told of
/// @param notes what the program says of its nodes
record StepView(
        Walkthrough w,
        Map<Integer, String> notes,
        PictureOptions look,
        OutFile file,
        PictureFormat format) {

    /// Of a room, the widths that are tried.
    private static final List<Double> WIDTHS =
            List.of(StepFigure.COLUMN, 540.0, StepFigure.PAGE, 860.0, 1040.0);

    /// Steps are counted by operations, as `trace` does.
    static StepView of(
            Evaluated run,
            DetailOption detail,
            PictureOptions look,
            OutFile file,
            PictureFormat format) {
        Walkthrough w = detail.of(run.w(), run.model(), Detail.Level.OPERATIONS);
        return new StepView(w, Steps.report(run, w).notes(), look, file, format);
    }

    /// Writes one step.
    ///
    /// @return what is to be said of type that is too small
    /// @throws CommandFailure if it cannot be drawn or written
    Optional<Message> write(int step) {
        TrainingPlot plot = plot(step);
        Png.Picture picture = look.of(plot);
        check(plot, picture);
        file.write(to -> format.write(plot, picture, to));
        return Png.warning(plot, picture);
    }

    /// Writes all steps, a file each.
    ///
    /// @throws CommandFailure if one cannot be drawn or written
    void writeAll(ExportCourse course) {
        StepSeries.tooMany(w).ifPresent(this::refuse);
        List<String> names = StepSeries.names(file.name(), w.size());
        file.write(
                names,
                (step, to) -> {
                    TrainingPlot plot = plot(step);
                    Png.Picture picture = look.of(plot);
                    check(plot, picture);
                    format.write(plot, picture, to);
                    course.reached(step + 1, w.size());
                });
    }

    private void check(TrainingPlot plot, Png.Picture picture) {
        format.refusal(plot, picture).ifPresent(this::refuse);
    }

    private void refuse(Message why) {
        throw file.refused(why);
    }

    private TrainingPlot plot(int step) {
        if (look.isRoom()) {
            return fitting(step);
        }
        return plot(step, TrainingPlot.stepWidth(look.plain()));
    }

    /// The width at which it is drawn largest.
    private TrainingPlot fitting(int step) {
        TrainingPlot best = plot(step, StepFigure.PAGE);
        double largest = 0;
        Size room = look.room();
        for (double width : WIDTHS) {
            TrainingPlot plot = plot(step, width);
            Png.PixelSize one = Png.pixels(plot, Png.Picture.of(look.theme(), 1));
            double scale = Math.min(room.width() / one.width(), room.height() / one.height());
            if (scale > largest) {
                best = plot;
                largest = scale;
            }
        }
        return best;
    }

    private TrainingPlot plot(int step, double width) {
        String note = notes.getOrDefault(w.step(step).node(), "");
        return TrainingPlot.of(
                StepFigure.of(w, step, Numbers.DEFAULT, Bundle.ENGLISH, note, width));
    }
}
