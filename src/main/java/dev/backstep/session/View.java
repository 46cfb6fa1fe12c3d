package dev.backstep.session;

import dev.backstep.graph.Detail;
import dev.backstep.layout.ArrangementStyle;
import dev.backstep.story.Story;
import java.util.Optional;
import java.util.OptionalInt;

/// How the document is looked at: remembered, never undone.
///
/// @param mode what the window is used for
/// @param step an index into the story
/// @param selected the node clicked for the inspector; empty: the inspector follows the steps
/// @param speed of playing, 0.25 to 8
/// @param detail how much of the graph is drawn; nothing: as much as can be read
/// @param arrangement of the cards
public record View(
        Mode mode,
        int step,
        Story.Grain grain,
        OptionalInt selected,
        double speed,
        Panels panels,
        Preferences preferences,
        Optional<Detail> detail,
        ArrangementStyle arrangement) {

    public static final double SLOWEST = 0.25;
    public static final double FASTEST = 8;

    public static final View START =
            new View(
                    Mode.EXPLORE,
                    0,
                    Story.Grain.NODES,
                    OptionalInt.empty(),
                    1,
                    Panels.START,
                    Preferences.START,
                    Optional.empty(),
                    ArrangementStyle.LAYERED);

    public View {
        step = Math.max(0, step);
        speed = Double.isFinite(speed) ? Math.clamp(speed, SLOWEST, FASTEST) : 1;
    }

    public View withMode(Mode changed) {
        return new View(
                changed, step, grain, selected, speed, panels, preferences, detail, arrangement);
    }

    /// The same at the place of another one: its mode, its step, its selection.
    View at(View place) {
        return new View(
                place.mode,
                place.step,
                grain,
                place.selected,
                speed,
                panels,
                preferences,
                detail,
                arrangement);
    }

    /// At the first step, with nothing selected.
    View withStart() {
        return withStep(0).withSelected(OptionalInt.empty());
    }

    public View withStep(int changed) {
        return new View(
                mode, changed, grain, selected, speed, panels, preferences, detail, arrangement);
    }

    public View withGrain(Story.Grain changed) {
        return new View(
                mode, step, changed, selected, speed, panels, preferences, detail, arrangement);
    }

    public View withSelected(OptionalInt changed) {
        return new View(
                mode, step, grain, changed, speed, panels, preferences, detail, arrangement);
    }

    public View withSpeed(double changed) {
        return new View(
                mode, step, grain, selected, changed, panels, preferences, detail, arrangement);
    }

    public View withPanels(Panels changed) {
        return new View(
                mode, step, grain, selected, speed, changed, preferences, detail, arrangement);
    }

    public View withPreferences(Preferences changed) {
        return new View(mode, step, grain, selected, speed, panels, changed, detail, arrangement);
    }

    public View withDetail(Optional<Detail> changed) {
        return new View(
                mode, step, grain, selected, speed, panels, preferences, changed, arrangement);
    }

    public View withArrangement(ArrangementStyle changed) {
        return new View(mode, step, grain, selected, speed, panels, preferences, detail, changed);
    }
}
