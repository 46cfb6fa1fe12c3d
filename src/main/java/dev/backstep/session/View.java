package dev.backstep.session;

import dev.backstep.graph.Story;
import java.util.OptionalInt;

/// How the document is looked at: remembered, never undone.
///
/// @param step an index into the story
/// @param selected the node clicked for the inspector; empty: the inspector follows the steps
/// @param speed of playing, 0.25 to 8
/// @param digits significant digits of a number, 1 to 17
/// @param motion whether values slide along their edges
public record View(
        int step,
        Story.Grain grain,
        OptionalInt selected,
        double speed,
        ThemeChoice theme,
        int digits,
        Panels panels,
        boolean motion) {

    public static final double SLOWEST = 0.25;
    public static final double FASTEST = 8;

    public static final View START =
            new View(
                    0,
                    Story.Grain.NODES,
                    OptionalInt.empty(),
                    1,
                    ThemeChoice.SYSTEM,
                    4,
                    Panels.START,
                    true);

    public View {
        step = Math.max(0, step);
        speed = Double.isFinite(speed) ? Math.clamp(speed, SLOWEST, FASTEST) : 1;
        digits = Math.clamp(digits, 1, 17);
    }

    public View withStep(int changed) {
        return new View(changed, grain, selected, speed, theme, digits, panels, motion);
    }

    public View withGrain(Story.Grain changed) {
        return new View(step, changed, selected, speed, theme, digits, panels, motion);
    }

    public View withSelected(OptionalInt changed) {
        return new View(step, grain, changed, speed, theme, digits, panels, motion);
    }

    public View withSpeed(double changed) {
        return new View(step, grain, selected, changed, theme, digits, panels, motion);
    }

    public View withTheme(ThemeChoice changed) {
        return new View(step, grain, selected, speed, changed, digits, panels, motion);
    }

    public View withDigits(int changed) {
        return new View(step, grain, selected, speed, theme, changed, panels, motion);
    }

    public View withPanels(Panels changed) {
        return new View(step, grain, selected, speed, theme, digits, changed, motion);
    }

    public View withMotion(boolean changed) {
        return new View(step, grain, selected, speed, theme, digits, panels, changed);
    }
}
