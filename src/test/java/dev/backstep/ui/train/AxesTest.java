package dev.backstep.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.ui.train.AxesChooser.Axes;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AxesTest {

    @Test
    void one_axis_changes_and_the_other_stays() {
        assertEquals(new Axes(2, 1), Axes.FIRST.withHorizontal(2));
        assertEquals(new Axes(0, 2), Axes.FIRST.withVertical(2));
    }

    @Test
    void another_axis_leaves_the_others_at_their_sample() {
        Axes held = Axes.FIRST.withSample(OptionalInt.of(7));
        assertEquals(new Axes(2, 1, OptionalInt.of(7)), held.withHorizontal(2));
        assertEquals(new Axes(1, 0, OptionalInt.of(7)), held.withVertical(0));
        assertEquals(Axes.FIRST, held.withSample(OptionalInt.empty()));
    }

    /// A plane needs two features.
    @Test
    void the_feature_of_the_other_axis_changes_places_with_it() {
        assertEquals(new Axes(1, 0), Axes.FIRST.withHorizontal(1));
        assertEquals(new Axes(1, 0), Axes.FIRST.withVertical(0));
    }
}
