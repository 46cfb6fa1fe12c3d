package dev.backstep.paint.plot;

import dev.backstep.paint.ColorRole;
import java.util.List;

/// Two numbers, or more, compared at each of several places: bars side by side.
///
/// @param inks the colour of each bar of a place
public record BarsPicture(List<ColorRole> inks, List<Bars> groups) {

    public BarsPicture {
        inks = List.copyOf(inks);
        groups = List.copyOf(groups);
    }

    /// The bars of one place.
    ///
    /// @param tex what stands below them
    /// @param heights from 0; NaN for none
    /// @param texts what stands above each
    public record Bars(String tex, List<Double> heights, List<String> texts) {

        public Bars {
            heights = List.copyOf(heights);
            texts = List.copyOf(texts);
        }
    }

    double largest() {
        return groups.stream()
                .flatMap(g -> g.heights().stream())
                .filter(Double::isFinite)
                .mapToDouble(h -> h)
                .max()
                .orElse(0);
    }
}
