package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.story.Walkthrough;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

    private static final Size ROOM = new Size(1240, 820);

    /// A graph of many operations in a row would be a strip; in rows it has about the form of the
    /// room.
    @ParameterizedTest
    @ValueSource(ints = {80, 300, 1000})
    void a_large_graph_is_divided_into_rows(int ops) {
        Walkthrough w = Programs.read(Programs.scalars(ops, 1));
        Box rows = Arrangements.in(ROOM, w, Sizes::guessed).bounds();
        Box strip = Arrangements.of(w, Sizes::guessed, Map.of(), Optional.empty()).bounds();
        assertTrue(
                TypeSize.of(rows, ROOM) > 1.8 * TypeSize.of(strip, ROOM),
                rows.size() + " and " + strip.size());
        double aspect = rows.width() / rows.height();
        assertTrue(aspect > 0.6 && aspect < 3.5, rows.size().toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 300})
    void cards_and_tags_of_rows_lie_apart(int ops) {
        Walkthrough w = Programs.read(Programs.scalars(ops, 2));
        Arrangement a = Arrangements.in(ROOM, w, Sizes::guessed);
        List<Box> boxes = new ArrayList<>(a.cards().values());
        a.ends().values().forEach(end -> boxes.add(end.tag()));
        a.starts().values().forEach(start -> boxes.add(start.tag()));
        boxes.sort(Comparator.comparingDouble(Box::x));
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            for (int j = i + 1; j < boxes.size() && boxes.get(j).x() < box.right(); j++) {
                assertFalse(box.overlaps(boxes.get(j)), box + " and " + boxes.get(j));
            }
        }
        a.routes()
                .values()
                .forEach(
                        r ->
                                assertTrue(
                                        r.start().x() < r.end().x()
                                                || r.start().y() > r.end().y()));
    }
}
