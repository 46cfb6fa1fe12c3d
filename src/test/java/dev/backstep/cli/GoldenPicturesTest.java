package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A few pictures, kept under `src/test/resources` and rewritten by `-Dgolden=update`, so that none
/// breaks unseen.
///
/// Fonts are drawn a little differently by every Java and on every system. So pictures are compared
/// after a blur, and some pixels may differ; a card that has moved, a colour that has changed or a
/// text that is missing is more than that.
class GoldenPicturesTest {

    private static final Path KEPT = Path.of("src/test/resources/dev/backstep/cli/pictures");
    private static final Path DRAWN = Path.of("target/golden");

    /// How far a blurred pixel may be off, of 255, and what share of pixels may be further.
    private static final int NEAR = 40;

    private static final double FEW = 0.001;

    @ParameterizedTest
    @CsvSource({
        "sample-backward-light, 04-x2-plus-2xy, 6 --theme light",
        "sample-backward-dark, 04-x2-plus-2xy, 6 --theme dark --legend",
        "sample-backward-print, 04-x2-plus-2xy, 6 --theme print --edges",
        "sample-forward-light, 04-x2-plus-2xy, 2 --theme light",
        "product-dark, 09-matmul, last --theme dark",
        "network-light, 13-mlp-3-layers, 20 --theme light",
        "update-light, 16-minibatch-sgd, last --theme light"
    })
    void a_picture_is_what_it_was(String name, String sample, String step) throws IOException {
        Files.createDirectories(DRAWN);
        Path drawn = DRAWN.resolve(name + ".png");
        String command = "render samples/" + sample + ".bs -o " + drawn + " --width 900 --step ";
        Ran ran = Ran.command((command + step).split(" "));
        assertEquals(0, ran.exit(), ran.err());
        Path kept = KEPT.resolve(name + ".png");
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(KEPT);
            Files.copy(drawn, kept, StandardCopyOption.REPLACE_EXISTING);
        }
        double off = off(read(kept), read(drawn));
        assertTrue(
                off <= FEW,
                () ->
                        "%.2f %% of the pixels of %s are not those of %s"
                                .formatted(100 * off, drawn, kept));
    }

    @Test
    void a_card_that_moved_a_little_is_noticed() {
        assertTrue(off(card(100, 0x0072B2), card(104, 0x0072B2)) > FEW);
        assertTrue(off(card(100, 0x0072B2), card(100, 0xD55E00)) > FEW);
        assertEquals(0, off(card(100, 0x0072B2), card(100, 0x0072B2)));
    }

    private static BufferedImage card(int x, int colour) {
        BufferedImage image = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(java.awt.Color.WHITE);
        g.fillRect(0, 0, 900, 300);
        g.setColor(new java.awt.Color(colour));
        g.fillRect(x, 50, 120, 80);
        g.dispose();
        return image;
    }

    private static BufferedImage read(Path file) throws IOException {
        return ImageIO.read(file.toFile());
    }

    /// The share of pixels that differ; all of them where the sizes do.
    private static double off(BufferedImage a, BufferedImage b) {
        if (a.getWidth() != b.getWidth() || Math.abs(a.getHeight() - b.getHeight()) > 2) {
            return 1;
        }
        int height = Math.min(a.getHeight(), b.getHeight());
        int count = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < a.getWidth() - 1; x++) {
                if (!isNear(a, b, x, y)) {
                    count++;
                }
            }
        }
        return (double) count / (a.getWidth() * height);
    }

    private static boolean isNear(BufferedImage a, BufferedImage b, int x, int y) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs(blurred(a, x, y, shift) - blurred(b, x, y, shift)) > NEAR) {
                return false;
            }
        }
        return true;
    }

    /// One colour of the nine pixels around a place, on average.
    private static int blurred(BufferedImage image, int x, int y, int shift) {
        int sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                sum += image.getRGB(x + dx, y + dy) >> shift & 0xFF;
            }
        }
        return sum / 9;
    }
}
