package dev.backstep.paint.plot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Box;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.CurvesPicture.FailureMark;
import dev.backstep.paint.plot.NetworkPicture.Emphasis;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.paint.plot.NetworkPicture.WeightAt;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures to look at, in `target/gallery`.
class PlotGalleryTest {

    private static final Path GALLERY = Path.of("target/gallery");
    private static final double SCALE =
            Double.parseDouble(System.getProperty("gallery.scale", "1"));

    private interface Painting {
        void paint(Graphics2D g, Theme theme, Box area);
    }

    private record Plot(int width, int height, Painting painting) {}

    private static Painting network(NetworkPicture picture, Emphasis emphasis) {
        return (g, theme, area) ->
                NetworkPainter.paint(
                        g, theme, picture, NetworkGeometry.of(picture, area), emphasis);
    }

    private static Painting boundary(BoundaryPicture picture) {
        return (g, theme, area) ->
                BoundaryPainter.paint(g, theme, picture, area, OptionalInt.empty());
    }

    private static Painting curves(CurvesPicture picture) {
        return (g, theme, area) -> CurvesPainter.paint(g, theme, picture, area);
    }

    private static Map<String, Plot> plots() {
        Map<String, Plot> plots = new LinkedHashMap<>();
        NetworkPicture usual = NetworkExamples.network(Shows.WEIGHTS, 2, 6, 6, 1);
        plots.put("network", new Plot(768, 640, network(usual, Emphasis.NONE)));
        plots.put("network-small", new Plot(500, 360, network(usual, Emphasis.NONE)));
        Emphasis wire = new Emphasis(Optional.of(new WeightAt(1, 2, 1)), Optional.empty());
        plots.put("network-hover", new Plot(768, 640, network(usual, wire)));
        NetworkPicture slopes = NetworkExamples.network(Shows.GRADIENTS, 2, 8, 8, 8, 8, 8, 8, 8, 1);
        plots.put("network-deep", new Plot(768, 600, network(slopes, Emphasis.NONE)));
        NetworkPicture wide = NetworkExamples.network(Shows.WEIGHTS, 2, 48, 32, 3);
        plots.put("network-wide", new Plot(768, 600, network(wide, Emphasis.NONE)));
        plots.put(
                "network-digits",
                new Plot(768, 600, network(NetworkExamples.digits(), Emphasis.NONE)));
        plots.put("boundary", new Plot(420, 420, boundary(PlotExamples.spirals())));
        plots.put("boundary-classes", new Plot(420, 420, boundary(PlotExamples.blobs(5))));
        plots.put("boundary-fit", new Plot(420, 320, boundary(PlotExamples.fit())));
        plots.put("curves", new Plot(420, 220, curves(PlotExamples.curves())));
        plots.put(
                "curves-log",
                new Plot(
                        560,
                        260,
                        curves(
                                PlotExamples.curves()
                                        .withLogarithmic(true)
                                        .withSmoothing(0.8)
                                        .withFailure(
                                                Optional.of(
                                                        new FailureMark(
                                                                126, "Z1 is not finite"))))));
        plots.put("curves-accuracy", new Plot(420, 160, curves(PlotExamples.accuracy())));
        plots.put("strips", new Plot(320, 130, strips(3)));
        plots.put("strips-deep", new Plot(420, 220, strips(8)));
        plots.put(
                "histograms",
                new Plot(
                        480,
                        150,
                        (g, theme, area) ->
                                HistogramsPainter.paint(
                                        g, theme, PlotExamples.histograms(), area)));
        plots.put(
                "confusion",
                new Plot(
                        420,
                        340,
                        (g, theme, area) ->
                                ConfusionPainter.paint(g, theme, PlotExamples.confusion(5), area)));
        return plots;
    }

    private static Painting strips(int layers) {
        return (g, theme, area) -> StripsPainter.paint(g, theme, PlotExamples.strips(layers), area);
    }

    @ParameterizedTest
    @EnumSource
    void every_picture_of_a_training_is_drawn(Theme theme) throws IOException {
        Files.createDirectories(GALLERY);
        for (var entry : plots().entrySet()) {
            Plot plot = entry.getValue();
            int margin = 16;
            BufferedImage image =
                    new BufferedImage(
                            (int) ((plot.width + 2 * margin) * SCALE),
                            (int) ((plot.height + 2 * margin) * SCALE),
                            BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setColor(theme.color(ColorRole.PAPER));
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.scale(SCALE, SCALE);
            plot.painting.paint(g, theme, new Box(margin, margin, plot.width, plot.height));
            g.dispose();
            String name = "plot-" + entry.getKey() + "-" + theme.name().toLowerCase(Locale.ROOT);
            assertTrue(ImageIO.write(image, "png", GALLERY.resolve(name + ".png").toFile()));
        }
    }
}
