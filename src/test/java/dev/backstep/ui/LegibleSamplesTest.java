package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Legible;
import dev.backstep.layout.Size;
import dev.backstep.layout.TypeSize;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The level that a program opens with, in windows of three sizes: all of it is in view, with no
/// type under 11 pixels, as far as some level allows that.
class LegibleSamplesTest {

    /// A window, and what it leaves for the graph.
    enum Room {
        SMALL(1280, 720, new Size(618, 459)),
        USUAL(1440, 900, new Size(778, 639)),
        LARGE(1920, 1080, new Size(1258, 819));

        private final int width;
        private final int height;
        private final Size pane;

        Room(int width, int height, Size pane) {
            this.width = width;
            this.height = height;
            this.pane = pane;
        }
    }

    /// Programs whose coarsest picture has smaller type when all of it is in view: what it has, in
    /// pixels, rounded down. In the window it is drawn at 11 pixels and follows the steps.
    private static final Map<Room, String> SMALLER =
            Map.of(
                    Room.SMALL,
                    "{1 · cross entropy=9, 13 · mlp 3 layers=8, 15 · softmax ce 5=9, "
                            + "16 · minibatch sgd=9, 18 · xor=9, 2 · expression swell=8, 20 · spiral=9, "
                            + "21 · blobs 5 classes=9, 23 · wave=10, 24 · vanishing sigmoid=7, "
                            + "25 · vanishing relu=7, 26 · exploding=10, 27 · attention=6, "
                            + "28 · layer norm=7, 29 · batch norm=5, 30 · lstm=7, 31 · residual=8, "
                            + "33 · newton=7, 34 · logistic penalty=8, 35 · mazur=9, "
                            + "7 · jacobian=9}",
                    Room.USUAL,
                    "{24 · vanishing sigmoid=9, 25 · vanishing relu=9, "
                            + "27 · attention=8, 28 · layer norm=9, 29 · batch norm=6}",
                    Room.LARGE,
                    "{}");

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @ParameterizedTest
    @EnumSource
    void every_sample_can_be_read(Room room) {
        Map<String, Integer> smaller = new TreeMap<>();
        for (SampleProgram sample : SampleProgram.all()) {
            Legible opened = opened(sample.text(), room);
            Arrangement places = opened.placement().with(Map.of());
            Box bounds = places.bounds();
            double type = TypeSize.of(bounds, room.pane);
            if (type < TypeSize.LEAST) {
                smaller.put(sample.title(), (int) type);
            }
            Walkthrough w = opened.walkthrough();
            int[] steps = {0, w.story().seed(), (w.story().seed() + w.size()) / 2, w.size() - 1};
            for (int step : steps) {
                Diagram d = Diagrams.at(w, places, step, DiagramOptions.PLAIN);
                look(d, places, sample.title());
                if (type >= TypeSize.LEAST) {
                    Box all = d.pills().stream().map(Diagram.Pill::box).reduce(bounds, Box::union);
                    assertTrue(TypeSize.of(all, room.pane) >= TypeSize.LEAST, sample.title());
                }
            }
        }
        assertEquals(SMALLER.get(room), smaller.toString());
    }

    private static Legible opened(String text, Room room) {
        Model m =
                switch (Language.read(text)) {
                    case ReadResult.Ok ok -> ok.model();
                    case ReadResult.Problems(var problems) ->
                            throw new AssertionError(problems.toString());
                };
        Walkthrough w = Walkthrough.of(m.graph(), m.output(), m.leaves(), Story.Grain.NODES, false);
        return Legible.in(
                room.pane, w, m.groups(), FormulaPainter::measure, Optional.empty(), () -> false);
    }

    /// No card lies over another or over a pill, and the box that is fitted into the window holds
    /// cards, frames and wires.
    private static void look(Diagram d, Arrangement places, String sample) {
        List<Box> cards = d.cards().stream().map(Diagram.Card::box).toList();
        for (int i = 0; i < cards.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(cards.get(i).overlaps(cards.get(j)), sample);
            }
            for (Diagram.Pill pill : d.pills()) {
                assertFalse(cards.get(i).overlaps(pill.box()), sample + ": " + pill);
            }
        }
        Box all = places.bounds().grown(0.5);
        cards.forEach(box -> assertEquals(all, all.union(box), sample));
        d.frames().forEach(f -> assertEquals(all, all.union(f.box()), sample));
        d.wires().forEach(w -> assertEquals(all, all.union(w.route().bounds()), sample));
    }

    /// The window is drawn larger only where the screen allows it: what is in it is laid out so.
    @Test
    void the_rooms_are_those_of_the_window_and_a_program_opens_at_the_level_for_them()
            throws Exception {
        String net = sample("13-mlp-3-layers.bs");
        at.open(net, Room.SMALL.width, Room.SMALL.height);
        for (Room room : List.of(Room.SMALL, Room.USUAL)) {
            at.resize(room.width, room.height);
            assertEquals(room.pane, new Size(at.graph().getWidth(), at.graph().getHeight()));
            for (String name : List.of("13-mlp-3-layers.bs", "30-lstm.bs", "07-jacobian.bs")) {
                at.replace(sample(name));
                Detail wanted = Detail.of(opened(sample(name), room).level());
                assertEquals(Optional.of(wanted), at.state().view().detail(), name);
                assertEquals(wanted, at.state().good().orElseThrow().detail(), name);
            }
        }
        assertTrue(at.graph().arrangement().isPresent());
    }

    private static String sample(String name) {
        return new SampleProgram(name).text();
    }
}
