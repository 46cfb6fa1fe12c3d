package dev.backstep.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The latest layouts, so that no group is laid out again while others are folded and opened.
///
/// Since a layout depends on its input alone, it makes no difference but to the time whether one is
/// known.
final class KnownLayouts {

    private final int most;
    private final Map<LayeredInput, LayeredInput.Places> known =
            new LinkedHashMap<>(16, .75f, true);
    private int boxes;

    /// @param most how many boxes are remembered
    KnownLayouts(int most) {
        this.most = most;
    }

    synchronized Optional<LayeredInput.Places> of(LayeredInput input) {
        return Optional.ofNullable(known.get(input));
    }

    /// Remembers a layout, and forgets those that were not asked for the longest time.
    synchronized void keep(LayeredInput input, LayeredInput.Places places) {
        if (input.boxes().size() <= most && known.put(input, places) == null) {
            boxes += input.boxes().size();
        }
        var oldest = known.keySet().iterator();
        while (boxes > most) {
            boxes -= oldest.next().boxes().size();
            oldest.remove();
        }
    }
}
