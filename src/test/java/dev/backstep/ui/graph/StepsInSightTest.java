package dev.backstep.ui.graph;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Edge;
import dev.backstep.lang.Model;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.ArrangementStyle;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Legible;
import dev.backstep.layout.Programs;
import dev.backstep.layout.Size;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// At every step, forward and backward, the card that the step is about is in sight, and so are the
/// cards of its inputs, in windows of three sizes and in both arrangements.
class StepsInSightTest {

    /// What windows of 1280×720, 1440×900 and 1920×1080 leave for the graph.
    private static final List<Size> ROOMS =
            List.of(new Size(618, 459), new Size(778, 639), new Size(1258, 819));

    private static final List<String> SAMPLES =
            List.of("13-mlp-3-layers", "27-attention", "29-batch-norm", "30-lstm");

    @ParameterizedTest
    @EnumSource
    void of_samples(ArrangementStyle style) throws IOException {
        for (String sample : SAMPLES) {
            look(Files.readString(Path.of("samples", sample + ".bs")), style, sample);
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_a_large_graph(ArrangementStyle style) {
        look(Programs.scalars(296, 1), style, "large");
    }

    private static void look(String text, ArrangementStyle style, String what) {
        Model m = Programs.model(text);
        Walkthrough all =
                Walkthrough.of(m.graph(), m.output(), m.leaves(), Story.Grain.NODES, false);
        for (Size room : ROOMS) {
            Legible opened =
                    Legible.in(
                            room,
                            all,
                            m.groups(),
                            FormulaPainter::measure,
                            style,
                            Optional.empty(),
                            () -> false);
            walk(opened.walkthrough(), opened.placement().with(Map.of()), room, what + " " + room);
        }
    }

    private static void walk(Walkthrough w, Arrangement places, Size room, String what) {
        Diagrams diagrams = new Diagrams(w, places);
        Sight sight = new Sight();
        IntStream forward = IntStream.range(0, w.size());
        IntStream back = IntStream.range(0, w.size()).map(i -> w.size() - 1 - i);
        for (int step : IntStream.concat(forward, back).toArray()) {
            Diagram d = diagrams.at(step, DiagramOptions.PLAIN);
            sight.show(d, places.bounds(), step, w.graph(), room);
            Box seen = sight.viewport().visible(room.width(), room.height()).grown(0.5);
            Set<Box> wanted = new HashSet<>();
            d.cards().stream()
                    .filter(c -> c.emphasis() == Emphasis.ACTIVE)
                    .map(Card::box)
                    .forEach(wanted::add);
            Box active = wanted.stream().reduce(Box::union).orElseThrow();
            assertTrue(Framing.encloses(seen, active), what + ", step " + step);
            inputs(w, d).forEach(wanted::add);
            Box around = wanted.stream().reduce(Box::union).orElseThrow();
            boolean fits =
                    around.width() + 48 < seen.width() && around.height() + 48 < seen.height();
            assertTrue(!fits || Framing.encloses(seen, around), what + ", inputs of step " + step);
            Box all = d.pills().stream().map(Diagram.Pill::box).reduce(places.bounds(), Box::union);
            full(seen, all, 25 / sight.viewport().scale(), what + ", step " + step);
        }
    }

    /// No room is left empty at one side while something is out of sight at the other.
    private static void full(Box seen, Box all, double edge, String what) {
        boolean left = seen.x() < all.x() - edge && seen.right() < all.right();
        boolean right = seen.right() > all.right() + edge && seen.x() > all.x();
        boolean top = seen.y() < all.y() - edge && seen.bottom() < all.bottom();
        boolean bottom = seen.bottom() > all.bottom() + edge && seen.y() > all.y();
        assertFalse(left || right || top || bottom, () -> what + ": " + seen + " of " + all);
    }

    /// The cards that its wires come from, but for those that are not drawn whole.
    private static List<Box> inputs(Walkthrough w, Diagram d) {
        return d.wires().stream()
                .filter(wire -> wire.emphasis() == Emphasis.ACTIVE)
                .filter(wire -> starts(wire, d))
                .map(Diagram.Wire::edge)
                .flatMap((Edge e) -> d.card(w.drawn().getEdgeSource(e)).stream())
                .map(Card::box)
                .toList();
    }

    private static boolean starts(Diagram.Wire wire, Diagram d) {
        return d.cards().stream().anyMatch(c -> c.box().grown(2).contains(wire.route().start()));
    }
}
