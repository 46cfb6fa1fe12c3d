package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.Walkthrough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepDiagramsTest {

    /// In wide rooms and in high ones, where most pills stand inside, and with mistakes, whose lost
    /// pills stay.
    @ParameterizedTest
    @CsvSource({
        "04-x2-plus-2xy, ''",
        "07-jacobian, ''",
        "13-mlp-3-layers, ''",
        "13-mlp-3-layers, set mistake = overwrite",
        "27-attention, ''",
        "27-attention, set mistake = overwrite",
        "33-newton, ''"
    })
    void their_extent_holds_each_step_alone_and_nothing_more(String sample, String more)
            throws IOException {
        Walkthrough w =
                Programs.read(Files.readString(Path.of("samples", sample + ".bs")) + more + "\n");
        for (Size room : new Size[] {new Size(1600, 1000), new Size(600, 900)}) {
            Arrangement places = Arrangements.in(room, w, FormulaPainter::measure);
            Diagrams diagrams = new Diagrams(w, places);
            Box all =
                    IntStream.range(0, w.size())
                            .mapToObj(i -> diagrams.at(i, DiagramOptions.PLAIN).bounds())
                            .reduce(Box::union)
                            .orElseThrow();
            StepDiagrams steps = new StepDiagrams(w, places, DiagramOptions.PLAIN);
            assertEquals(all, steps.at(0).bounds(), room.toString());
            assertEquals(all, steps.at(w.size() - 1).bounds(), room.toString());
        }
    }
}
