package dev.backstep.ui.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Box;
import dev.backstep.layout.Size;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinimapTest {

    private static final Size ROOM = new Size(1033.3, 655.7);

    /// Wherever the picture lies and however large it is: sums of such numbers are rounded.
    @Test
    void there_is_none_while_all_of_a_picture_is_in_sight() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Box all =
                    new Box(
                            random.nextDouble(-900, 900),
                            random.nextDouble(-900, 900),
                            random.nextDouble(100, 2000),
                            random.nextDouble(100, 2000));
            Viewport fit = Viewport.fit(all, ROOM.width(), ROOM.height(), 4);
            assertEquals(Optional.empty(), Minimap.of(all, fit, ROOM, Minimap.Corner.BOTTOM_RIGHT));
        }
    }

    @Test
    void there_is_one_where_some_of_a_picture_is_out_of_sight() {
        Box all = new Box(0, 0, 2000, 100);
        Viewport now = new Viewport(1, 0, 0);
        assertTrue(Minimap.of(all, now, ROOM, Minimap.Corner.BOTTOM_RIGHT).isPresent());
    }
}
