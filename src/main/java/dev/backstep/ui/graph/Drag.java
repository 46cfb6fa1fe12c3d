package dev.backstep.ui.graph;

import dev.backstep.layout.Point;
import java.util.HashMap;
import java.util.Map;

/// A card on its way to where it will be pinned.
record Drag(int node, Point corner) {

    /// The cards that are pinned, and this one where it is now.
    Map<Integer, Point> added(Map<Integer, Point> pins) {
        Map<Integer, Point> all = new HashMap<>(pins);
        all.put(node, corner);
        return all;
    }
}
