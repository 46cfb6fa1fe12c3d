package dev.backstep.layout;

import dev.backstep.story.Walkthrough;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// How large the smallest type of a picture is when all of the picture is shown in a room.
public final class TypeSize {

    /// The smallest type that can be read, in pixels.
    public static final double LEAST = 11;

    /// The scale at which the smallest type of a picture is just as large.
    public static final double LEAST_SCALE = LEAST / Sizes.SMALLEST_TYPE;

    /// What is left free around a picture.
    public static final double MARGIN = 10;

    private TypeSize() {}

    /// The scale at which a picture fits into a room, margins included.
    public static double scale(Box picture, Size room) {
        double width = Math.max(1, room.width() - 2 * MARGIN);
        double height = Math.max(1, room.height() - 2 * MARGIN);
        return Math.min(width / picture.width(), height / picture.height());
    }

    /// In pixels.
    public static double of(Box picture, Size room) {
        return Sizes.SMALLEST_TYPE * scale(picture, room);
    }

    /// What it would be if the graph were laid out for that room. Cost: that of a layout.
    ///
    /// @param unwanted asked now and then: whether to give up
    public static double of(
            Walkthrough w, Function<String, Size> measure, Size room, BooleanSupplier unwanted) {
        Placement placed =
                Placements.of(
                        w,
                        measure,
                        ArrangementStyle.LAYERED,
                        Optional.of(room),
                        Optional.empty(),
                        unwanted);
        return of(placed.with(Map.of()).bounds(), room);
    }
}
