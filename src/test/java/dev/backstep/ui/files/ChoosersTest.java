package dev.backstep.ui.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names of files get the ending that says what they are.
class ChoosersTest {

    /// `.1` is no ending of a picture: kept, it would make pictures in the format PNG named `.1`.
    @ParameterizedTest
    @CsvSource({
        "fig, fig.gif",
        "fig.1, fig.1.gif",
        "fig.v2, fig.v2.gif",
        "fig., fig..gif",
        "fig.gif, fig.gif",
        "fig.PNG, fig.PNG",
        "fig.1.svg, fig.1.svg",
        "png, png.gif",
        "fig.txt, fig.txt.gif"
    })
    void a_name_without_a_known_ending_gets_one(String chosen, String named) {
        assertEquals(
                Path.of("there", named),
                Choosers.with(
                        Path.of("there", chosen), ".gif", List.of(".gif", ".png", ".svg", ".pdf")));
    }
}
