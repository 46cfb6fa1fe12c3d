package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Wires from the border of one card to that of another, wherever it faces it: straight, or bent as
/// much as it takes to run under no card, or around the corners of what stands between.
final class OrganicWires {

    /// How far the middle of a wire lies beside the straight way, as a share of that: the least
    /// first.
    private static final double[] BENDS = {0, .12, -.12, .22, -.22, .34, -.34, .5, -.5};

    /// How far apart the middles of two wires between the same cards are.
    private static final double APART = 26;

    private final DrawnGraph drawn;
    private final Hanging hanging;
    private final Bundles bundles;

    OrganicWires(DrawnGraph drawn, Hanging hanging, Bundles bundles) {
        this.drawn = drawn;
        this.hanging = hanging;
        this.bundles = bundles;
    }

    /// The routes between cards in these places.
    ///
    /// @param pause called now and then; may throw to give up
    Routing among(Map<Integer, Box> cards, Runnable pause) {
        return new Routing(cards, pause);
    }

    /// What is asked while the cards stand where they are.
    final class Routing {

        private final Map<Integer, Box> cards;
        private final Obstacles obstacles;
        private final Detours detours;

        private Routing(Map<Integer, Box> cards, Runnable pause) {
            this.cards = cards;
            this.obstacles = new Obstacles(cards);
            this.detours = new Detours(cards, obstacles, pause);
        }

        /// The route of each of these edges.
        Map<Edge, Route> of(Collection<Edge> edges) {
            Map<Edge, Route> leads = new HashMap<>();
            Map<Edge, Route> routes = new HashMap<>();
            for (Edge edge : edges) {
                Edge lead = bundles.lead(edge);
                Route route = leads.computeIfAbsent(lead, this::route);
                routes.put(edge, route);
            }
            return routes;
        }

        private Route route(Edge edge) {
            int source = drawn.getEdgeSource(edge);
            int target = drawn.getEdgeTarget(edge);
            Box from = card(source);
            Box to = card(target);
            if (hanging.holds(edge) && from.y() > to.bottom()) {
                return upright(edge, from, to);
            }
            List<Edge> same =
                    bundles.wires().getAllEdges(source, target).stream()
                            .sorted(Comparator.comparing(Edge::node).thenComparing(Edge::slot))
                            .toList();
            double way =
                    Math.hypot(
                            to.center().x() - from.center().x(),
                            to.center().y() - from.center().y());
            double aside = (same.indexOf(edge) - (same.size() - 1) / 2.0) * APART;
            return clear(source, target, way == 0 ? 0 : 2 * aside / way);
        }

        /// @param aside what every bend is more than it would be if no other wire ran beside it
        private Route clear(int source, int target, double aside) {
            Box from = card(source);
            Box to = card(target);
            if (from.grown(2).overlaps(to)) {
                return Curves.straight(from.center(), to.center());
            }
            for (double bend : BENDS) {
                Route route = Borders.between(from, to, bend + aside);
                if (obstacles.clear(route, source, target)) {
                    return route;
                }
            }
            return detours.around(source, target).orElseGet(() -> Borders.between(from, to, aside));
        }

        private Route upright(Edge edge, Box from, Box user) {
            double x =
                    user.x()
                            + Sizes.lowerPort(
                                    user.width(), hanging, drawn.getEdgeTarget(edge), edge);
            return Curves.upright(
                    new Point(from.center().x(), from.y()), new Point(x, user.bottom()));
        }

        private Box card(int id) {
            return Objects.requireNonNull(cards.get(id));
        }
    }
}
