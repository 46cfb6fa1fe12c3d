package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Edge;
import dev.backstep.story.Walkthrough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A layout for a room: nothing overlaps, nothing is out of sight, and the type is larger than from
/// left to right.
class FittingTest {

    /// About what a window of 1280×720, 1440×900 and 1920×1080 leaves for the graph beside its
    /// panes.
    private static final List<Size> ROOMS =
            List.of(new Size(620, 460), new Size(760, 640), new Size(1240, 820));

    private static Diagram diagram(Walkthrough w, Size room) {
        Arrangement a = Arrangements.in(room, w, Sizes::guessed);
        return Diagrams.at(w, a, w.size() - 1, DiagramOptions.PLAIN);
    }

    @ParameterizedTest
    @MethodSource("dev.backstep.layout.Programs#samples")
    void no_two_cards_overlap_and_no_card_stands_in_a_frame_of_others(Path sample) {
        for (Detail.Level level : List.of(Detail.Level.STATEMENTS, Detail.Level.OPERATIONS)) {
            Walkthrough w = Programs.read(sample, level);
            for (Size room : ROOMS) {
                Diagram d = diagram(w, room);
                List<Box> cards = new ArrayList<>(d.cards().stream().map(c -> c.box()).toList());
                for (int i = 0; i < cards.size(); i++) {
                    for (int j = 0; j < i; j++) {
                        assertFalse(cards.get(i).overlaps(cards.get(j)), sample + " " + level);
                    }
                }
                for (Frames.CardFrame frame : Frames.of(w.drawn(), boxes(d))) {
                    boxes(d).forEach(
                                    (id, box) ->
                                            assertEquals(
                                                    frame.cards().contains(id),
                                                    frame.box().overlaps(box),
                                                    sample + " " + level + " card " + id));
                }
            }
        }
    }

    private static Map<Integer, Box> boxes(Diagram d) {
        return d.cards().stream()
                .collect(java.util.stream.Collectors.toMap(c -> c.node(), c -> c.box()));
    }

    @ParameterizedTest
    @MethodSource("dev.backstep.layout.Programs#samples")
    void the_bounds_hold_all_that_is_drawn(Path sample) {
        Walkthrough w = Programs.read(sample, Detail.Level.STATEMENTS);
        Diagram d = diagram(w, ROOMS.get(1));
        Box all = d.bounds().grown(0.5);
        d.cards().forEach(c -> assertEquals(all, all.union(c.box())));
        d.wires().forEach(wire -> assertEquals(all, all.union(wire.route().bounds())));
        d.frames().forEach(f -> assertEquals(all, all.union(f.box())));
        d.pills().forEach(p -> assertEquals(all, all.union(p.box())));
    }

    @ParameterizedTest
    @MethodSource("dev.backstep.layout.Programs#samples")
    void the_type_is_at_least_as_large_as_from_left_to_right(Path sample) {
        Walkthrough w = Programs.read(sample, Detail.Level.STATEMENTS);
        Arrangement flat = Arrangements.of(w, Sizes::guessed, Map.of(), Optional.empty());
        for (Size room : ROOMS) {
            double before = TypeSize.of(flat.bounds(), room);
            double now = TypeSize.of(w, Sizes::guessed, room, () -> false);
            assertTrue(now >= before - 1e-6, sample + ": " + now + " < " + before);
        }
    }

    /// The paths from L to x are what it is about, so its wires are worth more than larger type.
    @Test
    void a_graph_that_can_be_read_from_left_to_right_is_not_divided_into_rows() {
        Walkthrough w =
                Programs.read(Path.of("samples/04-x2-plus-2xy.bs"), Detail.Level.OPERATIONS);
        for (Size room : ROOMS) {
            Diagram d = diagram(w, room);
            Map<Integer, Box> cards = boxes(d);
            assertEquals(List.of(), d.tags());
            for (Edge edge : w.drawn().edgeSet()) {
                double end = cards.get(w.drawn().getEdgeSource(edge)).right();
                assertTrue(end < cards.get(w.drawn().getEdgeTarget(edge)).x(), room + " " + edge);
            }
            assertTrue(TypeSize.of(d.bounds(), room) > 0.95 * TypeSize.LEAST, room.toString());
        }
    }

    /// With close columns its type is 11.4 pixels, in two rows joined by one wire 19.
    @Test
    void a_graph_that_is_close_is_divided_into_rows_if_its_type_is_much_larger_so() {
        Walkthrough w = Programs.read(Path.of("samples/18-xor.bs"), Detail.Level.OPERATIONS);
        double now = TypeSize.of(w, Sizes::guessed, ROOMS.get(2), () -> false);
        assertTrue(now > 1.5 * TypeSize.LEAST, "" + now);
    }

    /// Twelve columns in a row would have type of 5 pixels.
    @Test
    void a_network_of_three_layers_without_sections_is_wrapped() throws IOException {
        String net = Files.readString(Path.of("samples/13-mlp-3-layers.bs"));
        Walkthrough w = Programs.read(net.replaceAll("(?m)^##.*\n", ""), Detail.Level.STATEMENTS);
        Arrangement flat = Arrangements.of(w, Sizes::guessed, Map.of(), Optional.empty());
        Size room = ROOMS.get(1);
        double now = TypeSize.of(w, Sizes::guessed, room, () -> false);
        assertTrue(now > 1.4 * TypeSize.of(flat.bounds(), room), "" + now);
    }

    /// ```
    ///   X ──► Z
    ///         ▲ ▲
    ///         W b
    /// ```
    @Test
    void parameters_hang_below_the_card_that_uses_them() {
        Walkthrough w =
                Programs.read(
                        "const X = ones(2, 3)\nparam W = ones(4, 2)\nparam b = ones(4, 1)\n"
                                + "loss L = sum(W @ X + b)",
                        Detail.Level.OPERATIONS);
        Arrangement a = Arrangements.of(w, Sizes::guessed, Map.of(), Optional.empty());
        for (String name : List.of("W", "b")) {
            int id = w.graph().named(name).orElseThrow().id();
            int user = w.drawn().getEdgeTarget(w.drawn().outgoingEdgesOf(id).iterator().next());
            Box below = a.cards().get(id);
            Box above = a.cards().get(user);
            assertTrue(below.y() > above.bottom());
            assertTrue(below.x() < above.right() && above.x() < below.right());
        }
    }

    @Test
    void what_two_cards_use_hangs_below_neither() {
        Walkthrough w =
                Programs.read(
                        "param w = 2\nx = 3\na = w * x\nloss L = a * w", Detail.Level.OPERATIONS);
        Hanging hanging = Hanging.of(w.drawn());
        assertFalse(hanging.hangs(w.graph().named("w").orElseThrow().id()));
    }
}
