package dev.backstep.export;

import dev.backstep.layout.Diagram;
import dev.backstep.layout.Size;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.LegendSign;
import dev.backstep.paint.Theme;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// Pictures as PNG files, drawn anew at their resolution.
public final class Png {

    /// The widest and the highest picture, in pixels.
    public static final int MAX_SIDE = 16_000;

    private Png() {}

    /// How a picture is to look.
    ///
    /// @param scale pixels a unit, where no width is given
    /// @param width the exact width in pixels
    /// @param legend the name of the output that the legend speaks of; empty for no legend
    /// @param caption empty for none
    /// @param language of legend and conventions
    /// @param mm the exact width on paper, where that is asked for
    public record Picture(
            Theme theme,
            double scale,
            OptionalInt width,
            boolean transparent,
            String legend,
            String caption,
            List<Message> conventions,
            Bundle language,
            OptionalDouble mm) {

        public Picture {
            conventions = List.copyOf(conventions);
        }

        /// The plain picture at a scale: in English, on paper of its theme, with nothing below it.
        public static Picture of(Theme theme, double scale) {
            return new Picture(
                    theme,
                    scale,
                    OptionalInt.empty(),
                    false,
                    "",
                    "",
                    List.of(),
                    Bundle.ENGLISH,
                    OptionalDouble.empty());
        }

        public Picture withScale(double s) {
            return new Picture(
                    theme, s, width, transparent, legend, caption, conventions, language, mm);
        }

        public Picture withWidth(OptionalInt w) {
            return new Picture(
                    theme, scale, w, transparent, legend, caption, conventions, language, mm);
        }

        public Picture withTransparent(boolean t) {
            return new Picture(theme, scale, width, t, legend, caption, conventions, language, mm);
        }

        public Picture withLegend(String l, List<Message> told) {
            return new Picture(theme, scale, width, transparent, l, caption, told, language, mm);
        }

        public Picture withCaption(String c) {
            return new Picture(
                    theme, scale, width, transparent, legend, c, conventions, language, mm);
        }

        public Picture withLanguage(Bundle l) {
            return new Picture(
                    theme, scale, width, transparent, legend, caption, conventions, l, mm);
        }

        public Picture withMm(OptionalDouble m) {
            return new Picture(
                    theme, scale, width, transparent, legend, caption, conventions, language, m);
        }
    }

    /// The same picture, smaller where it would otherwise be wider or higher than a picture may be.
    public static Picture fitting(Diagram diagram, Picture p) {
        PixelSize pixels = pixels(diagram, p);
        double over = Math.max(1, Math.max(pixels.width, pixels.height) / (MAX_SIDE - 1.0));
        return p.withScale(p.scale / over);
    }

    /// The width and the height a picture will have.
    public record PixelSize(long width, long height) {}

    /// The pixels of a picture of a diagram, before any memory is taken for it.
    public static PixelSize pixels(Diagram diagram, Picture picture) {
        return pixels(sheet(diagram, picture).size(), picture);
    }

    static PixelSize pixels(Size size, Picture picture) {
        double scale = scale(picture, size);
        long scaled = (long) Math.ceil(size.width() * scale);
        long width = wide(picture).orElse(scaled);
        return new PixelSize(
                Math.max(1, width), Math.max(1, (long) Math.ceil(size.height() * scale)));
    }

    /// Why a picture cannot be made; nothing where it can. Takes no memory.
    public static Optional<Message> refusal(Diagram diagram, Picture picture) {
        return refusal(diagram, picture, 1);
    }

    static Optional<Message> refusal(Diagram diagram, Picture picture, int images) {
        return PictureLimits.lacking(diagram, picture)
                .or(() -> PictureLimits.tooLarge(pixels(diagram, picture), images));
    }

    /// What memory a very large picture needs; nothing for the others.
    public static Optional<Message> notice(Diagram diagram, Picture picture) {
        return notice(pixels(diagram, picture));
    }

    /// The same for a picture of so many pixels.
    public static Optional<Message> notice(PixelSize pixels) {
        return PictureLimits.notice(pixels);
    }

    /// What is to be said of a picture whose text is too small to be read; nothing where it is not.
    public static Optional<Message> warning(Diagram diagram, Picture picture) {
        return PictureLimits.small(shownScale(diagram, picture), picture);
    }

    /// The same for a figure.
    public static Optional<Message> warning(Figure figure, Picture picture) {
        double scale = shownScale(figure.size(picture.caption), picture);
        return PictureLimits.small(scale, picture, figure);
    }

    /// The picture, for the clipboard.
    ///
    /// @throws IllegalArgumentException where it is refused, see [#refusal]
    public static BufferedImage image(Diagram diagram, Picture picture) {
        Refusal.unlessEmpty(refusal(diagram, picture));
        return PaintedSheet.image(sheet(diagram, picture), picture);
    }

    /// Writes the picture; the stream stays open.
    ///
    /// @throws IllegalArgumentException where it is refused, see [#refusal]
    public static void write(Diagram diagram, Picture picture, OutputStream to) throws IOException {
        pack(image(diagram, picture), PngBands.GOOD, picture, to);
    }

    /// Writes an image that is drawn; the stream stays open.
    ///
    /// @param level of [PngBands]
    static void pack(BufferedImage image, int level, Picture picture, OutputStream to)
            throws IOException {
        new PngBands(image, level).write(dots(picture), to);
    }

    private static OptionalInt dots(Picture picture) {
        return picture.mm.isPresent()
                ? OptionalInt.of(Millimetres.dotsAMetre())
                : OptionalInt.empty();
    }

    /// Why a figure cannot be made, in a sentence; nothing if it can.
    public static Optional<Message> refusal(Figure figure, Picture picture) {
        return PictureLimits.lacking(figure, picture)
                .or(() -> PictureLimits.tooLarge(pixels(figure, picture), 1));
    }

    /// A figure, for the clipboard.
    public static BufferedImage image(Figure figure, Picture picture) {
        Drawing drawing = Drawing.of(figure, picture);
        BufferedImage image = paper(pixels(figure, picture), picture);
        Graphics2D g = image.createGraphics();
        drawing.paint().accept(g);
        g.dispose();
        return image;
    }

    /// Writes a figure; the stream stays open.
    public static void write(Figure figure, Picture picture, OutputStream to) throws IOException {
        pack(image(figure, picture), PngBands.GOOD, picture, to);
    }

    /// The pixels of a figure, before any memory is taken for it.
    public static PixelSize pixels(Figure figure, Picture picture) {
        return pixels(figure.size(picture.caption), picture);
    }

    static BufferedImage paper(PixelSize pixels, Picture picture) {
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

    /// With a legend of the signs that the diagram shows.
    static Sheet sheet(Diagram diagram, Picture picture) {
        return sheet(diagram, picture, LegendSign.of(diagram));
    }

    /// @param signs those that its legend tells of
    static Sheet sheet(Diagram diagram, Picture picture, Set<LegendSign> signs) {
        return new Sheet(
                diagram,
                picture.theme,
                !picture.transparent,
                picture.legend,
                picture.caption,
                picture.conventions,
                picture.language,
                signs);
    }

    static double scale(Picture picture, Size size) {
        OptionalLong wide = wide(picture);
        return wide.isPresent() ? wide.getAsLong() / size.width() : picture.scale;
    }

    /// The exact width in pixels, if there is one.
    private static OptionalLong wide(Picture picture) {
        if (picture.mm.isPresent()) {
            return OptionalLong.of(Millimetres.dots(picture.mm.getAsDouble()));
        }
        return picture.width.isPresent()
                ? OptionalLong.of(picture.width.getAsInt())
                : OptionalLong.empty();
    }

    /// How large a unit is seen: in pixels, on paper in those of CSS.
    public static double shownScale(Diagram diagram, Picture picture) {
        return shownScale(sheet(diagram, picture).size(), picture);
    }

    static double shownScale(Size size, Picture picture) {
        return picture.mm.isPresent()
                ? Millimetres.pixels(picture.mm.getAsDouble()) / size.width()
                : scale(picture, size);
    }
}
