package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Edge;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Pill;
import dev.backstep.layout.Diagram.Tag;
import dev.backstep.layout.Diagram.Wire;
import dev.backstep.story.Walkthrough;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs whose wires would cross many layers.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LongWiresTest {

    private static String lines(int from, int to, IntFunction<String> line) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String recurrent(int steps) {
        return "W = 0.5\nU = 0.3\nc = 0.25\nh0 = 0\n"
                + lines(1, steps, i -> "h%d = tanh(W*h%d + U*c)".formatted(i, i - 1));
    }

    private static String sines(int steps) {
        return "v0 = 1\n" + lines(1, steps, i -> "v%d = sin(v%d)".formatted(i, i - 1));
    }

    private static String dense(int layers, int width) {
        return lines(1, width, i -> "a0n" + i + " = 0." + i)
                + lines(
                        1,
                        layers,
                        l ->
                                lines(
                                        1,
                                        width,
                                        j ->
                                                "a%dn%d = tanh(".formatted(l, j)
                                                        + IntStream.rangeClosed(1, width)
                                                                .mapToObj(
                                                                        i ->
                                                                                "0.%d*a%dn%d"
                                                                                        .formatted(
                                                                                                i,
                                                                                                l
                                                                                                        - 1,
                                                                                                i))
                                                                .collect(Collectors.joining(" + "))
                                                        + ")"))
                + "L = a%dn1\n".formatted(layers);
    }

    static Stream<String> programs() {
        return Stream.of(
                recurrent(300),
                "x = 1\nL = x" + "*x".repeat(1999),
                "c = 0.1\nv0 = 1\n" + lines(1, 500, i -> "v%d = sin(v%d) + c".formatted(i, i - 1)),
                "a0 = 1\nb0 = 2\n"
                        + lines(
                                1,
                                300,
                                i ->
                                        "a%1$d = sin(a%2$d) * b%2$d\nb%1$d = cos(b%2$d) + a%2$d"
                                                .formatted(i, i - 1))
                        + "L = a300 + b300",
                sines(300) + "L = v300" + lines(0, 299, i -> " + v" + (299 - i)).replace("\n", ""),
                sines(300) + "L = v0" + lines(1, 300, i -> " + v" + i).replace("\n", ""),
                "x = 1\n"
                        + lines(1, 400, i -> "y%d = sin(x)*%d".formatted(i, i))
                        + "L = y1"
                        + lines(2, 400, i -> " + y" + i).replace("\n", ""),
                dense(8, 8));
    }

    private static Arrangement arranged(Walkthrough w) {
        return Arrangements.of(w, Sizes::guessed, Map.of(), Optional.empty());
    }

    /// However many layers wires would cross, those that are drawn whole cross at most two a card
    /// and a few more.
    @ParameterizedTest
    @MethodSource("programs")
    void what_is_drawn_is_bounded_by_the_number_of_cards(String program) {
        Walkthrough w = Programs.read(program);
        Arrangement a = arranged(w);
        long points = a.routes().values().stream().mapToLong(Route::segments).sum();
        assertTrue(points <= a.routes().size() + 2L * a.cards().size() + 150, points + " segments");
        assertEquals(a.placement().graph().edgeSet().size(), a.routes().size() + a.ends().size());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void cards_and_tags_lie_apart_and_every_piece_runs_forward(String program) {
        Walkthrough w = Programs.read(program);
        Arrangement a = arranged(w);
        Apart.assertApart(a);
        a.routes()
                .values()
                .forEach(
                        r ->
                                assertTrue(
                                        r.start().x() < r.end().x() || r.start().y() > r.end().y(),
                                        "forward, or up from what hangs below"));
        a.ends()
                .forEach(
                        (edge, end) -> {
                            assertEquals(w.graph().source(edge).id(), end.source());
                            assertEquals(w.labels().tex(end.source()), end.name());
                            assertEquals(a.cards().get(edge.node()).x(), end.piece().end().x());
                            assertEquals(end.tag().right(), end.piece().start().x());
                            Stub start = a.starts().get(end.source());
                            assertEquals(
                                    a.cards().get(end.source()).right(), start.piece().start().x());
                        });
    }

    /// Small programs, and nets of a usual size, are drawn whole.
    @ParameterizedTest
    @ValueSource(strings = {Programs.SAMPLE, Programs.NETWORK})
    void where_few_layers_are_crossed_nothing_is_cut(String program) {
        Arrangement a = arranged(Programs.read(program));
        assertEquals(Map.of(), a.ends());
        assertEquals(Map.of(), a.starts());
    }

    /// The weights of h₂₅₀ = tanh(W·h₂₄₉ + U·c) come from far: its product hands a gradient to W
    /// over the stub, and both ends of the wire show it.
    @Test
    void a_gradient_passes_over_a_wire_that_is_cut() {
        Walkthrough w = Programs.read(recurrent(300));
        Arrangement a = arranged(w);
        int weights = w.graph().named("W").orElseThrow().id();
        int state = w.graph().named("h249").orElseThrow().id();
        int product =
                w.graph().nodes().stream()
                        .filter(n -> n.inputs().equals(List.of(weights, state)))
                        .findFirst()
                        .orElseThrow()
                        .id();
        Edge edge = new Edge(product, 0);
        int step =
                IntStream.range(w.story().seed() + 1, w.size())
                        .filter(i -> w.step(i).node() == product)
                        .findFirst()
                        .orElseThrow();
        Diagram d = Diagrams.at(w, a, step, DiagramOptions.PLAIN);
        Pill pill = d.pills().stream().filter(p -> p.edge().equals(edge)).findFirst().orElseThrow();
        assertTrue(a.ends().get(edge).piece().bounds().grown(2).contains(pill.at()));
        List<Tag> active = d.tags().stream().filter(t -> t.emphasis() == Emphasis.ACTIVE).toList();
        assertEquals(
                Set.of(Optional.of(edge), Optional.empty()),
                active.stream().map(Tag::edge).collect(Collectors.toSet()));
        assertTrue(active.stream().allMatch(t -> t.source() == weights));
        assertEquals(
                a.placement().graph().edgeSet(),
                d.wires().stream().map(Wire::edge).collect(Collectors.toSet()),
                "keys walk along every wire");
    }

    @Test
    void both_ends_of_a_cut_wire_go_with_their_cards() {
        Walkthrough w = Programs.read("x = 1\nL = x" + "*x".repeat(99));
        Arrangement a = arranged(w);
        Edge edge = a.ends().keySet().iterator().next();
        Box user = a.cards().get(edge.node());
        Point to = new Point(user.x() + 30, user.y() - 40);
        Arrangement moved = a.placement().with(Map.of(edge.node(), to, 0, new Point(5, 6)));
        assertEquals(a.ends().get(edge).plus(30, -40), moved.ends().get(edge));
        Box x = a.cards().get(0);
        assertEquals(a.starts().get(0).plus(5 - x.x(), 6 - x.y()), moved.starts().get(0));
    }
}
