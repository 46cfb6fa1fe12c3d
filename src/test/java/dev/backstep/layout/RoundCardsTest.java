package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.story.Walkthrough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Long wires go round cards; and wires that many edges share carry one sum.
class RoundCardsTest {

    /// What windows of 1280×720, 1440×900 and 1920×1080 leave for the graph.
    private static final List<Size> ROOMS =
            List.of(new Size(618, 459), new Size(778, 639), new Size(1258, 819));

    private static void assertNoneUnderACard(Walkthrough w, String what) {
        for (Size room : ROOMS) {
            Arrangement a = Arrangements.in(room, w, Sizes::guessed);
            Obstacles obstacles = new Obstacles(new TreeMap<>(a.cards()));
            a.routes()
                    .forEach(
                            (edge, route) -> {
                                int from = w.drawn().getEdgeSource(edge);
                                int to = w.drawn().getEdgeTarget(edge);
                                assertTrue(
                                        obstacles.clear(route, from, to),
                                        what + " in " + room + ": " + edge);
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"13-mlp-3-layers", "27-attention", "29-batch-norm", "30-lstm"})
    void no_wire_of_a_sample_runs_under_a_card(String sample) throws IOException {
        String text = Files.readString(Path.of("samples", sample + ".bs"));
        for (Detail.Level level : Legible.LEVELS) {
            assertNoneUnderACard(Programs.read(text, level), sample + " " + level);
        }
    }

    @Test
    void no_wire_of_a_large_graph_runs_under_a_card() {
        assertNoneUnderACard(
                Programs.read(Programs.scalars(296, 1), Detail.Level.OPERATIONS), "large");
    }

    /// x⁵ at 2, as one card: five edges lead back to x, each with 2⁴ = 16, so that 80 arrives.
    @Test
    void many_edges_that_are_drawn_as_one_wire_have_one_pill_with_their_sum() {
        Walkthrough w = Programs.read("x = 2\nL = x*x*x*x*x", Detail.Level.STATEMENTS);
        Arrangement a = Arrangements.in(ROOMS.getFirst(), w, Sizes::guessed);
        Diagram d = Diagrams.at(w, a, w.size() - 1, DiagramOptions.PLAIN);
        assertEquals(
                List.of("Σ 80"),
                d.pills().stream().map(p -> p.local() + " " + p.downstream()).toList());
    }
}
