package dev.backstep.export;

import dev.backstep.layout.Diagram;
import dev.backstep.layout.Size;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Glyphs;
import dev.backstep.paint.Theme;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures as PNG files, drawn anew at their resolution.
public final class Png {

    /// The widest and the highest picture, in pixels.
    public static final int MAX_SIDE = 16_000;

    /// A picture of more pixels says what memory it needs.
    private static final long LARGE = 200_000_000;

    /// Of a pixel while it is drawn.
    private static final long BYTES = 4;

    /// The share of the free memory that a picture may take.
    private static final double USABLE = 0.8;

    /// The size of the numbers on cards and wires, in units.
    private static final double TEXT = 12;

    /// In pixels; below, digits run into each other.
    private static final double READABLE = 6;

    private Png() {}

    /// How a picture is to look.
    ///
    /// @param scale pixels a unit, where no width is given
    /// @param width the exact width in pixels
    /// @param legend the name of the output that the legend speaks of; empty for no legend
    /// @param caption empty for none
    /// @param language of legend and conventions
    public record Picture(
            Theme theme,
            double scale,
            OptionalInt width,
            boolean transparent,
            String legend,
            String caption,
            List<Message> conventions,
            Bundle language) {

        public Picture {
            conventions = List.copyOf(conventions);
        }

        /// The plain picture at a scale.
        public static Picture of(Theme theme, double scale) {
            return new Picture(
                    theme, scale, OptionalInt.empty(), false, "", "", List.of(), Bundle.ENGLISH);
        }
    }

    /// The same picture, smaller where it would otherwise be wider or higher than a picture may be.
    public static Picture fitting(Diagram diagram, Picture p) {
        PixelSize pixels = pixels(diagram, p);
        double over = Math.max(1, Math.max(pixels.width, pixels.height) / (MAX_SIDE - 1.0));
        return new Picture(
                p.theme,
                p.scale / over,
                p.width,
                p.transparent,
                p.legend,
                p.caption,
                p.conventions,
                p.language);
    }

    /// The width and the height a picture will have.
    public record PixelSize(long width, long height) {}

    /// The pixels of a picture of a diagram, before any memory is taken for it.
    public static PixelSize pixels(Diagram diagram, Picture picture) {
        return pixels(sheet(diagram, picture).size(), picture);
    }

    private static PixelSize pixels(Size size, Picture picture) {
        double scale = scale(picture, size);
        long scaled = (long) Math.ceil(size.width() * scale);
        long width = picture.width().isPresent() ? picture.width().getAsInt() : scaled;
        return new PixelSize(
                Math.max(1, width), Math.max(1, (long) Math.ceil(size.height() * scale)));
    }

    /// Why a picture cannot be made; nothing where it can. Takes no memory.
    public static Optional<Message> refusal(Diagram diagram, Picture picture) {
        return lacking(diagram, picture).or(() -> tooLarge(pixels(diagram, picture)));
    }

    /// The first letter that no font has, in a sentence.
    static Optional<Message> lacking(Diagram diagram, Picture picture) {
        Optional<Message> caption = lacking(picture);
        if (caption.isPresent()) {
            return caption;
        }
        for (Diagram.Card card : diagram.cards()) {
            OptionalInt letter = FormulaPainter.missing(card.face().formula());
            if (letter.isPresent()) {
                return Optional.of(lacking(letter.getAsInt(), "program"));
            }
        }
        return Optional.empty();
    }

    /// The same of the caption alone.
    static Optional<Message> lacking(Picture picture) {
        OptionalInt missing = Glyphs.missing(picture.caption, Sheet.captionFont());
        return missing.isPresent()
                ? Optional.of(lacking(missing.getAsInt(), "caption"))
                : Optional.empty();
    }

    /// Why a picture has too many pixels a side; nothing if it has not.
    static Optional<Message> tooWide(PixelSize pixels) {
        return pixels.width <= MAX_SIDE && pixels.height <= MAX_SIDE
                ? Optional.empty()
                : Optional.of(
                        Message.of("png.side")
                                .with("width", grouped(pixels.width))
                                .with("height", grouped(pixels.height))
                                .with("most", grouped(MAX_SIDE)));
    }

    private static Optional<Message> tooLarge(PixelSize pixels) {
        Optional<Message> wide = tooWide(pixels);
        if (wide.isPresent()) {
            return wide;
        }
        Runtime machine = Runtime.getRuntime();
        long room = machine.maxMemory() - machine.totalMemory() + machine.freeMemory();
        long bytes = BYTES * pixels.width * pixels.height;
        if (bytes > USABLE * room) {
            return Optional.of(
                    Message.of("png.memory")
                            .with("width", grouped(pixels.width))
                            .with("height", grouped(pixels.height))
                            .with("bytes", megabytes(bytes))
                            .with("room", megabytes(Math.max(0, room))));
        }
        return Optional.empty();
    }

    private static Message lacking(int character, String where) {
        return Message.of("png.glyph")
                .with("where", Message.of("png." + where))
                .with("letter", Character.toString(character))
                .with("code", "U+%04X".formatted(character));
    }

    /// What memory a very large picture needs; nothing for the others.
    public static Optional<Message> notice(Diagram diagram, Picture picture) {
        return notice(pixels(diagram, picture));
    }

    /// The same for a picture of so many pixels.
    public static Optional<Message> notice(PixelSize pixels) {
        long count = pixels.width * pixels.height;
        return count <= LARGE
                ? Optional.empty()
                : Optional.of(
                        Message.of("png.large")
                                .with("width", grouped(pixels.width))
                                .with("height", grouped(pixels.height))
                                .with("bytes", megabytes(BYTES * count)));
    }

    /// What is to be said of a picture whose text is too small to be read; nothing where it is not.
    public static Optional<Message> warning(Diagram diagram, Picture picture) {
        return warning(TEXT * scale(picture, sheet(diagram, picture).size()));
    }

    /// The same for a picture of a training.
    public static Optional<Message> warning(TrainingPlot plot, Picture picture) {
        return warning(TEXT * scale(picture, plot.size(picture.caption)));
    }

    private static Optional<Message> warning(double text) {
        if (text >= READABLE) {
            return Optional.empty();
        }
        return Optional.of(
                Message.of("png.letters").with("height", String.format(Locale.ROOT, "%.1f", text)));
    }

    /// The picture, for the clipboard.
    ///
    /// @throws IllegalArgumentException where it is refused, see [#refusal]
    public static BufferedImage image(Diagram diagram, Picture picture) {
        refusal(diagram, picture)
                .ifPresent(
                        why -> {
                            throw new Refusal(why);
                        });
        return image(Drawing.of(diagram, picture), picture);
    }

    /// Writes the picture; the stream stays open.
    ///
    /// @throws IllegalArgumentException where it is refused, see [#refusal]
    public static void write(Diagram diagram, Picture picture, OutputStream to) throws IOException {
        BufferedImage image = image(diagram, picture);
        try (var out = new MemoryCacheImageOutputStream(to)) {
            ImageIO.write(image, "png", out);
        }
    }

    /// Why a picture of a training cannot be made, in a sentence; nothing if it can.
    public static Optional<Message> refusal(TrainingPlot plot, Picture picture) {
        return lacking(picture).or(() -> tooLarge(pixels(plot, picture)));
    }

    /// A picture of a training, for the clipboard.
    public static BufferedImage image(TrainingPlot plot, Picture picture) {
        return image(Drawing.of(plot, picture), picture);
    }

    private static BufferedImage image(Drawing drawing, Picture picture) {
        BufferedImage image = paper(drawing.pixels(), picture);
        Graphics2D g = image.createGraphics();
        drawing.paint().accept(g);
        g.dispose();
        return image;
    }

    /// Writes a picture of a training; the stream stays open.
    public static void write(TrainingPlot plot, Picture picture, OutputStream to)
            throws IOException {
        BufferedImage image = image(plot, picture);
        try (var out = new MemoryCacheImageOutputStream(to)) {
            ImageIO.write(image, "png", out);
        }
    }

    /// The pixels of a picture of a training, before any memory is taken for it.
    public static PixelSize pixels(TrainingPlot plot, Picture picture) {
        return pixels(plot.size(picture.caption), picture);
    }

    private static BufferedImage paper(PixelSize pixels, Picture picture) {
        BufferedImage image =
                new BufferedImage(
                        (int) pixels.width,
                        (int) pixels.height,
                        picture.transparent
                                ? BufferedImage.TYPE_INT_ARGB
                                : BufferedImage.TYPE_INT_RGB);
        if (!picture.transparent) {
            Graphics2D g = image.createGraphics();
            g.setColor(picture.theme.color(ColorRole.PAPER));
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.dispose();
        }
        return image;
    }

    static Sheet sheet(Diagram diagram, Picture picture) {
        return new Sheet(
                diagram,
                picture.theme,
                !picture.transparent,
                picture.legend,
                picture.caption,
                picture.conventions,
                picture.language);
    }

    static double scale(Picture picture, Size size) {
        return picture.width.isPresent() ? picture.width.getAsInt() / size.width() : picture.scale;
    }

    private static String megabytes(long bytes) {
        return grouped((bytes + 999_999) / 1_000_000) + " MB";
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
