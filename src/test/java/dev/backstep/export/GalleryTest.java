package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Programs;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.HeatTable;
import dev.backstep.paint.HeatTable.Lit;
import dev.backstep.paint.Theme;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures to look at, in `target/gallery`.
class GalleryTest {

    private static final Path GALLERY = Path.of("target/gallery");

    @BeforeAll
    static void folder() throws IOException {
        Files.createDirectories(GALLERY);
    }

    private static void draw(String program, String name, Theme theme, Map<String, Integer> steps)
            throws IOException {
        Walkthrough w = Programs.read(program);
        Arrangement places =
                Arrangements.of(w, FormulaPainter::measure, Map.of(), Optional.empty());
        for (var step : steps.entrySet()) {
            Png.Picture picture =
                    Png.Picture.of(theme, 1)
                            .withWidth(OptionalInt.of(2000))
                            .withLegend("L", List.of());
            var diagram = Diagrams.at(w, places, step.getValue(), DiagramOptions.PLAIN);
            Path file =
                    GALLERY.resolve(
                            "graph-"
                                    + name
                                    + "-"
                                    + step.getKey()
                                    + "-"
                                    + theme.name().toLowerCase(Locale.ROOT)
                                    + ".png");
            try (OutputStream out = Files.newOutputStream(file)) {
                Png.write(diagram, picture, out);
            }
            assertEquals(
                    Png.pixels(diagram, picture).width(), ImageIO.read(file.toFile()).getWidth());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_sample_is_drawn_at_every_kind_of_step(Theme theme) throws IOException {
        Walkthrough w = Programs.read(Programs.SAMPLE);
        int seed = w.story().seed();
        assertTrue(seed > 0);
        draw(
                Programs.SAMPLE,
                "sample",
                theme,
                Map.of(
                        "first",
                        0,
                        "forward",
                        seed - 1,
                        "seed",
                        seed,
                        "backward",
                        seed + 2,
                        "last",
                        w.size() - 1));
    }

    @ParameterizedTest
    @EnumSource
    void a_network_is_drawn(Theme theme) throws IOException {
        int seed = Programs.read(Programs.NETWORK).story().seed();
        draw(Programs.NETWORK, "network", theme, Map.of("forward", 4, "backward", seed + 7));
    }

    @ParameterizedTest
    @EnumSource
    void sixty_scalars_are_drawn(Theme theme) throws IOException {
        String program = Programs.scalars(60, 5);
        draw(
                program,
                "scalars",
                theme,
                Map.of("backward", Programs.read(program).story().seed() + 20));
    }

    @ParameterizedTest
    @EnumSource
    void heat_tables_are_drawn(Theme theme) throws IOException {
        Random random = new Random(3);
        double[][] elements =
                random.doubles(6 * 32, -1, 1)
                        .mapToObj(x -> new double[] {x})
                        .toArray(double[][]::new);
        BufferedImage image = new BufferedImage(1500, 560, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(2, 2);
        g.setColor(theme.color(ColorRole.PAPER));
        g.fillRect(0, 0, 750, 280);
        g.translate(20, 20);
        ColorRole[] inks = {ColorRole.UPSTREAM, ColorRole.LOCAL};
        Lit[] lit = {Lit.row(2), Lit.cell(1, 3)};
        for (int i = 0; i < 2; i++) {
            new HeatTable(
                            6,
                            32,
                            (r, c) -> elements[32 * r + c][0],
                            Numbers.DEFAULT::plain,
                            inks[i],
                            6,
                            5,
                            Bundle.ENGLISH)
                    .paint(g, theme, lit[i]);
            g.translate(330, 0);
        }
        g.dispose();
        String name = "heat-table-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
        assertTrue(ImageIO.write(image, "png", GALLERY.resolve(name).toFile()));
    }
}
