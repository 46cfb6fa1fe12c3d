package dev.backstep.ui.kit;

import java.util.List;
import javafx.scene.layout.Region;

/// What a bar can do without where it is too narrow, the first of it first: all of it can be had
/// elsewhere.
public final class Dispensable {

    private final List<Region> parts;

    public Dispensable(Region... parts) {
        this.parts = List.of(parts);
    }

    /// Leaves out as much as needed, and puts back what there is room for.
    ///
    /// @param needed what the bar needs as it is
    /// @param gap what a part needs beside its own width
    public void fit(double needed, double gap, double room) {
        double all = needed;
        for (Region part : parts) {
            all += part.isManaged() ? 0 : part.prefWidth(-1) + gap;
        }
        for (Region part : parts) {
            boolean shown = all <= room;
            all -= shown ? 0 : part.prefWidth(-1) + gap;
            if (part.isManaged() != shown) {
                part.setManaged(shown);
                part.setVisible(shown);
            }
        }
    }
}
