package dev.backstep.cli;

import dev.backstep.explain.Conventions;
import dev.backstep.export.Figure;
import dev.backstep.export.PageLook;
import dev.backstep.export.Png;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Size;
import dev.backstep.paint.Theme;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How the picture of `render` is to look.
final class PictureOptions {

    private static final double USUAL_SCALE = 2;

    /// By how much less a picture that fills its room is scaled, so that it has no pixel more.
    private static final double ROUNDING = 1e-12;

    /// What a picture is laid out for where no size is given.
    static final Size ROOM = new Size(1600, 1000);

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            description =
                    "light, dark, contrast or print. Default: light; of a page: as the system of its"
                            + " reader is.")
    private @Nullable String theme;

    @Option(
            names = "--scale",
            paramLabel = "S",
            description = "Pixels a unit, in every format. Default: 2.")
    private @Nullable Double scale;

    @Option(
            names = "--width",
            paramLabel = "PX",
            description = "The exact width in pixels, up to 16000.")
    private @Nullable Integer width;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description =
                    "The room in pixels, such as 1600x900: the graph is wrapped for it, and the picture"
                            + " is as large as fits into it. Or the exact width on paper, such as"
                            + " 84mm, a column of a journal; of a .png at 300 dots an inch.")
    private @Nullable String size;

    @Option(names = "--transparent", description = "No paper behind the picture.")
    private boolean transparent;

    @Option(names = "--legend", description = "Say below the picture what its signs mean.")
    private boolean legend;

    @Option(
            names = "--caption",
            paramLabel = "TEXT",
            description = "A line of text below the picture.")
    private String caption = "";

    /// The caption that is given, else another.
    String caption(String usual) {
        return caption.isEmpty() ? usual : caption;
    }

    boolean hasLegend() {
        return legend;
    }

    boolean isTransparent() {
        return transparent;
    }

    /// Whether a size is asked for, by whatever option.
    boolean isSized() {
        return width != null || scale != null || size != null;
    }

    /// Whether a room in pixels is asked for.
    boolean isRoom() {
        return size != null && mm().isEmpty();
    }

    boolean isScaled() {
        return scale != null;
    }

    /// @throws CommandFailure if there is no such theme The one that is asked for, else another.
    Theme theme(Theme usual) {
        return theme == null ? usual : theme();
    }

    Theme theme() {
        return switch (Objects.requireNonNullElse(theme, "light")) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            case "contrast" -> Theme.CONTRAST;
            case "print" -> Theme.PRINT;
            default ->
                    throw new CommandFailure(
                            "--theme "
                                    + theme
                                    + ": the themes are light, dark, contrast and print");
        };
    }

    /// How a page is to look.
    ///
    /// @param program its file, which is the title if no caption is given
    PageLook page(String program, Walkthrough w) {
        PageLook usual = PageLook.of(caption.isEmpty() ? program : caption);
        PageLook themed = theme == null ? usual : usual.with(theme());
        return themed.with(legend(w), conventions(w));
    }

    private Optional<PictureSize> size() {
        return Optional.ofNullable(size).map(PictureSize::of);
    }

    /// What the picture is laid out for.
    Size room() {
        return size().map(PictureSize::room).orElse(ROOM);
    }

    /// The scale at which its smallest type can just be read.
    double leastScale() {
        return size().map(PictureSize::leastScale).orElse(PictureSize.ON_SCREEN);
    }

    /// @param graph whether it is laid out for its room, as a graph and a step are
    /// @throws CommandFailure if the options do not fit each other
    void check(boolean graph) {
        boolean paper = size().filter(s -> s.mm().isPresent()).isPresent();
        if (size != null && (scale != null || width != null || !graph && !paper)) {
            throw new CommandFailure(
                    "--size goes with --view graph and step, and without --scale and --width");
        }
        if (scale != null && width != null) {
            throw new CommandFailure("--scale and --width both set the size: give one of them");
        }
        if (scale != null && !(scale > 0 && Double.isFinite(scale))) {
            throw new CommandFailure("--scale " + scale + ": a scale is a number above 0");
        }
        if (width != null && (width < 1 || width > Png.MAX_SIDE)) {
            throw new CommandFailure(
                    "--width " + width + ": a width is a number from 1 to " + Png.MAX_SIDE);
        }
    }

    /// A figure, or anything else that is not wrapped.
    Png.Picture plain() {
        return plain(scale == null ? USUAL_SCALE : scale);
    }

    private Png.Picture plain(double drawn) {
        return Png.Picture.of(theme(), drawn)
                .withWidth(wide())
                .withTransparent(transparent)
                .withCaption(caption)
                .withMm(mm());
    }

    /// The picture of something explained: as large as fits into the room, if there is one.
    Png.Picture of(Figure told) {
        return isRoom() ? plain(fitting(Png.pixels(told, plain(1)))) : plain();
    }

    /// The scale at which a picture of so many pixels fits into the room.
    private double fitting(Png.PixelSize one) {
        double scale = Math.min(room().width() / one.width(), room().height() / one.height());
        return (1 - ROUNDING) * scale;
    }

    /// The picture of a diagram.
    Png.Picture of(Diagram diagram, Walkthrough w) {
        if (isRoom()) {
            return picture(w, fitting(Png.pixels(diagram, picture(w, 1))));
        }
        Png.Picture asked = picture(w, scale == null ? USUAL_SCALE : scale);
        return isSized() ? asked : Png.fitting(diagram, asked);
    }

    /// Pixels a unit of the picture of a diagram.
    double scale(Diagram diagram, Walkthrough w) {
        return Png.shownScale(diagram, of(diagram, w));
    }

    private Png.Picture picture(Walkthrough w, double drawn) {
        return plain(drawn).withLegend(legend(w), conventions(w));
    }

    private String legend(Walkthrough w) {
        return legend ? w.labels().plain(w.output()) : "";
    }

    private List<Message> conventions(Walkthrough w) {
        return legend ? Conventions.of(w.graph()) : List.of();
    }

    private OptionalInt wide() {
        return width == null ? OptionalInt.empty() : OptionalInt.of(width);
    }

    private OptionalDouble mm() {
        return size().map(PictureSize::mm).orElse(OptionalDouble.empty());
    }
}
