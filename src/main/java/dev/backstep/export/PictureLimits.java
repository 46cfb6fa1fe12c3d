package dev.backstep.export;

import dev.backstep.export.Png.Picture;
import dev.backstep.export.Png.PixelSize;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Sizes;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Glyphs;
import dev.backstep.text.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What pictures cannot have: letters of no font, too many pixels, more memory than there is.
final class PictureLimits {

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

    private PictureLimits() {}

    /// The first letter that no font has, in a sentence.
    static Optional<Message> lacking(Diagram diagram, Picture picture) {
        Optional<Message> caption = lacking(picture);
        if (caption.isPresent()) {
            return caption;
        }
        return missing(diagram).stream().mapToObj(c -> lacking(c, "program")).findFirst();
    }

    /// The first letter of its cards that no font has.
    static OptionalInt missing(Diagram diagram) {
        return diagram.cards().stream()
                .flatMapToInt(card -> FormulaPainter.missing(card.face().formula()).stream())
                .findFirst();
    }

    /// The same of the caption alone.
    static Optional<Message> lacking(Picture picture) {
        OptionalInt missing = Glyphs.missing(picture.caption(), Sheet.captionFont());
        return missing.isPresent()
                ? Optional.of(lacking(missing.getAsInt(), "caption"))
                : Optional.empty();
    }

    /// The same of a picture that is no graph.
    static Optional<Message> lacking(Figure figure, Picture picture) {
        OptionalInt missing = figure.missing();
        return lacking(picture)
                .or(
                        () ->
                                missing.isPresent()
                                        ? Optional.of(lacking(missing.getAsInt(), figure.source()))
                                        : Optional.empty());
    }

    /// Why a picture has too many pixels a side; nothing if it has not.
    static Optional<Message> tooWide(PixelSize pixels) {
        return pixels.width() <= Png.MAX_SIDE && pixels.height() <= Png.MAX_SIDE
                ? Optional.empty()
                : Optional.of(
                        Message.of("png.side")
                                .with("width", grouped(pixels.width()))
                                .with("height", grouped(pixels.height()))
                                .with("most", grouped(Png.MAX_SIDE)));
    }

    static Optional<Message> tooLarge(PixelSize pixels, int images) {
        Optional<Message> wide = tooWide(pixels);
        if (wide.isPresent()) {
            return wide;
        }
        Runtime machine = Runtime.getRuntime();
        long room = machine.maxMemory() - machine.totalMemory() + machine.freeMemory();
        long bytes = images * BYTES * pixels.width() * pixels.height();
        if (bytes > USABLE * room) {
            return Optional.of(
                    Message.of("png.memory")
                            .with("width", grouped(pixels.width()))
                            .with("height", grouped(pixels.height()))
                            .with("bytes", megabytes(bytes))
                            .with("room", megabytes(Math.max(0, room))));
        }
        return Optional.empty();
    }

    /// @param where what the letter belongs to: `caption`, `program` or `lesson`
    static Message lacking(int character, String where) {
        return Message.of("png.glyph")
                .with("where", Message.of("png." + where))
                .with("letter", Character.toString(character))
                .with("code", "U+%04X".formatted(character));
    }

    /// What memory a very large picture needs; nothing for the others.
    static Optional<Message> notice(PixelSize pixels) {
        long count = pixels.width() * pixels.height();
        return count <= LARGE
                ? Optional.empty()
                : Optional.of(
                        Message.of("png.large")
                                .with("width", grouped(pixels.width()))
                                .with("height", grouped(pixels.height()))
                                .with("bytes", megabytes(BYTES * count)));
    }

    /// What is to be said of a graph whose text is too small to be read; nothing if it is not.
    ///
    /// @param scale how large a unit is seen, in pixels
    static Optional<Message> small(double scale, Picture picture) {
        return small(scale, picture, Sizes.SMALLEST_TYPE, Message.of("png.larger.graph"));
    }

    /// The same of a figure, of which nothing can be folded.
    static Optional<Message> small(double scale, Picture picture, Figure figure) {
        return small(scale, picture, figure.smallestType(), Message.of("png.larger.figure"));
    }

    private static Optional<Message> small(
            double scale, Picture picture, double type, Message remedy) {
        if (picture.mm().isPresent()) {
            return smallOnPaper(type * scale, remedy);
        }
        double text = TEXT * scale;
        return text < READABLE ? Optional.of(small("png.letters", text)) : Optional.empty();
    }

    /// The same of type on paper.
    ///
    /// @param type the smallest, in pixels of CSS
    /// @param remedy what makes it larger
    static Optional<Message> smallOnPaper(double type, Message remedy) {
        return type < Millimetres.LEAST_TYPE - 1e-9
                ? Optional.of(small("png.points", type * Millimetres.POINTS).with("remedy", remedy))
                : Optional.empty();
    }

    private static Message.Pattern small(String key, double height) {
        return Message.of(key).with("height", String.format(Locale.ROOT, "%.1f", height));
    }

    private static String megabytes(long bytes) {
        return grouped((bytes + 999_999) / 1_000_000) + " MB";
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
