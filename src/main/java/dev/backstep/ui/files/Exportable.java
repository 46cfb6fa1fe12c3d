package dev.backstep.ui.files;

import dev.backstep.export.PictureFormat;
import dev.backstep.export.Png;
import dev.backstep.export.Png.Picture;
import dev.backstep.export.TrainingPlot;
import dev.backstep.export.step.StepFigure;
import dev.backstep.layout.Diagram;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Pixels;
import dev.backstep.ui.kit.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import javafx.scene.image.WritableImage;

/// What can become a picture in a file or on the clipboard.
sealed interface Exportable {

    /// The graph as it stands on screen.
    record OfDiagram(Diagram diagram) implements Exportable {}

    /// A view of a training.
    record OfPlot(TrainingPlot plot) implements Exportable {}

    /// A step explained.
    ///
    /// @param note what the program says of its node; empty for nothing
    record OfStep(Walkthrough w, int step, Numbers numbers, Bundle language, String note)
            implements Exportable {

        /// Laid out for a picture.
        private TrainingPlot plot(Picture picture) {
            double width = TrainingPlot.stepWidth(picture);
            return TrainingPlot.of(StepFigure.of(w, step, numbers, language, note, width));
        }
    }

    /// What the export dialog calls it.
    default String name() {
        return Texts.of(
                switch (this) {
                    case OfDiagram _ -> "export.graph";
                    case OfPlot _ -> "export.plot";
                    case OfStep _ -> "export.explained";
                });
    }

    /// Why it cannot be made; nothing if it can.
    default Optional<Message> refusal(Picture picture) {
        return switch (this) {
            case OfDiagram(Diagram d) -> Png.refusal(d, picture);
            case OfPlot(TrainingPlot p) -> Png.refusal(p, picture);
            case OfStep s -> Png.refusal(s.plot(picture), picture);
        };
    }

    default Png.PixelSize pixels(Picture picture) {
        return switch (this) {
            case OfDiagram(Diagram d) -> Png.pixels(d, picture);
            case OfPlot(TrainingPlot p) -> Png.pixels(p, picture);
            case OfStep s -> Png.pixels(s.plot(picture), picture);
        };
    }

    /// What memory a very large one needs; nothing for the others.
    default Optional<Message> notice(Picture picture) {
        return Png.notice(pixels(picture));
    }

    /// What is to be said if its text is too small to be read.
    default Optional<Message> warning(Picture picture) {
        return switch (this) {
            case OfDiagram(Diagram d) -> Png.warning(d, picture);
            case OfPlot(TrainingPlot p) -> Png.warning(p, picture);
            case OfStep s -> Png.warning(s.plot(picture), picture);
        };
    }

    default WritableImage image(Picture picture) {
        return switch (this) {
            case OfDiagram(Diagram d) -> Pixels.image(Png.image(d, picture));
            case OfPlot(TrainingPlot p) -> Pixels.image(Png.image(p, picture));
            case OfStep s -> Pixels.image(Png.image(s.plot(picture), picture));
        };
    }

    /// Why it cannot be made as a file of a format; nothing if it can.
    default Optional<Message> refusal(PictureFormat format, Picture picture) {
        return switch (this) {
            case OfDiagram(Diagram d) -> format.refusal(d, picture);
            case OfPlot(TrainingPlot p) -> format.refusal(p, picture);
            case OfStep s -> format.refusal(s.plot(picture), picture);
        };
    }

    default void write(PictureFormat format, Picture picture, OutputStream to) throws IOException {
        switch (this) {
            case OfDiagram(Diagram d) -> format.write(d, picture, to);
            case OfPlot(TrainingPlot p) -> format.write(p, picture, to);
            case OfStep s -> format.write(s.plot(picture), picture, to);
        }
    }

    /// Whether it can have the legend of a derivation.
    default boolean hasLegend() {
        return this instanceof OfDiagram;
    }
}
