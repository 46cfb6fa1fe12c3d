package dev.backstep.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The icon's files are what the program draws; `-Dgolden=update` writes them anew.
class AppIconTest {

    static List<Integer> sides() {
        return AppIcon.SIDES;
    }

    @ParameterizedTest
    @MethodSource("sides")
    void the_file_of_each_size_is_the_icon(int side) throws IOException {
        Path file = Path.of("assets/icon", "backstep-" + side + ".png");
        BufferedImage drawn = AppIcon.of(side);
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            ImageIO.write(drawn, "png", file.toFile());
        }
        BufferedImage kept = ImageIO.read(file.toFile());
        assertEquals(side, kept.getWidth());
        assertEquals(side, kept.getHeight());
        int off = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                off = Math.max(off, difference(kept.getRGB(x, y), drawn.getRGB(x, y)));
            }
        }
        assertTrue(off <= 16, "edges may be smoothed a little differently, not by " + off);
    }

    /// The largest difference of a channel; of what is nearly transparent, only that it is.
    private static int difference(int a, int b) {
        int most = Math.abs((a >>> 24) - (b >>> 24));
        for (int shift = 0; shift < 24 && a >>> 24 > 16; shift += 8) {
            most = Math.max(most, Math.abs((a >> shift & 255) - (b >> shift & 255)));
        }
        return most;
    }
}
