package dev.backstep.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds what stands for the groups of a folding: the card of each, its edges and its exits.
final class Folds {

    private final Graph graph;
    private final int output;
    private final Set<Integer> written;
    private final List<Group> groups;
    private final int[] groupOf;
    private final boolean[] hasGradient;
    private final List<SortedSet<Integer>> exits = new ArrayList<>();
    private final List<List<Edge>> edges = new ArrayList<>();

    private Folds(Graph graph, int output, Set<Integer> written, List<Group> folded) {
        this.graph = graph;
        this.output = output;
        this.written = written;
        this.groups = folded.stream().filter(this::isWorthwhile).toList();
        this.groupOf = new int[graph.size()];
        this.hasGradient = groups.isEmpty() ? new boolean[0] : gradients(graph, output);
        Arrays.fill(groupOf, -1);
        for (int g = 0; g < groups.size(); g++) {
            Arrays.fill(groupOf, groups.get(g).from(), groups.get(g).to(), g);
            exits.add(new TreeSet<>());
            edges.add(new ArrayList<>());
        }
    }

    /// For each node the group in which it is folded, or null. Cost: linear in the graph.
    ///
    /// @param output the node that is differentiated, if one is
    static FoldedGroup[] of(Graph graph, int output, Set<Integer> written, List<Group> folded) {
        Folds folds = new Folds(graph, output, written, folded);
        graph.nodes().forEach(folds::add);
        FoldedGroup[] byNode = new FoldedGroup[graph.size()];
        for (int g = 0; g < folds.groups.size(); g++) {
            Group group = folds.groups.get(g);
            Arrays.fill(byNode, group.from(), group.to(), folds.folded(g));
        }
        return byNode;
    }

    /// A group with a single card is that card.
    private boolean isWorthwhile(Group group) {
        int cards = 0;
        for (int id = group.from(); id < Math.min(group.to(), graph.size()); id++) {
            cards += isCard(id) ? 1 : 0;
        }
        return cards > 1;
    }

    private boolean isCard(int id) {
        return !graph.node(id).isStretch() && !written.contains(id);
    }

    /// Takes down where the operands of a node come from.
    private void add(Node node) {
        int here = groupOf[node.id()];
        if (node.id() == output && here >= 0) {
            exits.get(here).add(output);
        }
        if (!isCard(node.id())) {
            return;
        }
        for (Edge edge : graph.edges(node.id())) {
            int source = graph.unstretched(edge).id();
            int there = groupOf[source];
            if (there == here || written.contains(source)) {
                continue;
            }
            if (here >= 0) {
                edges.get(here).add(edge);
            }
            if (there >= 0) {
                exits.get(there).add(source);
            }
        }
    }

    private FoldedGroup folded(int g) {
        Group group = groups.get(g);
        boolean computes = range(group).stream().anyMatch(id -> !graph.node(id).isSource());
        return new FoldedGroup(group, vertex(g), edges.get(g), List.copyOf(exits.get(g)), computes);
    }

    private int vertex(int g) {
        Group group = groups.get(g);
        if (group.holds(output)) {
            return output;
        }
        List<Integer> values = List.copyOf(exits.get(g));
        return last(values.stream().filter(id -> hasGradient[id]).toList())
                .or(() -> last(values))
                .or(() -> last(range(group).stream().filter(this::isCard).toList()))
                .orElse(group.to() - 1);
    }

    /// Which nodes get a gradient: those between the output and a leaf that has one.
    private static boolean[] gradients(Graph graph, int output) {
        boolean[] needs = graph.needsGradient();
        boolean[] has = new boolean[graph.size()];
        has[output] = needs[output];
        for (int id = output; id >= 0; id--) {
            if (has[id]) {
                graph.node(id).inputs().forEach(i -> has[i] = needs[i]);
            }
        }
        return has;
    }

    private static List<Integer> range(Group group) {
        List<Integer> range = new ArrayList<>();
        for (int id = group.from(); id < group.to(); id++) {
            range.add(id);
        }
        return range;
    }

    /// The last of these that is computed, or the last of them.
    private Optional<Integer> last(List<Integer> nodes) {
        return nodes.reversed().stream()
                .filter(id -> !graph.node(id).isSource())
                .findFirst()
                .or(() -> nodes.reversed().stream().findFirst());
    }
}
