package dev.backstep.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.story.Walkthrough;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What is said to an answer that is a part of the gradient.
class PartsUnderstoodTest {

    /// The Jacobian of z = (f0, f1) by x has the rows (2, 1, 1) and (1, 0, −6), and (1, 10) arrives
    /// at z, so that x gets (2, 1, 1) through f0 and (10, 0, −60) through f1.
    @Test
    void a_row_of_a_jacobian_alone_is_what_comes_through_one_output() throws Exception {
        Walkthrough w = Asked.program(Files.readString(Path.of("samples/07-jacobian.bs")));
        Posed posed = Asked.arriving(w, "x");
        assertEquals(
                "Not yet. That is what comes through f₀ alone. In which other way does L depend on"
                        + " x?",
                Asked.said(posed, "2", "1", "1"));
        assertEquals(
                "Not yet. That is what comes through f₁ alone. In which other way does L depend on"
                        + " x?",
                Asked.said(posed, "10", "0", "-60"));
    }

    /// Each v stands in two columns: 2·(1, 2, 0) and 2·(0, −1, 3) come back, and are added.
    @Test
    void each_copy_of_a_repeated_operand_is_told_from_their_sum() throws Exception {
        Walkthrough w = Asked.program(Files.readString(Path.of("samples/06-shapes.bs")));
        Posed posed = Asked.arriving(w, "v");
        String said =
                "Not yet. That comes out if v gets what a hands to a single copy of it. How often"
                        + " is v repeated to fit?";
        assertEquals(said, Asked.said(posed, "2", "4", "0"));
        assertEquals(said, Asked.said(posed, "0", "-2", "6"));
    }
}
