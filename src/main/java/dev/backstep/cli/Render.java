package dev.backstep.cli;

import dev.backstep.explain.Conventions;
import dev.backstep.export.Png;
import dev.backstep.graph.Detail;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.NonFiniteMarks;
import dev.backstep.layout.Size;
import dev.backstep.paint.Theme;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `backstep render FILE -o OUT`: the picture of one step, or of the training.
@Command(
        name = "render",
        description = "Draw one step, or a view of the training, into a PNG, SVG or PDF file.",
        mixinStandardHelpOptions = true)
final class Render implements Callable<Integer> {

    private static final double USUAL_SCALE = 2;

    /// What a picture is laid out for where no size is given.
    static final Size ROOM = new Size(1600, 1000);

    @Mixin private final ShownArgument program = new ShownArgument();

    @Mixin private final DetailOption detail = new DetailOption();

    @Option(
            names = "-o",
            paramLabel = "OUT",
            required = true,
            description =
                    "The file to write; its name ends in .png, .svg or .pdf, or in .html: a page that"
                            + " steps in a browser.")
    private String out = "";

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            description =
                    "graph; or of the training: network, boundary, loss, gradients. Default: graph.")
    private String view = "graph";

    @Option(
            names = "--step",
            paramLabel = "STEP",
            description =
                    "A number from 0, as trace prints them; first, last, or forward: the end of the forward pass."
                            + " Default: last.")
    private String step = "last";

    @Option(names = "--edges", description = "Count steps by edges, as trace --edges does.")
    private boolean edges;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            description = "light, dark, contrast or print. Default: light.")
    private String theme = "light";

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
                            + " is as large as fits into it.")
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

    private final Streams streams;
    private final FormulasAhead ahead;

    /// @param ahead what loads formulas meanwhile
    Render(Streams streams, FormulasAhead ahead) {
        this.streams = streams;
        this.ahead = ahead;
    }

    @Override
    public Integer call() {
        System.setProperty("java.awt.headless", "true");
        if (SteppedPage.isNamed(out)) {
            return page();
        }
        PictureFile file = PictureFile.of("-o", out, program.file());
        Theme colors = theme();
        checkSize();
        if (!view.equals("graph")) {
            return plot(file, colors);
        }
        Story.Grain grain = edges ? Story.Grain.EDGES : Story.Grain.NODES;
        Evaluated run = program.evaluate(streams, grain);
        ahead.await();
        Arranged drawn = arranged(run);
        Walkthrough w = drawn.w();
        Arrangement arrangement = drawn.arrangement();
        int index = StepOption.index(step, w.story());
        Diagram diagram =
                Diagrams.at(
                        w,
                        arrangement,
                        index,
                        DiagramOptions.PLAIN.with(NonFiniteMarks.of(w).at(index)));
        Png.Picture picture = sized(diagram, colors, w);
        write(diagram, picture, file);
        Png.warning(diagram, picture)
                .ifPresent(
                        why ->
                                streams.err()
                                        .print(
                                                "-o "
                                                        + out
                                                        + ": "
                                                        + Bundle.ENGLISH.say(why)
                                                        + "\n"));
        return 0;
    }

    private int page() {
        boolean sized = width != null || scale != null || size != null || transparent;
        if (sized || !view.equals("graph")) {
            throw new CommandFailure(SteppedPage.SIZELESS);
        }
        OutFile file = OutFile.of("-o", out, program.file());
        Evaluated run = program.evaluate(streams, edges ? Story.Grain.EDGES : Story.Grain.NODES);
        ahead.await();
        SteppedPage.of(run, detail).write(caption, program.file(), step, file);
        return 0;
    }

    /// Steps are counted as `trace` does, by operations, where one is given by its number.
    private Arranged arranged(Evaluated run) {
        return detail.isGiven() || scale != null || step.matches("\\d+")
                ? Arranged.at(Detail.Level.OPERATIONS, detail, run, room())
                : Arranged.legible(detail, run, room(), this::scale);
    }

    private double scale(Arranged drawn) {
        Diagram last =
                Diagrams.at(
                        drawn.w(), drawn.arrangement(), drawn.w().size() - 1, DiagramOptions.PLAIN);
        double pixels = Png.pixels(last, sized(last, theme(), drawn.w())).width();
        return pixels
                / Png.pixels(last, picture(theme(), drawn.w(), 1, OptionalInt.empty())).width();
    }

    /// Draws a view of the training; 1 if it stopped at a number that is not finite.
    private int plot(PictureFile file, Theme colors) {
        if (edges || legend || !step.equals("last") || detail.isGiven()) {
            throw new CommandFailure(
                    "--step, --edges, --legend, --detail, --fold and --open go with --view graph");
        }
        ahead.await();
        TrainingView drawn = TrainingView.of(view, program, streams);
        Png.Picture picture =
                new Png.Picture(
                        colors,
                        scale == null ? USUAL_SCALE : scale,
                        width == null ? OptionalInt.empty() : OptionalInt.of(width),
                        transparent,
                        "",
                        caption,
                        List.of(),
                        Bundle.ENGLISH);
        file.write(drawn.plot(), picture);
        drawn.failure()
                .ifPresent(
                        f ->
                                streams.err()
                                        .print(
                                                "stopped: "
                                                        + Bundle.ENGLISH.say(f.sentence())
                                                        + "\n"));
        return drawn.failure().isPresent() ? 1 : 0;
    }

    private Theme theme() {
        return switch (theme) {
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

    /// What the picture is laid out for.
    private Size room() {
        if (size == null) {
            return ROOM;
        }
        String[] sides = size.split("x", -1);
        return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    private boolean fits() {
        return room().width() <= Png.MAX_SIDE && room().height() <= Png.MAX_SIDE;
    }

    private Png.Picture sized(Diagram diagram, Theme colors, Walkthrough w) {
        if (size != null) {
            Png.PixelSize one = Png.pixels(diagram, picture(colors, w, 1));
            double fitting =
                    Math.min(
                            (room().width() - 1) / one.width(),
                            (room().height() - 1) / one.height());
            return picture(colors, w, fitting);
        }
        Png.Picture asked = picture(colors, w, scale == null ? USUAL_SCALE : scale);
        return scale == null && width == null ? Png.fitting(diagram, asked) : asked;
    }

    private void checkSize() {
        if (size != null && (scale != null || width != null || !view.equals("graph"))) {
            throw new CommandFailure(
                    "--size goes with --view graph, and without --scale and --width");
        }
        if (size != null && !(size.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}") && fits())) {
            throw new CommandFailure(
                    "--size "
                            + size
                            + ": a size is two numbers from 1 to "
                            + Png.MAX_SIDE
                            + ", such as 1600x900");
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

    private Png.Picture picture(Theme colors, Walkthrough w, double drawn) {
        OptionalInt wide = width == null ? OptionalInt.empty() : OptionalInt.of(width);
        return picture(colors, w, drawn, wide);
    }

    private Png.Picture picture(Theme colors, Walkthrough w, double drawn, OptionalInt wide) {
        return new Png.Picture(
                colors,
                drawn,
                wide,
                transparent,
                legend ? w.labels().plain(w.output()) : "",
                caption,
                legend ? Conventions.of(w.graph()) : List.of(),
                Bundle.ENGLISH);
    }

    private void write(Diagram diagram, Png.Picture picture, PictureFile file) {
        file.format()
                .notice(Png.pixels(diagram, picture))
                .ifPresent(n -> streams.err().print(Bundle.ENGLISH.say(n) + "\n"));
        file.write(diagram, picture);
    }
}
