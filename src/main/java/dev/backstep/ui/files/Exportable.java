package dev.backstep.ui.files;

import dev.backstep.export.PictureFormat;
import dev.backstep.export.Png;
import dev.backstep.export.Png.Picture;
import dev.backstep.export.TrainingPlot;
import dev.backstep.layout.Diagram;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Pixels;
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

    /// Why it cannot be made; nothing if it can.
    default Optional<Message> refusal(Picture picture) {
        return switch (this) {
            case OfDiagram(Diagram d) -> Png.refusal(d, picture);
            case OfPlot(TrainingPlot p) -> Png.refusal(p, picture);
        };
    }

    default Png.PixelSize pixels(Picture picture) {
        return switch (this) {
            case OfDiagram(Diagram d) -> Png.pixels(d, picture);
            case OfPlot(TrainingPlot p) -> Png.pixels(p, picture);
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
        };
    }

    default WritableImage image(Picture picture) {
        return switch (this) {
            case OfDiagram(Diagram d) -> Pixels.image(Png.image(d, picture));
            case OfPlot(TrainingPlot p) -> Pixels.image(Png.image(p, picture));
        };
    }

    /// Why it cannot be made as a file of a format; nothing if it can.
    default Optional<Message> refusal(PictureFormat format, Picture picture) {
        return switch (this) {
            case OfDiagram(Diagram d) -> format.refusal(d, picture);
            case OfPlot(TrainingPlot p) -> format.refusal(p, picture);
        };
    }

    default void write(PictureFormat format, Picture picture, OutputStream to) throws IOException {
        switch (this) {
            case OfDiagram(Diagram d) -> format.write(d, picture, to);
            case OfPlot(TrainingPlot p) -> format.write(p, picture, to);
        }
    }

    /// Whether it can have the legend of a derivation.
    default boolean hasLegend() {
        return this instanceof OfDiagram;
    }
}
