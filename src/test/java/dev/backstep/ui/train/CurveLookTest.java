package dev.backstep.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.paint.plot.CurvesPicture;
import dev.backstep.paint.plot.CurvesPicture.Kind;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;
import dev.backstep.paint.plot.CurvesPicture.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CurveLookTest {

    private static final CurvesPicture LOSSES =
            CurvesPicture.of(
                    List.of(
                            new PlottedCurve(
                                    "before", Kind.EARLIER, List.of(0.0, 9.0), List.of(9.0, 9.0)),
                            new PlottedCurve(
                                    "train",
                                    Kind.TRAIN,
                                    List.of(0.0, 10.0, 20.0),
                                    List.of(Double.NaN, 0.5, 0.25)),
                            new PlottedCurve(
                                    "test", Kind.TEST, List.of(0.0, 10.0), List.of(0.7, 0.6))),
                    "epoch",
                    "loss");

    private static CurveLook at(double epoch) {
        return CurveLook.START.withCursor(OptionalDouble.of(epoch));
    }

    /// Numbers of one epoch only, the nearest that was measured: at epoch 0 there is none of the
    /// batches, at 20 none of the test samples.
    @Test
    void the_cursor_tells_what_was_measured_next_to_it() {
        assertEquals("epoch 10: train 0.5, test 0.6", at(11).told(LOSSES));
        assertEquals("epoch 20: train 0.25", at(19).told(LOSSES));
        assertEquals("epoch 0: test 0.7", at(0).told(LOSSES));
        assertEquals("", CurveLook.START.told(LOSSES));
    }

    @Test
    void shares_are_told_in_percent() {
        assertEquals("epoch 10: train 50.0 %, test 60.0 %", at(10).told(LOSSES.withShares()));
    }

    @Test
    void a_drag_to_the_left_shows_the_same_epochs_as_one_to_the_right() {
        Optional<Range> shown = Optional.of(new Range(3, 8));
        assertEquals(shown, CurveLook.START.zoomed(3, 8).zoom());
        assertEquals(shown, CurveLook.START.zoomed(8, 3).zoom());
        assertEquals(Optional.empty(), CurveLook.START.zoomed(4, 4).zoom());
    }

    @Test
    void shares_stay_on_a_plain_axis() {
        CurveLook look = CurveLook.START.withLogarithmic(true).withSmoothing(0.5);
        assertTrue(look.of(LOSSES).logarithmic());
        assertFalse(look.of(LOSSES.withShares()).logarithmic());
        assertEquals(0.5, look.of(LOSSES.withShares()).smoothing());
    }
}
