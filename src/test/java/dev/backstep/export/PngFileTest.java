package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngFileTest {

    /// As Java's own reader reads it, which checks every sum.
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1, 20000",
        "16000, 1",
        "30, 40", // rows that are shorter and longer than a window
        "1000, 700",
        "4000, 300",
        "12000, 64"
    })
    void reads_back_as_it_was_drawn(int width, int height) throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB}) {
            BufferedImage drawn = drawing(width, height, type);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(file(drawn)));
            assertEquals(width, read.getWidth());
            assertEquals(height, read.getHeight());
            assertEquals(type == BufferedImage.TYPE_INT_ARGB, read.getColorModel().hasAlpha());
            assertArrayEquals(pixels(drawn), pixels(read));
        }
    }

    @Test
    void is_the_same_each_time_however_many_cores_have_room() throws IOException {
        BufferedImage drawn = drawing(3000, 900, BufferedImage.TYPE_INT_RGB);
        byte[] first = file(drawn);
        Stream.generate(() -> drawn)
                .limit(4)
                .parallel()
                .forEach(
                        image -> {
                            try {
                                assertArrayEquals(first, file(image));
                            } catch (IOException e) {
                                throw new AssertionError(e);
                            }
                        });
    }

    /// Flat, lines, and noise, which does not pack.
    private static BufferedImage drawing(int width, int height, int type) {
        Random random = new Random(7);
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean noise = y > height / 2 && x > width / 3;
                image.setRGB(x, y, noise ? random.nextInt() : x % 50 == 0 ? 0x80123456 : -1);
            }
        }
        return image;
    }

    private static byte[] file(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PngFile(image, 4, OptionalInt.empty()).write(out);
        return out.toByteArray();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
