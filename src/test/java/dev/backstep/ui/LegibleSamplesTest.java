package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.lang.Model;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.ArrangementStyle;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Legible;
import dev.backstep.layout.Point;
import dev.backstep.layout.Programs;
import dev.backstep.layout.Size;
import dev.backstep.layout.TypeSize;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The level that a sample opens with, in windows of three sizes: all of it is in view, with no
/// type under 11 pixels, and nothing lies over anything else.
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

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @ParameterizedTest
    @EnumSource
    void every_sample_can_be_read(Room room) {
        for (SampleProgram sample : SampleProgram.all()) {
            Legible opened = opened(sample.text(), room);
            Arrangement places = opened.placement().with(Map.of());
            double type = TypeSize.of(places.bounds(), room.pane);
            assertTrue(type >= TypeSize.LEAST, sample.title() + ": " + type);
            Walkthrough w = opened.walkthrough();
            Diagrams diagrams = new Diagrams(w, places);
            for (int step = 0; step < w.size(); step++) {
                look(
                        diagrams.at(step, DiagramOptions.PLAIN),
                        places,
                        room,
                        sample.title() + ", step " + step);
            }
        }
    }

    private static Legible opened(String text, Room room) {
        Model m = Programs.model(text);
        Walkthrough w = Walkthrough.of(m.graph(), m.output(), m.leaves(), Story.Grain.NODES, false);
        return Legible.in(
                room.pane,
                w,
                m.groups(),
                FormulaPainter::measure,
                ArrangementStyle.LAYERED,
                Optional.empty(),
                () -> false);
    }

    /// No card, tag or pill lies over another, no line from a pill to its wire over a card, and all
    /// of it is in view, with type that can be read.
    private static void look(Diagram d, Arrangement places, Room room, String where) {
        List<Box> cards = d.cards().stream().map(Diagram.Card::box).toList();
        List<Box> apart = new ArrayList<>(cards);
        d.tags().stream().map(Diagram.Tag::box).distinct().forEach(apart::add);
        d.pills().stream().map(Diagram.Pill::box).forEach(apart::add);
        for (int i = 0; i < apart.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(
                        apart.get(i).overlaps(apart.get(j)),
                        where + ": " + apart.get(i) + " lies over " + apart.get(j));
            }
        }
        for (Diagram.Pill pill : d.pills()) {
            assertTrue(cards.stream().noneMatch(c -> crosses(c, pill)), where + ": " + pill);
        }
        Box all = places.bounds().grown(0.5);
        cards.forEach(box -> assertEquals(all, all.union(box), where));
        d.frames().forEach(f -> assertEquals(all, all.union(f.box()), where));
        d.tags().forEach(t -> assertEquals(all, all.union(t.box()), where));
        d.wires().forEach(w -> assertEquals(all, all.union(w.route().bounds()), where));
        Box shown = d.pills().stream().map(Diagram.Pill::box).reduce(places.bounds(), Box::union);
        assertTrue(TypeSize.of(shown, room.pane) >= TypeSize.LEAST, where);
    }

    /// Whether the line from a pill to its wire runs over a card: looked at in 200 places.
    private static boolean crosses(Box card, Diagram.Pill pill) {
        Point from = pill.lead();
        Point way = pill.at().plus(-from.x(), -from.y());
        return pill.isLed()
                && IntStream.range(0, 200)
                        .mapToObj(i -> from.plus(way.x() * i / 200, way.y() * i / 200))
                        .anyMatch(card.grown(-0.5)::contains);
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
