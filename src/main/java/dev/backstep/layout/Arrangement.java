package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.Map;

/// Where everything goes: places only, the same at every step.
///
/// @param cards the box of each drawn node
/// @param routes the route of each drawn edge
/// @param formulas the TeX each card was made wide enough for
public record Arrangement(
        Map<Integer, Box> cards, Map<Edge, Route> routes, Map<Integer, String> formulas) {

    public Arrangement {
        cards = Map.copyOf(cards);
        routes = Map.copyOf(routes);
        formulas = Map.copyOf(formulas);
    }

    /// The smallest box around all cards; a unit box where there are none.
    public Box bounds() {
        return cards.values().stream().reduce(Box::union).orElse(new Box(0, 0, 1, 1));
    }
}
