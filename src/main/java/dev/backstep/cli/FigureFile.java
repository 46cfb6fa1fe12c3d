package dev.backstep.cli;

import dev.backstep.export.ExportCourse;
import dev.backstep.export.Figure;
import dev.backstep.export.PictureFormat;
import dev.backstep.export.Png;
import dev.backstep.export.StepSeries;
import dev.backstep.export.figure.Explained;
import dev.backstep.layout.Size;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;

/// Where figures go that are laid out for the size that is asked for.
record FigureFile(PictureOptions look, OutFile file, PictureFormat format) {

    /// Of a room, the widths that are tried.
    private static final List<Double> WIDTHS =
            List.of(Explained.COLUMN, 540.0, Explained.PAGE, 860.0, 1040.0);

    /// @param several whether they are named after it, one a step
    /// @throws CommandFailure if the name of the file or the look of the picture is wrong
    static FigureFile of(String out, String program, PictureOptions look, boolean several) {
        look.theme();
        look.check(true);
        PictureFormat format = PictureFile.format("-o", out, List.of());
        return new FigureFile(
                look,
                several ? OutFile.series("-o", out, program) : OutFile.of("-o", out, program),
                format);
    }

    /// Writes one.
    ///
    /// @param laidOut for a width
    /// @return what is to be said of type that is too small
    /// @throws CommandFailure if it cannot be drawn or written
    Optional<Message> write(DoubleFunction<Figure> laidOut) {
        Figure figure = fitting(laidOut);
        Png.Picture picture = picture(figure);
        file.write(to -> format.write(figure, picture, to));
        return Png.warning(figure, picture);
    }

    /// Writes the figures of all steps, a file each.
    ///
    /// @throws CommandFailure if one cannot be drawn or written
    void writeAll(int steps, IntFunction<DoubleFunction<Figure>> ofStep, ExportCourse course) {
        file.write(
                StepSeries.names(file.name(), steps),
                (step, to) -> {
                    Figure figure = fitting(ofStep.apply(step));
                    format.write(figure, picture(figure), to);
                    course.reached(step + 1, steps);
                });
    }

    private Png.Picture picture(Figure figure) {
        Png.Picture picture = look.of(figure);
        format.refusal(figure, picture).ifPresent(this::refuse);
        return picture;
    }

    /// Says why something cannot be drawn.
    void refuse(Message why) {
        throw file.refused(why);
    }

    /// In a room, at the width at which it is drawn largest.
    private Figure fitting(DoubleFunction<Figure> laidOut) {
        if (!look.isRoom()) {
            return laidOut.apply(Figure.width(look.plain()));
        }
        Figure best = laidOut.apply(Explained.PAGE);
        double largest = 0;
        Size room = look.room();
        for (double width : WIDTHS) {
            Figure figure = laidOut.apply(width);
            Png.PixelSize one = Png.pixels(figure, Png.Picture.of(look.theme(), 1));
            double scale = Math.min(room.width() / one.width(), room.height() / one.height());
            if (scale > largest) {
                best = figure;
                largest = scale;
            }
        }
        return best;
    }
}
