package dev.backstep.cli;

import dev.backstep.export.ExportCourse;
import dev.backstep.export.Figure;
import dev.backstep.export.StepSeries;
import dev.backstep.export.figure.StepFigure;
import dev.backstep.graph.Detail;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// `render --view step`: a step explained on a sheet.
///
/// @param w what the steps are told of
/// @param notes what the program says of its nodes
record StepView(Walkthrough w, Map<Integer, String> notes, FigureFile file) {

    /// Steps are counted by operations, as `trace` does.
    static StepView of(Evaluated run, DetailOption detail, FigureFile file) {
        Walkthrough w = detail.of(run.w(), run.model(), Detail.Level.OPERATIONS);
        return new StepView(w, Steps.report(run, w).notes(), file);
    }

    /// Writes one step.
    ///
    /// @return what is to be said of type that is too small
    /// @throws CommandFailure if it cannot be drawn or written
    Optional<Message> write(int step) {
        return file.write(figure(step));
    }

    /// Writes all steps, a file each.
    ///
    /// @throws CommandFailure if one cannot be drawn or written
    void writeAll(ExportCourse course) {
        StepSeries.tooMany(w).ifPresent(file::refuse);
        file.writeAll(w.size(), this::figure, course);
    }

    private DoubleFunction<Figure> figure(int step) {
        String note = notes.getOrDefault(w.step(step).node(), "");
        return width ->
                Figure.of(StepFigure.of(w, step, Numbers.DEFAULT, Bundle.ENGLISH, note, width));
    }
}
