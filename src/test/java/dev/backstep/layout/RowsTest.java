package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.story.Walkthrough;
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
        Apart.assertApart(a);
        a.routes()
                .values()
                .forEach(
                        r ->
                                assertTrue(
                                        r.start().x() < r.end().x()
                                                || r.start().y() > r.end().y()));
    }
}
