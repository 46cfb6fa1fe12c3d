package dev.backstep.layout;

import dev.backstep.story.Walkthrough;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Arranges a program in one go, where no [Placement] is kept for the next time.
public final class Arrangements {

    private Arrangements() {}

    /// Arranges what a walkthrough shows. The same arguments give the same arrangement.
    ///
    /// @param measure the size of a formula at its full size
    /// @param pins the upper left corner of each card that the user put somewhere; it stands
    ///   exactly there
    /// @param previous what is on screen now: cards that stay in the picture move as little as can
    ///   be
    public static Arrangement of(
            Walkthrough w,
            Function<String, Size> measure,
            Map<Integer, Point> pins,
            Optional<Arrangement> previous) {
        return Placements.of(w, measure, previous.map(Arrangement::placement), () -> false)
                .with(pins);
    }

    /// Arranges it for a room: wrapped or turned where that makes the type larger.
    public static Arrangement in(Size room, Walkthrough w, Function<String, Size> measure) {
        return in(room, ArrangementStyle.LAYERED, w, measure);
    }

    /// Arranges it for a room in a style.
    public static Arrangement in(
            Size room, ArrangementStyle style, Walkthrough w, Function<String, Size> measure) {
        return Placements.of(w, measure, style, Optional.of(room), Optional.empty(), () -> false)
                .with(Map.of());
    }
}
