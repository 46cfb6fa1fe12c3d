package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Folding;
import dev.backstep.graph.Unrolled;
import dev.backstep.lang.Model;
import dev.backstep.optim.Optimiser;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockPlacingTest {

    private static final Size ROOM = new Size(1240, 820);

    private static final Size CARD = new Size(130, 72);

    /// A product of two matrices with all of its numbers, and a step of training at its end.
    private static Walkthrough product(int rows, int inner, int columns) {
        Model model =
                Programs.model(
                        """
                                        param W = normal(%d, %d, seed=1)
                                        const X = normal(%d, %d, seed=2)
                                        Z = W @ X
                                        loss L = sum(Z)
                                        """
                                .formatted(rows, inner, inner, columns));
        Walkthrough whole =
                Walkthrough.of(
                                model.graph(),
                                model.output(),
                                model.leaves(),
                                Story.Grain.NODES,
                                false)
                        .followedBy(new Optimiser.Sgd(0.1, 0, 0));
        Unrolled numbers = whole.unrolled();
        return whole.opened(numbers, false)
                .folded(
                        Folding.of(
                                numbers.groups(model.groups()), Detail.of(Detail.Level.SCALARS)));
    }

    private static Map<Integer, Box> placed(DrawnGraph drawn, CardBlocks blocks) {
        Map<Integer, Size> rooms = new HashMap<>();
        drawn.vertexSet().forEach(id -> rooms.put(id, CARD));
        return new BlockPlacing(drawn, blocks, Gaps.USUAL).placed(rooms, 1.5);
    }

    private static CardBlocks blocks(DrawnGraph drawn) {
        return new CardBlocks(drawn, Bundles.of(drawn).wires());
    }

    private static Map<String, Box> byName(DrawnGraph drawn, Map<Integer, Box> boxes) {
        Map<String, Box> named = new HashMap<>();
        boxes.forEach((id, box) -> drawn.graph().node(id).name().ifPresent(n -> named.put(n, box)));
        return named;
    }

    private static Box at(Map<String, Box> named, int row, int column) {
        return Objects.requireNonNull(named.get("Z[" + row + ", " + column + "]"));
    }

    /// A number of the 2×16 · 16×3 is 16 products and 15 sums: 31 cards. Those of its leaves are
    /// blocks of one card, as they serve other numbers too.
    @Test
    void a_block_is_a_number_with_all_that_is_computed_for_it_alone() {
        DrawnGraph drawn = product(2, 16, 3).drawn();
        CardBlocks blocks = blocks(drawn);
        List<Integer> sizes = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int id : drawn.vertexSet()) {
            if (blocks.isRoot(id)) {
                List<Integer> members = blocks.members(id);
                members.forEach(m -> assertTrue(seen.add(m), "in two blocks: " + m));
                if (CellName.of(drawn.graph().node(id))
                        .filter(c -> c.matrix().equals("Z"))
                        .isPresent()) {
                    sizes.add(members.size());
                }
            }
        }
        assertEquals(drawn.vertexSet(), seen);
        assertEquals(List.of(31, 31, 31, 31, 31, 31), sizes);
    }

    /// 4990 products and 4989 sums, one after the other: no block is too long for the stack.
    @Test
    void a_block_may_be_a_long_chain() {
        DrawnGraph drawn = product(1, 4990, 1).drawn();
        CardBlocks blocks = blocks(drawn);
        int longest =
                drawn.vertexSet().stream()
                        .filter(blocks::isRoot)
                        .mapToInt(id -> blocks.members(id).size())
                        .max()
                        .orElseThrow();
        assertTrue(longest > 4990 + 4988, longest + " cards");
        assertEquals(drawn.vertexSet(), placed(drawn, blocks).keySet());
    }

    @ParameterizedTest
    @CsvSource({"2, 16, 3", "16, 16, 8", "5, 40, 4", "3, 3, 3"})
    void no_two_cards_overlap(int rows, int inner, int columns) {
        DrawnGraph drawn = product(rows, inner, columns).drawn();
        List<Box> boxes = List.copyOf(placed(drawn, blocks(drawn)).values());
        assertEquals(drawn.vertexSet().size(), boxes.size());
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(boxes.get(i).overlaps(boxes.get(j)));
            }
        }
    }

    /// ```
    /// Z₀₀ Z₀₁ … Z₀₇
    /// Z₁₀ Z₁₁ … Z₁₇
    ///  ⋮
    /// ```
    @Test
    void the_sums_stand_as_the_cells_of_their_matrix() {
        DrawnGraph drawn = product(16, 16, 8).drawn();
        Map<String, Box> named = byName(drawn, placed(drawn, blocks(drawn)));
        for (int row = 0; row < 16; row++) {
            for (int column = 0; column < 8; column++) {
                Box cell = at(named, row, column);
                if (column > 0) {
                    assertTrue(cell.x() > at(named, row, column - 1).right());
                    assertEquals(at(named, row, 0).y(), cell.y());
                }
                if (row > 0) {
                    assertTrue(cell.y() > at(named, row - 1, column).bottom());
                }
            }
        }
    }

    /// One matrix in one column would be a strip.
    @Test
    void a_matrix_of_one_row_is_wrapped() {
        DrawnGraph drawn = product(1, 16, 60).drawn();
        Map<Integer, Box> boxes = placed(drawn, blocks(drawn));
        Box all = boxes.values().stream().reduce(Box::union).orElseThrow();
        double aspect = all.width() / all.height();
        assertTrue(aspect > 0.5 && aspect < 4, all.toString());
    }

    @Test
    void every_wire_that_is_drawn_whole_runs_forward() {
        DrawnGraph drawn = product(4, 30, 3).drawn();
        CardBlocks blocks = blocks(drawn);
        Map<Integer, Box> boxes = placed(drawn, blocks);
        int whole = 0;
        for (Edge edge : drawn.edgeSet()) {
            if (!blocks.cut().contains(edge)) {
                Box from = Objects.requireNonNull(boxes.get(drawn.getEdgeSource(edge)));
                Box to = Objects.requireNonNull(boxes.get(drawn.getEdgeTarget(edge)));
                assertTrue(from.right() < to.x(), edge.toString());
                whole++;
            }
        }
        assertTrue(whole > drawn.vertexSet().size() / 2, whole + " wires are drawn whole");
    }

    /// An opened 16×16 · 16×8 has 4,479 cards; in the window each of its 128 sums, both leaves and
    /// the loss are blocks, and all of it has about the form of the room.
    @Test
    void an_opened_product_is_shown_as_a_matrix_of_blocks() {
        Walkthrough w = product(16, 16, 8);
        Arrangement places = Arrangements.in(ROOM, w, Sizes::guessed);
        Diagram diagram = Diagrams.at(w, places, 0, DiagramOptions.PLAIN);
        double scale = TypeSize.scale(diagram.bounds(), ROOM);
        FarGroups far = FarGroups.of(diagram, scale);
        assertEquals(128 + 2 + 1, far.numbers().size());
        assertEquals(w.drawn().vertexSet(), far.cards());
        double aspect = diagram.bounds().width() / diagram.bounds().height();
        assertTrue(aspect > 0.7 && aspect < 3, "width by height: " + aspect);
        far.numbers()
                .forEach(
                        n ->
                                assertTrue(
                                        FarGroups.type(n.box(), n.title()) * scale >= 7,
                                        n.title() + " cannot be read"));
        assertEquals(FarGroups.NONE, FarGroups.of(diagram, 1));
    }

    /// The numbers of W get a gradient and move; Z and X only get one.
    @Test
    void a_block_shows_the_last_pass_that_has_reached_it() {
        Walkthrough w = product(16, 16, 8);
        Arrangement places = Arrangements.in(ROOM, w, Sizes::guessed);
        Diagram last = Diagrams.at(w, places, w.size() - 1, DiagramOptions.PLAIN);
        assertEquals(Optional.of(Diagram.Pass.UPDATE), block(last, "W").pass());
        assertEquals(Optional.of(Diagram.Pass.BACKWARD), block(last, "Z[0, 0]").pass());
        Diagram first = Diagrams.at(w, places, 0, DiagramOptions.PLAIN);
        assertEquals(Optional.of(Diagram.Pass.FORWARD), block(first, "W").pass());
        assertEquals(Optional.empty(), block(first, "L").pass());
    }

    private static Diagram.NumberBlock block(Diagram diagram, String title) {
        return diagram.blocks().stream()
                .filter(b -> b.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_card_that_is_dragged_stretches_its_block_and_a_picture_keeps_its_blocks() {
        Walkthrough w = product(16, 16, 8);
        Arrangement places = Arrangements.in(ROOM, w, Sizes::guessed);
        Diagrams pictures = new Diagrams(w, places);
        Box before = block(pictures.at(0, DiagramOptions.PLAIN), "L").box();
        Point away = new Point(before.x() - 500, before.y());
        Diagram moved =
                pictures.with(places.placement().with(Map.of(w.output(), away)))
                        .at(0, DiagramOptions.PLAIN);
        Box after = block(moved, "L").box();
        assertTrue(after.contains(away), after.toString());
        assertEquals(moved.blocks(), moved.within(after).blocks());
    }
}
