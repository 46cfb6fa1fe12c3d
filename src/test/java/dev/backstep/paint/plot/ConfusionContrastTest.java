package dev.backstep.paint.plot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Contrast;
import dev.backstep.paint.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfusionContrastTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void every_count_can_be_read_on_its_cell_in_high_contrast(boolean right) {
        for (double share = 0; share <= 1; share += 0.125) {
            double is =
                    Contrast.ratio(
                            Theme.CONTRAST.color(ColorRole.INK),
                            ConfusionPainter.behind(Theme.CONTRAST, right, share));
            double at = share;
            assertTrue(is >= 7, () -> at + ": " + is);
        }
    }
}
