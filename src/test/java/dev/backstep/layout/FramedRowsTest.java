package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.session.Action;
import dev.backstep.session.State;
import dev.backstep.session.Update;
import dev.backstep.story.Walkthrough;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramedRowsTest {

    private static final Size ROOM = new Size(900, 700);

    /// Twenty calls of a function one after the other.
    private static State calls() {
        StringBuilder text =
                new StringBuilder(
                        "f(a, b) = {\n  u = sin(a)*b + cos(b)*a\n  v = tanh(u)^2 - a\n"
                                + "  w = exp(-v^2) + sigmoid(u)\n  w*v + u\n}\n"
                                + "x = 0.5\nv0 = x\n");
        for (int k = 1; k <= 20; k++) {
            text.append("v%d = f(v%d, x)\n".formatted(k, k - 1));
        }
        return State.of(Optional.empty(), text + "loss L = v20^2\n");
    }

    private static Placement placed(Detail detail) {
        Walkthrough w =
                Update.apply(calls(), new Action.Draw(Optional.of(detail)))
                        .good()
                        .orElseThrow()
                        .walkthrough();
        return Placements.of(
                w,
                Sizes::guessed,
                ArrangementStyle.LAYERED,
                Optional.of(ROOM),
                Optional.empty(),
                () -> false);
    }

    private static void assertFills(Placement placement) {
        Box all = placement.with(Map.of()).bounds();
        double aspect = all.width() / all.height();
        assertTrue(aspect > 0.6 && aspect < 3.5, all.size().toString());
        assertTrue(Obstacles.isClean(placement), "a wire runs under a card, or cards overlap");
    }

    /// A group that opens in a picture of rows does not make it a strip, and the wires into its
    /// frame run under no card.
    @ParameterizedTest
    @ValueSource(strings = {"v1", "v10", "v3 v4 v10 v11", "v2 v19 v20"})
    void open_groups_stand_in_rows(String open) {
        Detail detail = Detail.of(Detail.Level.LAYERS);
        for (String name : open.split(" ")) {
            detail = detail.open(name);
        }
        assertFills(placed(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v10"})
    void many_open_groups_stand_in_rows(String folded) {
        assertFills(placed(Detail.of(Detail.Level.OPERATIONS).fold(folded)));
    }
}
