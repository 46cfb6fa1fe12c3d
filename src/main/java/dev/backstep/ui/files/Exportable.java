package dev.backstep.ui.files;

import dev.backstep.export.Figure;
import dev.backstep.export.PictureFormat;
import dev.backstep.export.Png;
import dev.backstep.export.Png.Picture;
import dev.backstep.layout.Diagram;
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
    record OfPlot(Figure figure) implements Exportable {}

    /// A figure that is laid out for its picture.
    record OfOffer(FigureOffer offer) implements Exportable {

        private Figure figure(Picture picture) {
            return offer.laidOut().apply(Figure.width(picture));
        }
    }

    /// What the export dialog calls it.
    default String name() {
        return switch (this) {
            case OfDiagram _ -> Texts.of("export.graph");
            case OfPlot _ -> Texts.of("export.plot");
            case OfOffer(FigureOffer offer) -> offer.name();
        };
    }

    /// Why it cannot be made; nothing if it can.
    default Optional<Message> refusal(Picture picture) {
        return switch (this) {
            case OfDiagram(Diagram d) -> Png.refusal(d, picture);
            case OfPlot(Figure f) -> Png.refusal(f, picture);
            case OfOffer o -> Png.refusal(o.figure(picture), picture);
        };
    }

    default Png.PixelSize pixels(Picture picture) {
        return switch (this) {
            case OfDiagram(Diagram d) -> Png.pixels(d, picture);
            case OfPlot(Figure f) -> Png.pixels(f, picture);
            case OfOffer o -> Png.pixels(o.figure(picture), picture);
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
            case OfPlot(Figure f) -> Png.warning(f, picture);
            case OfOffer o -> Png.warning(o.figure(picture), picture);
        };
    }

    default WritableImage image(Picture picture) {
        return switch (this) {
            case OfDiagram(Diagram d) -> Pixels.image(Png.image(d, picture));
            case OfPlot(Figure f) -> Pixels.image(Png.image(f, picture));
            case OfOffer o -> Pixels.image(Png.image(o.figure(picture), picture));
        };
    }

    /// Why it cannot be made as a file of a format; nothing if it can.
    default Optional<Message> refusal(PictureFormat format, Picture picture) {
        return switch (this) {
            case OfDiagram(Diagram d) -> format.refusal(d, picture);
            case OfPlot(Figure f) -> format.refusal(f, picture);
            case OfOffer o -> format.refusal(o.figure(picture), picture);
        };
    }

    default void write(PictureFormat format, Picture picture, OutputStream to) throws IOException {
        switch (this) {
            case OfDiagram(Diagram d) -> format.write(d, picture, to);
            case OfPlot(Figure f) -> format.write(f, picture, to);
            case OfOffer o -> format.write(o.figure(picture), picture, to);
        }
    }

    /// Whether it can have the legend of a derivation.
    default boolean hasLegend() {
        return this instanceof OfDiagram;
    }
}
