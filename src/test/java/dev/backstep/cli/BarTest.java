package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvFiles;
import dev.backstep.lang.Language;
import dev.backstep.lang.ReadResult;
import dev.backstep.train.Training;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {

    private static Training training() throws IOException {
        String text = Files.readString(Path.of("samples", "16-minibatch-sgd.bs"));
        ReadResult.Ok read = (ReadResult.Ok) Language.read(text, CsvFiles.in(Path.of("samples")));
        return Training.of(read.model().setup().orElseThrow());
    }

    private static String line(Training training, int width) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ProgressBarDisplay(new PrintStream(out, true, StandardCharsets.UTF_8), 100, width)
                .batch(training, 1_234_567);
        String drawn = out.toString(StandardCharsets.UTF_8);
        assertTrue(drawn.startsWith("\r") && drawn.endsWith("\u001b[K"), drawn);
        return drawn.substring(1, drawn.length() - 3);
    }

    @Test
    void the_first_epoch_shows_its_batches_and_their_loss() throws IOException {
        Training training = training();
        training.next();
        String line = line(training, 120);
        assertTrue(line.contains("  epoch 0/100  batch 1/" + training.batches()), line);
        assertTrue(line.contains("  loss " + PlainText.short4(training.loss())), line);
        assertTrue(line.endsWith("  1,234,567 samples/s"), line);
    }

    @Test
    void no_line_is_wider_than_the_terminal() throws IOException {
        Training training = training();
        training.epoch();
        for (int width = 9; width < 150; width++) {
            String line = line(training, width);
            assertTrue(line.length() <= width, width + ": " + line);
        }
    }

    @Test
    void the_speed_goes_first_then_the_test_loss_then_the_bar() throws IOException {
        Training training = training();
        training.epoch();
        String whole = line(training, 200);
        assertTrue(whole.matches("[█░]{24}  epoch .*test loss .*accuracy .*samples/s"), whole);
        String slower = line(training, whole.length() - 1);
        assertTrue(slower.matches("[█░]{24}  epoch .*test loss .*accuracy .* %"), slower);
        String fewer = line(training, slower.length() - 1);
        assertTrue(fewer.matches("[█░]{24}  epoch .*  loss [.\\d]+  accuracy .* %"), fewer);
        String shorter = line(training, fewer.length() - 1);
        assertEquals(fewer.substring(1).replace("█", "░"), shorter.replace("█", "░"));
    }

    @ParameterizedTest
    @CsvSource({"120, 119", "80, 79", ", 79", "0, 79", "-5, 79", "wide, 79", "99999999999, 79"})
    void the_width_is_that_of_the_terminal_where_it_is_known(String columns, int width) {
        assertEquals(width, ProgressBarDisplay.width(columns));
    }
}
