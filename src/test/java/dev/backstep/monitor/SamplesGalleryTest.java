package dev.backstep.monitor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Box;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.BoundaryPainter;
import dev.backstep.paint.plot.ConfusionPainter;
import dev.backstep.paint.plot.CurvesPainter;
import dev.backstep.paint.plot.HistogramsPainter;
import dev.backstep.paint.plot.NetworkGeometry;
import dev.backstep.paint.plot.NetworkPainter;
import dev.backstep.paint.plot.NetworkPicture;
import dev.backstep.paint.plot.NetworkPicture.Emphasis;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.paint.plot.StripsPainter;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each sample that trains, at work: pictures to look at, in `target/gallery`.
class SamplesGalleryTest {

    private static final Path GALLERY = Path.of("target/gallery");

    private interface Painting {
        void paint(Graphics2D g, Theme theme, Box area);
    }

    private static void write(String name, int width, int height, Painting painting)
            throws IOException {
        Files.createDirectories(GALLERY);
        for (Theme theme : Theme.values()) {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setColor(theme.color(ColorRole.PAPER));
            g.fillRect(0, 0, width, height);
            painting.paint(g, theme, new Box(12, 12, width - 24, height - 24));
            g.dispose();
            String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
            assertTrue(ImageIO.write(image, "png", GALLERY.resolve(file).toFile()));
        }
    }

    /// Each sample that trains, after some epochs, to look at in `target/gallery`.
    @ParameterizedTest
    @CsvSource({
        "16-minibatch-sgd, 60",
        "18-xor, 30",
        "20-spiral, 120",
        "21-blobs-5-classes, 20",
        "22-plane, 10",
        "23-wave, 30",
        "24-vanishing-sigmoid, 4",
        "25-vanishing-relu, 20",
        "26-exploding, 50"
    })
    void samples_are_drawn(String sample, int epochs) throws IOException {
        Watched w = Watched.of(Files.readString(Path.of("samples", sample + ".bs")), epochs);
        NetworkPicture network = w.network(Shows.WEIGHTS);
        NetworkPicture gradients = w.network(Shows.GRADIENTS);
        String name = "train-" + sample;
        write(
                name + "-network",
                800,
                640,
                (g, theme, area) ->
                        NetworkPainter.paint(
                                g,
                                theme,
                                network,
                                NetworkGeometry.of(network, area),
                                Emphasis.NONE));
        write(
                name + "-network-gradients",
                800,
                640,
                (g, theme, area) ->
                        NetworkPainter.paint(
                                g,
                                theme,
                                gradients,
                                NetworkGeometry.of(gradients, area),
                                Emphasis.NONE));
        write(name + "-views", 420, 1100, (g, theme, area) -> views(g, theme, area, w));
    }

    private static void views(Graphics2D g, Theme theme, Box area, Watched w) {
        var now = w.frame().snapshot();
        BoundaryPainter.paint(
                g, theme, w.boundary(), new Box(12, 12, 396, 420), OptionalInt.empty());
        CurvesPainter.paint(
                g, theme, w.monitor().losses(w.frame(), List.of()), new Box(12, 440, 396, 150));
        w.monitor()
                .accuracy(w.frame().history())
                .ifPresent(p -> CurvesPainter.paint(g, theme, p, new Box(12, 596, 396, 120)));
        w.monitor()
                .gradients(w.frame().history())
                .ifPresent(p -> StripsPainter.paint(g, theme, p, new Box(12, 722, 396, 110)));
        w.monitor()
                .activations(now)
                .ifPresent(p -> HistogramsPainter.paint(g, theme, p, new Box(12, 840, 396, 110)));
        w.monitor()
                .confusion(w.train())
                .ifPresent(p -> ConfusionPainter.paint(g, theme, p, new Box(12, 956, 396, 140)));
    }
}
