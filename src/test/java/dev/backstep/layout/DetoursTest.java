package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class DetoursTest {

    /// ```
    /// 0   2   1
    /// ```
    private static final Map<Integer, Box> CARDS =
            Map.of(
                    0, new Box(0, 0, 100, 60),
                    1, new Box(800, 0, 100, 60),
                    2, new Box(400, -40, 100, 140));

    private final Obstacles obstacles = new Obstacles(CARDS);

    @Test
    void a_way_leads_around_what_stands_between() {
        Route around = new Detours(CARDS, obstacles, () -> {}).around(0, 1).orElseThrow();
        assertTrue(obstacles.clear(around, 0, 1));
        assertEquals(100, around.start().x(), 1e-9);
        assertEquals(800, around.end().x(), 1e-9);
    }

    @Test
    void nobody_waits_for_a_way_that_is_not_wanted_any_more() {
        Detours detours =
                new Detours(
                        CARDS,
                        obstacles,
                        () -> {
                            throw new CancellationException();
                        });
        assertThrows(CancellationException.class, () -> detours.around(0, 1));
    }
}
