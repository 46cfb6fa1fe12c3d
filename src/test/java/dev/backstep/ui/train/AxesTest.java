package dev.backstep.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.ui.train.AxesChooser.Axes;
import org.junit.jupiter.api.Test;

class AxesTest {

    @Test
    void one_axis_changes_and_the_other_stays() {
        assertEquals(new Axes(2, 1), Axes.FIRST.withHorizontal(2));
        assertEquals(new Axes(0, 2), Axes.FIRST.withVertical(2));
    }

    /// A plane needs two features.
    @Test
    void the_feature_of_the_other_axis_changes_places_with_it() {
        assertEquals(new Axes(1, 0), Axes.FIRST.withHorizontal(1));
        assertEquals(new Axes(1, 0), Axes.FIRST.withVertical(0));
    }
}
