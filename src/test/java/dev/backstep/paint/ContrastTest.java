package dev.backstep.paint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The high-contrast theme, by the formula of WCAG 2.2: 7 : 1 for text (1.4.6), 3 : 1 for what is
/// no text (1.4.11).
class ContrastTest {

    private static final List<ColorRole> SURFACES =
            List.of(ColorRole.PAPER, ColorRole.PANEL, ColorRole.CARD, ColorRole.SOFT);

    private static final List<ColorRole> TEXTS =
            List.of(
                    ColorRole.INK,
                    ColorRole.MUTED,
                    ColorRole.DIM,
                    ColorRole.VALUE,
                    ColorRole.UPSTREAM,
                    ColorRole.LOCAL,
                    ColorRole.DOWNSTREAM,
                    ColorRole.UPDATE,
                    ColorRole.PROBLEM);

    @Test
    void every_text_can_be_read_on_every_surface() {
        for (ColorRole text : TEXTS) {
            for (ColorRole surface : SURFACES) {
                double is =
                        Contrast.ratio(Theme.CONTRAST.color(text), Theme.CONTRAST.color(surface));
                assertTrue(is >= 7, () -> text + " on " + surface + ": " + is);
            }
        }
    }

    @Test
    void borders_stand_out() {
        for (ColorRole surface : SURFACES) {
            double is =
                    Contrast.ratio(
                            Theme.CONTRAST.color(ColorRole.LINE), Theme.CONTRAST.color(surface));
            assertTrue(is >= 3, () -> surface + ": " + is);
        }
    }

    /// White on the strongest blue and orange of a table, and on every weaker one.
    @Test
    void numbers_can_be_read_on_the_cells_of_a_table() {
        for (double x = -1; x <= 1; x += 0.125) {
            Color cell = HeatColors.of(Theme.CONTRAST, x, 1);
            double is = Contrast.ratio(Theme.CONTRAST.color(ColorRole.INK), cell);
            double at = x;
            assertTrue(is >= 7, () -> at + ": " + is);
        }
    }

    /// Behind a finding, a warning, the row of the step at hand: the same colour, let through.
    @Test
    void a_text_can_be_read_on_a_tint() {
        for (ColorRole tint : TEXTS.subList(3, TEXTS.size())) {
            for (ColorRole surface : SURFACES) {
                Color behind = Theme.CONTRAST.mixed(tint, surface, Theme.CONTRAST.tint() / 255.0);
                for (ColorRole text : List.of(ColorRole.INK, ColorRole.MUTED, tint)) {
                    double is = Contrast.ratio(Theme.CONTRAST.color(text), behind);
                    assertTrue(is >= 7, () -> text + " on a tint of " + tint + ": " + is);
                }
            }
        }
    }

    /// A faint wire, the measured curve behind a smoothed one, the hue of each class.
    @Test
    void strokes_and_samples_stand_out() {
        Color paper = Theme.CONTRAST.color(ColorRole.PAPER);
        for (ColorRole role : TEXTS.subList(3, TEXTS.size())) {
            Color faint = Theme.mixed(Theme.CONTRAST.color(role), paper, Theme.CONTRAST.faint(0));
            assertTrue(Contrast.ratio(faint, paper) >= 3, role::toString);
        }
        for (int k = 0; k < 10; k++) {
            assertTrue(Contrast.ratio(Theme.CONTRAST.classColor(k), paper) >= 3, "class " + k);
        }
    }
}
