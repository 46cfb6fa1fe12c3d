package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.MapCell;
import dev.backstep.layout.HeatGrid.Cell;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatMapTest {

    private static Diagram at(Walkthrough w, int step) {
        Arrangement a = Arrangements.of(w, Sizes::guessed, Map.of(), Optional.empty());
        return Diagrams.at(w, a, step, DiagramOptions.PLAIN);
    }

    private static Card card(Walkthrough w, Diagram d, String name) {
        return d.card(w.graph().named(name).orElseThrow().id()).orElseThrow();
    }

    /// Each number belongs to the one cell that says so, whatever the shape.
    @ParameterizedTest
    @CsvSource({"1,1", "4,3", "1,32", "16,16", "17,5", "33,2", "784,128", "1,100000", "1000,1"})
    void every_number_lies_in_one_cell_and_a_map_takes_no_more_than_its_room(int rows, int cols) {
        HeatGrid grid = HeatGrid.of(new Shape(rows, cols));
        long numbers = 0;
        for (int row = 0; row < grid.rows(); row++) {
            for (int col = 0; col < grid.cols(); col++) {
                Cell cell = new Cell(row, col);
                int tall = grid.endRow(cell) - grid.firstRow(cell);
                int wide = grid.endCol(cell) - grid.firstCol(cell);
                assertTrue(tall > 0 && wide > 0);
                numbers += (long) tall * wide;
            }
        }
        assertEquals((long) rows * cols, numbers);
        assertTrue(grid.size().width() <= HeatGrid.ROOM.width() + 1e-9);
        assertTrue(grid.size().height() <= HeatGrid.ROOM.height() + 1e-9);
        assertEquals(rows > HeatGrid.MOST || cols > HeatGrid.MOST, grid.isAveraged());
    }

    /// 1 … 32 in pairs: (1 + 2) / 2 = 1.5, …, (31 + 32) / 2 = 31.5.
    @Test
    void a_large_matrix_is_averaged_down() {
        HeatMap map = HeatMap.of(Tensor.generate(new Shape(1, 32), k -> k + 1));
        assertEquals(new Shape(1, 16), map.cells().shape());
        assertEquals(1.5, map.cells().at(0));
        assertEquals(31.5, map.cells().at(15));
    }

    @Test
    void a_block_with_a_number_that_is_none_has_none() {
        HeatMap map = HeatMap.of(Tensor.generate(new Shape(1, 32), k -> k == 3 ? Double.NaN : 1));
        assertTrue(Double.isNaN(map.cells().at(1)));
        assertEquals(1, map.cells().at(0));
        assertEquals(1, map.largest());
    }

    @Test
    void value_and_gradient_come_as_they_are_computed() {
        Walkthrough w = Programs.read(Programs.NETWORK);
        Card before = card(w, at(w, 0), "Z2");
        assertTrue(before.heat().orElseThrow().value().isEmpty());
        Card forward = card(w, at(w, w.story().lastForward()), "Z2");
        assertTrue(forward.heat().orElseThrow().value().isPresent());
        assertTrue(forward.heat().orElseThrow().gradient().isEmpty());
        Card last = card(w, at(w, w.size() - 1), "Z2");
        assertTrue(last.heat().orElseThrow().gradient().isPresent());
        assertEquals(
                before.heat().orElseThrow().largest(),
                last.heat().orElseThrow().largest(),
                "one scale at every step");
        assertTrue(card(w, at(w, 0), "L").heat().isEmpty(), "a number is a number");
    }

    @Test
    void a_card_does_not_grow_with_its_matrix() {
        Walkthrough small = Programs.read("W = ones(16, 16)\nL = sum(W)");
        Walkthrough large = Programs.read("W = ones(784, 128)\nL = sum(W)");
        Size few = card(small, at(small, 0), "W").box().size();
        Size many = card(large, at(large, 0), "W").box().size();
        assertTrue(many.width() <= few.width() && many.height() <= few.height());
    }

    @Test
    void the_cell_at_a_place_is_the_one_that_is_drawn_there() {
        Walkthrough w = Programs.read("W = ones(3, 2)\nL = sum(W)");
        Card card = card(w, at(w, w.size() - 1), "W");
        for (boolean gradient : new boolean[] {false, true}) {
            Box map = card.map(gradient);
            Point last = new Point(map.right() - 2, map.bottom() - 2);
            assertEquals(Optional.of(new MapCell(gradient, new Cell(2, 1))), card.cellAt(last));
            assertTrue(card.box().contains(last));
        }
        assertFalse(card.cellAt(new Point(card.box().x() + 1, card.box().y() + 1)).isPresent());
    }

    @Test
    void the_maps_of_a_card_do_not_meet() {
        Walkthrough w = Programs.read("W = ones(16, 16)\nL = sum(W)");
        Card card = card(w, at(w, w.size() - 1), "W");
        assertFalse(card.map(false).overlaps(card.map(true)));
        assertTrue(card.map(false).x() > card.box().x());
        assertTrue(card.map(true).right() < card.box().right());
        assertTrue(card.map(true).bottom() < card.box().bottom());
    }
}
