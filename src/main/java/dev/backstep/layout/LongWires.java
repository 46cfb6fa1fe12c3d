package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;

/// Which wires are too long to be drawn whole.
///
/// A wire has a bend in every layer that it crosses, and these bends, not the cards, are what makes
/// a layout slow and a picture a tangle: a leaf that is used at each of n steps has wires with n² /
/// 2 bends. So they are bounded by the number of cards.
final class LongWires {

    /// Wires with so many bends in all, and so many more a card, are all drawn whole.
    private static final int FEW = 150;

    private static final int FEW_A_CARD = 2;

    /// Where there are more, the most layers that a wire crosses: about what a window shows.
    private static final int LONGEST = 6;

    private LongWires() {}

    /// Whether few layers are crossed in all, so that every wire can be drawn whole.
    static boolean areFew(Graph<Integer, Edge> graph, Map<Integer, Integer> layers) {
        long all = crossed(graph, layers).values().stream().mapToLong(n -> n).sum();
        return all <= few(graph);
    }

    /// The edges to cut: none where few layers are crossed in all; else all that cross more than a
    /// few, so that wires of the same length are treated alike. Cost: linear.
    ///
    /// @param layers the layer of each card
    static Set<Edge> of(Graph<Integer, Edge> graph, Map<Integer, Integer> layers) {
        Map<Edge, Integer> crossed = crossed(graph, layers);
        return areFew(graph, layers)
                ? Set.of()
                : longer(crossed, longest(crossed.values(), few(graph)));
    }

    private static Map<Edge, Integer> crossed(
            Graph<Integer, Edge> graph, Map<Integer, Integer> layers) {
        Map<Edge, Integer> crossed = new HashMap<>();
        for (Edge edge : graph.edgeSet()) {
            int from = layers.getOrDefault(graph.getEdgeSource(edge), 0);
            int to = layers.getOrDefault(graph.getEdgeTarget(edge), 0);
            crossed.put(edge, to - from - 1);
        }
        return crossed;
    }

    private static long few(Graph<Integer, Edge> graph) {
        return FEW + (long) FEW_A_CARD * graph.vertexSet().size();
    }

    /// The most layers that a wire may cross so that there are few bends in all.
    private static int longest(Collection<Integer> crossed, long few) {
        long[] bends = new long[LONGEST + 1];
        crossed.stream().filter(n -> n <= LONGEST).forEach(n -> bends[n] += n);
        int longest = 0;
        long sum = 0;
        while (longest < LONGEST && sum + bends[longest + 1] <= few) {
            longest++;
            sum += bends[longest];
        }
        return longest;
    }

    private static Set<Edge> longer(Map<Edge, Integer> crossed, int longest) {
        Set<Edge> cut = new HashSet<>();
        crossed.forEach(
                (edge, layers) -> {
                    if (layers > longest) {
                        cut.add(edge);
                    }
                });
        return cut;
    }
}
