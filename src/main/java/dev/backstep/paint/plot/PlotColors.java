package dev.backstep.paint.plot;

import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import java.awt.Color;

/// Numbers as colours of a theme.
final class PlotColors {

    /// How much of a full hue the end of a scale has, so that text and samples on it can be read.
    private static final double DEEPEST = 0.75;

    private PlotColors() {}

    /// Blue above the centre, orange below, paper between; in print from white to dark grey. What
    /// is no number has the colour of a problem.
    ///
    /// @param share from −1 to 1
    static Color twoSided(Theme theme, double share) {
        if (Double.isNaN(share)) {
            return theme.color(ColorRole.PROBLEM);
        }
        if (theme == Theme.PRINT) {
            return theme.mixed(ColorRole.INK, ColorRole.CARD, 0.7 * (share + 1) / 2);
        }
        return theme.mixed(
                share < 0 ? ColorRole.UPSTREAM : ColorRole.VALUE,
                ColorRole.PAPER,
                DEEPEST * Math.abs(share));
    }

    /// From paper to the full hue of a gradient.
    ///
    /// @param share from 0 to 1
    static Color oneSided(Theme theme, double share) {
        return Double.isNaN(share)
                ? theme.color(ColorRole.PROBLEM)
                : theme.mixed(
                        theme == Theme.PRINT ? ColorRole.INK : ColorRole.UPSTREAM,
                        ColorRole.PAPER,
                        0.06 + 0.94 * share);
    }

    /// The hue of a sign.
    static ColorRole sign(double value) {
        return Double.isNaN(value)
                ? ColorRole.PROBLEM
                : value < 0 ? ColorRole.UPSTREAM : ColorRole.VALUE;
    }

    /// The hue of the class that wins, the deeper the surer.
    ///
    /// @param confidence from 0 to 1
    static Color winner(Theme theme, int k, double confidence) {
        double depth = theme == Theme.PRINT ? 0.05 + 0.3 * confidence : 0.12 + 0.58 * confidence;
        return Theme.mixed(theme.classColor(k), theme.color(ColorRole.PAPER), depth);
    }

    /// The hue of a class. Of two classes, class 1 is blue and class 0 orange, as values above and
    /// below the centre are.
    static Color classColor(Theme theme, int k, int classes) {
        return theme.classColor(classes == 2 ? 1 - k : k);
    }
}
