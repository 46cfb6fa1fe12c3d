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

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed())
                + 0.7152 * linear(c.getGreen())
                + 0.0722 * linear(c.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double ratio(Color a, Color b) {
        double high = Math.max(luminance(a), luminance(b));
        double low = Math.min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

    @Test
    void every_text_can_be_read_on_every_surface() {
        for (ColorRole text : TEXTS) {
            for (ColorRole surface : SURFACES) {
                double is = ratio(Theme.CONTRAST.color(text), Theme.CONTRAST.color(surface));
                assertTrue(is >= 7, () -> text + " on " + surface + ": " + is);
            }
        }
    }

    @Test
    void borders_stand_out() {
        for (ColorRole surface : SURFACES) {
            double is = ratio(Theme.CONTRAST.color(ColorRole.LINE), Theme.CONTRAST.color(surface));
            assertTrue(is >= 3, () -> surface + ": " + is);
        }
    }

    /// White on the strongest blue and orange of a table, and on every weaker one.
    @Test
    void numbers_can_be_read_on_the_cells_of_a_table() {
        for (double x = -1; x <= 1; x += 0.125) {
            Color cell = HeatColors.of(Theme.CONTRAST, x, 1);
            double is = ratio(Theme.CONTRAST.color(ColorRole.INK), cell);
            double at = x;
            assertTrue(is >= 7, () -> at + ": " + is);
        }
    }
}
