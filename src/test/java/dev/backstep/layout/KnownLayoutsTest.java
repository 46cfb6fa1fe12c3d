package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.layout.LayeredInput.Care;
import dev.backstep.layout.LayeredInput.InLayer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownLayoutsTest {

    private static final LayeredInput.Places SOMEWHERE =
            new LayeredInput.Places(List.of(), List.of());

    private static LayeredInput boxes(int count, double width) {
        InLayer box = new InLayer(new Size(width, 10), 0);
        return new LayeredInput(
                Collections.nCopies(count, box), List.of(), -1, Gaps.USUAL, 64, Care.MOST);
    }

    @Test
    void a_layout_is_known_by_all_that_it_depends_on() {
        KnownLayouts known = new KnownLayouts(100);
        known.keep(boxes(3, 20), SOMEWHERE);
        assertEquals(Optional.of(SOMEWHERE), known.of(boxes(3, 20)));
        assertEquals(Optional.empty(), known.of(boxes(4, 20)));
        assertEquals(Optional.empty(), known.of(boxes(3, 21)));
    }

    /// Of 40, 40 and 40 boxes 100 are kept at most: the one that was not asked for is forgotten.
    @Test
    void what_was_not_asked_for_the_longest_time_is_forgotten() {
        KnownLayouts known = new KnownLayouts(100);
        known.keep(boxes(40, 1), SOMEWHERE);
        known.keep(boxes(40, 2), SOMEWHERE);
        known.of(boxes(40, 1));
        known.keep(boxes(40, 3), SOMEWHERE);
        assertEquals(Optional.of(SOMEWHERE), known.of(boxes(40, 1)));
        assertEquals(Optional.empty(), known.of(boxes(40, 2)));
        assertEquals(Optional.of(SOMEWHERE), known.of(boxes(40, 3)));
    }

    @Test
    void a_layout_that_is_too_large_drives_no_other_out() {
        KnownLayouts known = new KnownLayouts(100);
        known.keep(boxes(40, 1), SOMEWHERE);
        known.keep(boxes(101, 1), SOMEWHERE);
        assertEquals(Optional.empty(), known.of(boxes(101, 1)));
        assertEquals(Optional.of(SOMEWHERE), known.of(boxes(40, 1)));
    }
}
