package dev.backstep.ui.kit;

import dev.backstep.paint.PaintedType;
import java.util.List;
import javafx.scene.Node;

/// How large the words and numbers are that are painted in a region of the window.
public final class RegionType {

    private RegionType() {}

    /// In points of the window; nothing if it is no such region.
    public static List<PaintedType.Seen> of(Node node) {
        if (!(node instanceof PaintedRegion region) || region.getWidth() < 1) {
            return List.of();
        }
        PaintedType type = PaintedType.empty();
        region.painting().ifPresent(p -> p.paint(type, region.getWidth(), region.getHeight()));
        return type.seen();
    }
}
