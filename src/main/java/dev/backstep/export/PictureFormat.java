package dev.backstep.export;

import dev.backstep.export.Png.Picture;
import dev.backstep.layout.Diagram;
import dev.backstep.text.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The formats of pictures in files. A picture is the same in all of them; that of pixels alone
/// needs memory for each.
///
/// What writes a format is loaded when it is first used.
public enum PictureFormat {
    PNG,
    SVG,
    PDF;

    /// The format that the ending of a file name tells.
    public static Optional<PictureFormat> of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> name.endsWith(f.ending())).findFirst();
    }

    /// How the names of its files end, such as `.png`.
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /// All endings.
    public static List<String> endings() {
        return Arrays.stream(values()).map(PictureFormat::ending).toList();
    }

    /// Why a picture cannot be made; nothing if it can.
    public Optional<Message> refusal(Diagram diagram, Picture picture) {
        return refusal(diagram, picture, 1);
    }

    /// The same where so many images of its size are held at once.
    Optional<Message> refusal(Diagram diagram, Picture picture, int images) {
        return this == PNG
                ? Png.refusal(diagram, picture, images)
                : PictureLimits.lacking(diagram, picture)
                        .or(() -> PictureLimits.tooWide(Png.pixels(diagram, picture)));
    }

    /// The same for a figure.
    public Optional<Message> refusal(Figure figure, Picture picture) {
        return this == PNG
                ? Png.refusal(figure, picture)
                : PictureLimits.lacking(figure, picture)
                        .or(() -> PictureLimits.tooWide(Png.pixels(figure, picture)));
    }

    /// What memory a very large picture needs; nothing for the others.
    public Optional<Message> notice(Png.PixelSize pixels) {
        return this == PNG ? Png.notice(pixels) : Optional.empty();
    }

    /// Writes a picture; the stream stays open.
    public void write(Diagram diagram, Picture picture, OutputStream to) throws IOException {
        switch (this) {
            case PNG -> Png.write(diagram, picture, to);
            case SVG ->
                    Svg.write(
                            Drawing.shapes(Png.sheet(diagram, picture), picture),
                            picture.caption(),
                            to);
            case PDF ->
                    Pdf.write(
                            Drawing.shapes(Png.sheet(diagram, picture), picture),
                            picture.caption(),
                            to);
        }
    }

    /// Writes a figure; the stream stays open.
    public void write(Figure figure, Picture picture, OutputStream to) throws IOException {
        switch (this) {
            case PNG -> Png.write(figure, picture, to);
            case SVG -> Svg.write(Drawing.shapes(figure, picture), figure.title(picture), to);
            case PDF -> Pdf.write(Drawing.shapes(figure, picture), figure.title(picture), to);
        }
    }
}
