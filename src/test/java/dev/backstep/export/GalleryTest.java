package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.explain.Walkthrough;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Look;
import dev.backstep.layout.Programs;
import dev.backstep.paint.Formulas;
import dev.backstep.paint.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

    private static void draw(String program, String name, Theme theme, Map<String, Integer> steps) throws IOException {
        Walkthrough w = Programs.read(program);
        Arrangement places = Arrangements.of(w, Formulas::measure, Map.of(), Optional.empty());
        for (var step : steps.entrySet()) {
            Png.Picture picture = new Png.Picture(theme, 1, OptionalInt.of(2000), false, "L", "", List.of());
            var diagram = Diagrams.at(w, places, step.getValue(), Look.PLAIN);
            Path file = GALLERY.resolve(
                    "graph-" + name + "-" + step.getKey() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            try (OutputStream out = Files.newOutputStream(file)) {
                Png.write(diagram, picture, out);
            }
            assertEquals(Png.pixels(diagram, picture).width(), ImageIO.read(file.toFile()).getWidth());
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
                Map.of("first", 0, "forward", seed - 1, "seed", seed, "backward", seed + 2, "last", w.size() - 1));
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
        draw(program, "scalars", theme, Map.of("backward", Programs.read(program).story().seed() + 20));
    }
}
