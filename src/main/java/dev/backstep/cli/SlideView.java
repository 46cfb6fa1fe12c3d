package dev.backstep.cli;

import dev.backstep.export.ExportCourse;
import dev.backstep.export.Figure;
import dev.backstep.export.StepSeries;
import dev.backstep.export.figure.SlideFigure;
import dev.backstep.graph.Detail;
import dev.backstep.layout.TypeSize;
import dev.backstep.notation.Numbers;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// `render --view present`: a step as it is presented.
record SlideView(Arranged drawn, FigureFile file) {

    /// Steps are counted as `trace` does, by operations, if one is given by its number, and if all
    /// are drawn; else the graph is drawn at the finest level that can be read.
    static SlideView of(Evaluated run, DetailOption detail, String step, FigureFile file) {
        Arranged drawn =
                detail.isGiven() || step.equals("all") || step.matches("\\d+")
                        ? Arranged.at(Detail.Level.OPERATIONS, detail, run, SlideFigure.GRAPH)
                        : Arranged.legible(detail, run, SlideFigure.GRAPH, SlideView::isLegible);
        return new SlideView(drawn, file);
    }

    private static boolean isLegible(Arranged drawn) {
        return SlideFigure.scale(drawn.arrangement().bounds()) >= TypeSize.LEAST_SCALE;
    }

    /// Writes one slide.
    ///
    /// @return what is to be said of type that is too small
    /// @throws CommandFailure if it cannot be drawn or written
    Optional<Message> write(String step) {
        return file.write(slide(StepOption.index(step, drawn.w().story())));
    }

    /// Writes all steps, a slide each.
    ///
    /// @throws CommandFailure if one cannot be drawn or written
    void writeAll(ExportCourse course) {
        StepSeries.refusal(drawn.w(), drawn.arrangement()).ifPresent(file::refuse);
        file.writeAll(drawn.w().size(), this::slide, course);
    }

    private DoubleFunction<Figure> slide(int step) {
        return _ ->
                Figure.of(
                        SlideFigure.of(
                                drawn.w(), step, Numbers.DEFAULT, Bundle.ENGLISH, drawn.at(step)));
    }
}
