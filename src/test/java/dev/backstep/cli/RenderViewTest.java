package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderViewTest {

    private static final String NET =
            """
            data moons(samples=60, noise=0.1, seed=4)
            yhat = mlp(X, [4, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.5, batch=10, epochs=5)
            """;

    @TempDir private Path folder;

    private Ran render(String program, String options) throws IOException {
        Path file = folder.resolve("program.bs");
        Files.writeString(file, program);
        List<String> args =
                new ArrayList<>(List.of("render", file.toString(), "-o", out().toString()));
        args.addAll(List.of(options.split(" ")));
        return Ran.command(args.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("out.png");
    }

    /// The widths in units: 960, 560 and 640, and a margin of 24 on both sides.
    @ParameterizedTest
    @CsvSource({
        "--view network, 2016",
        "--view network --after 3:2 --theme dark, 2016",
        "--view boundary --after 5 --scale 1, 608",
        "--view loss --width 500, 500",
        "--view gradients --after 2 --transparent --theme print --caption Flow, 1376"
    })
    void a_view_of_the_training_is_written(String options, int width) throws IOException {
        Ran ran = render(NET, options);
        assertEquals("", ran.out() + ran.err());
        assertEquals(0, ran.exit());
        assertEquals(width, ImageIO.read(out().toFile()).getWidth());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--view steps | --view steps: the views are graph, step, present, jacobian, table, network, boundary, loss and gradients",
                "--view loss --step 3 | --step, --edges, --detail, --fold and --open go with --view graph and step, --legend with --view graph",
                "--view loss --step last | --step, --edges, --detail, --fold and --open go with --view graph and step, --legend with --view graph",
                "--view loss --after x | --after x: expected a number of epochs, or epochs and batches as in 3:2"
            })
    void a_view_that_cannot_be_drawn_is_refused(String options, String why) throws IOException {
        Ran ran = render(NET, options);
        assertEquals(2, ran.exit());
        assertTrue(ran.err().strip().endsWith(why), ran.err());
        assertFalse(Files.exists(out()));
    }

    @Test
    void a_program_without_a_train_line_has_no_view_of_its_training() throws IOException {
        Ran ran = render("x = 2\nL = x^2\n", "--view loss");
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("--view loss: there is nothing to train"), ran.err());
    }

    @Test
    void a_run_that_stops_is_drawn_up_to_there_and_told() throws IOException {
        String program =
                """
                data wave(samples=60, seed=23)
                yhat = mlp(X, [4, 1], tanh, linear)
                loss L = mean(se(yhat, y))
                train sgd(rate=30, batch=10, epochs=200)
                """;
        Ran ran = render(program, "--view loss");
        assertEquals(1, ran.exit());
        assertTrue(ran.err().startsWith("stopped: epoch "), ran.err());
        assertTrue(Files.exists(out()));
        Files.delete(out());
        Ran boundary = render(program, "--view boundary --after 200");
        assertEquals(1, boundary.exit());
        assertTrue(boundary.err().contains("training stopped in epoch "), boundary.err());
        assertFalse(Files.exists(out()));
    }
}
