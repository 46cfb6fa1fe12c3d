package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.layout.HeatGrid.Cell;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which cells of a gradient a mistake has made other numbers.
class OffCellsTest {

    private static Walkthrough told(String text) {
        if (Language.read(text) instanceof ReadResult.Ok(Model model)) {
            return Walkthroughs.of(model, Story.Grain.NODES);
        }
        throw new AssertionError(Language.read(text).toString());
    }

    private static Optional<OffCells> off(Walkthrough w, int step, String name) {
        Arrangement a = Arrangements.of(w, Sizes::guessed, Map.of(), Optional.empty());
        return Diagrams.at(w, a, step, DiagramOptions.PLAIN)
                .card(w.graph().named(name).orElseThrow().id())
                .orElseThrow()
                .heat()
                .orElseThrow()
                .off();
    }

    /// Upstream is [1; 1; 1]. Wᵀ·upstream has the sums of the columns, 1 + 3, 2 + 4, 5; W·upstream
    /// those of the rows, 1 + 2, 3 + 4, 5: the last one happens to be right.
    @Test
    void only_the_numbers_that_differ_are_off() {
        Walkthrough w =
                told(
                        """
                        param W = [1, 2, 0; 3, 4, 0; 0, 0, 5]
                        x = [1; 1; 1]
                        L = sum(W @ x)
                        set mistake = no_transpose
                        """);
        OffCells x = off(w, w.size() - 1, "x").orElseThrow();
        assertEquals(List.of(0, 1), x.cells());
        assertEquals(Tensor.of(3, 1, 4, 6, 5), x.right().cells());
        assertTrue(off(w, w.size() - 1, "W").isEmpty(), "x is not square: xᵀ is right");
        assertTrue(off(w, 1, "x").isEmpty(), "nothing has arrived yet");
    }

    /// 20×20 numbers in 10×10 cells of four: of the last one number is off, which leaves the mean
    /// of its cell as it was only by chance.
    @Test
    void an_averaged_cell_is_off_if_one_of_its_numbers_is() {
        Tensor right = Tensor.full(new Shape(20, 20), 1);
        Tensor wrong = Tensor.generate(new Shape(20, 20), k -> k == 399 ? 2 : 1);
        OffCells off = OffCells.of(right, wrong).orElseThrow();
        HeatGrid grid = HeatGrid.of(right.shape());
        assertEquals(List.of(99), off.cells());
        assertEquals(1, OffCells.off(right, wrong, grid, new Cell(9, 9)));
        assertEquals(0, OffCells.off(right, wrong, grid, new Cell(9, 8)));
        assertTrue(OffCells.of(right, right).isEmpty());
    }

    /// What is not finite is off beside a number, and right beside the same.
    @Test
    void an_infinity_is_off_beside_a_number() {
        Tensor right = Tensor.of(1, 4, 1, Double.NaN, Double.POSITIVE_INFINITY, 0);
        Tensor wrong = Tensor.of(1, 4, Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, -0.0);
        assertEquals(List.of(0), OffCells.of(right, wrong).orElseThrow().cells());
    }

    /// The colours of both gradients are on one scale: that of the larger. Without the 1/4 each
    /// element of x, 1 to 4, gets 2x; rightly x/2.
    @Test
    void the_right_gradient_is_on_the_same_scale() {
        Walkthrough w = told("x = [1, 2, 3, 4]\nL = mean(x^2)\nset mistake = no_mean\n");
        int x = w.graph().named("x").orElseThrow().id();
        assertEquals(8, Diagrams.scale(w, x));
        assertEquals(
                4,
                Diagrams.scale(told("x = [1, 2, 3, 4]\nL = mean(x^2)\nset mistake = sign\n"), x));
    }
}
