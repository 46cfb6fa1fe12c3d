package dev.backstep.paint;

import java.awt.Color;

/// The colours of numbers in a table or a map: blue above zero, orange below, stronger the larger;
/// in print, grey. What is no number has the colour of a problem.
final class HeatColors {

    /// The most of a light hue that white numbers can be read on.
    private static final double STRONGEST_BEHIND_WHITE = 0.36;

    private HeatColors() {}

    /// @param largest the number that has the strongest colour
    static Color of(Theme theme, double x, double largest) {
        return shade(theme, x, largest == 0 ? 0 : Math.min(1, Math.abs(x) / largest));
    }

    /// The same where numbers of very different size share a scale: by the root of their share, so
    /// that a hundredth of the largest is still told from zero.
    static Color wide(Theme theme, double x, double largest) {
        return shade(theme, x, largest == 0 ? 0 : Math.min(1, Math.sqrt(Math.abs(x) / largest)));
    }

    private static Color shade(Theme theme, double x, double share) {
        if (!Double.isFinite(x)) {
            return theme.color(ColorRole.PROBLEM);
        }
        if (theme == Theme.PRINT) {
            return theme.mixed(ColorRole.DIM, ColorRole.CARD, 0.6 * share);
        }
        if (x == 0) {
            return theme.mixed(ColorRole.LINE, ColorRole.SOFT, 0.5);
        }
        double strongest = theme == Theme.CONTRAST ? STRONGEST_BEHIND_WHITE : 0.75;
        return theme.mixed(
                x < 0 ? ColorRole.UPSTREAM : ColorRole.VALUE,
                ColorRole.SOFT,
                0.1 + (strongest - 0.1) * share);
    }
}
