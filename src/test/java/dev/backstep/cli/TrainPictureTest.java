package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainPictureTest {

    private static final String MOONS =
            "data moons(samples=60, seed=4);yhat = mlp(X, [4, 1], tanh, sigmoid);"
                    + "loss L = mean(bce(yhat, y));train sgd(rate=0.5, batch=10, epochs=3)";
    private static final String WAVE =
            "data wave(samples=60, seed=23);yhat = mlp(X, [4, 1], tanh, linear);"
                    + "loss L = mean(se(yhat, y));train sgd(rate=0.1, batch=10, epochs=3)";
    private static final String NOT_LAYERED =
            "data xor(samples=60);param W = [1, 1];z = W @ X;yhat = sigmoid(z * z - 1);"
                    + "loss L = mean(bce(yhat, y));train sgd(rate=0.1, batch=10, epochs=3)";
    private static final String NO_DATA = "param x = 3;L = x^2;train sgd(rate=0.1, epochs=5)";

    @TempDir private Path folder;

    private Ran train(String program, String picture) {
        return Ran.on(
                program.replace(';', '\n'),
                "train",
                "-",
                "--picture",
                folder.resolve(picture).toString());
    }

    /// How many colours there are in the columns from `left` to `right`.
    private static int colors(BufferedImage image, int left, int right) {
        Set<Integer> colors = new HashSet<>();
        for (int x = left; x < right; x += 2) {
            for (int y = 0; y < image.getHeight(); y += 2) {
                colors.add(image.getRGB(x, y));
            }
        }
        return colors.size();
    }

    @ParameterizedTest
    @ValueSource(strings = {MOONS, WAVE, NOT_LAYERED, NO_DATA})
    void a_training_is_drawn_on_a_sheet_of_1600_pixels(String program) throws IOException {
        Ran ran = train(program, "a.png");
        assertEquals("", ran.err());
        assertEquals(0, ran.exit());
        assertTrue(ran.out().endsWith("saved " + folder.resolve("a.png") + "\n"), ran.out());
        BufferedImage image = ImageIO.read(folder.resolve("a.png").toFile());
        assertEquals(1600, image.getWidth());
        assertTrue(colors(image, 0, 800) > 10);
        assertTrue(program.equals(NO_DATA) || colors(image, 1100, 1600) > 10);
    }

    @Test
    void the_lines_are_those_of_a_training_that_is_not_drawn() {
        String program = MOONS.replace(';', '\n');
        String drawn =
                Ran.on(
                                program,
                                "train",
                                "-",
                                "--json",
                                "--picture",
                                folder.resolve("a.png").toString())
                        .out();
        String plain = Ran.on(program, "train", "-", "--json").out();
        assertEquals(4, plain.lines().count());
        assertEquals(
                plain.replaceAll("samples_per_second.*", ""),
                drawn.replaceAll("samples_per_second.*", ""));
    }

    /// Rate 1e308 stops in the second batch, rate 30 some epochs later.
    @ParameterizedTest
    @CsvSource({"30, 200", "1e308, 1"})
    void a_training_that_stops_is_drawn_up_to_there(String rate, int epochs) {
        String program =
                WAVE.replace("rate=0.1", "rate=" + rate).replace("epochs=3", "epochs=" + epochs);
        Ran ran = train(program, "a.png");
        assertEquals(1, ran.exit());
        assertTrue(ran.err().startsWith("stopped: epoch "), ran.err());
        assertTrue(Files.exists(folder.resolve("a.png")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.gif | the name must end in .png, .svg or .pdf",
                "a | the name must end in .png, .svg or .pdf",
                "no/a.png | there is no folder"
            })
    void a_picture_that_cannot_be_written_is_refused_before_training(String name, String why) {
        Ran ran = train(MOONS, name);
        assertEquals(2, ran.exit());
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith("--picture ") && ran.err().contains(why), ran.err());
        assertFalse(Files.exists(folder.resolve(name)));
    }
}
