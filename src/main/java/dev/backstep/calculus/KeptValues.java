package dev.backstep.calculus;

import dev.backstep.graph.Flow;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.story.Walkthrough;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The forward values that backward reads, and so has to keep: what forward mode need not.
///
/// @param rows in the order of the graph; what repeats a value keeps nothing of its own
/// @param computed the numbers of all values that are computed forward, kept or not
public record KeptValues(List<Row> rows, long computed) {

    /// The bytes of a number.
    public static final int BYTES = Double.BYTES;

    public KeptValues {
        rows = List.copyOf(rows);
    }

    /// A value that is kept.
    ///
    /// @param source whether it is a leaf, which is there anyway
    /// @param readers the nodes whose backward step reads it, in order
    public record Row(int node, long numbers, boolean source, List<Integer> readers) {

        public Row {
            readers = List.copyOf(readers);
        }
    }

    /// Collects what the rules of all edges read. Cost: linear in the longer graph.
    public static KeptValues of(Walkthrough w) {
        Map<Integer, Set<Integer>> readers = new TreeMap<>();
        w.adjoint()
                .flows()
                .forEach(
                        (edge, flow) ->
                                read(w, flow)
                                        .forEach(
                                                node ->
                                                        readers.computeIfAbsent(
                                                                        node, _ -> new TreeSet<>())
                                                                .add(edge.node())));
        List<Row> rows = new ArrayList<>();
        readers.forEach(
                (id, by) -> {
                    Node node = w.graph().node(id);
                    rows.add(new Row(id, node.shape().size(), node.isSource(), List.copyOf(by)));
                });
        long computed =
                w.graph().nodes().stream()
                        .filter(n -> !n.isSource() && !n.isStretch())
                        .filter(n -> !w.labels().isSpelledOut(n.id()))
                        .mapToLong(n -> n.shape().size())
                        .sum();
        return new KeptValues(rows, computed);
    }

    /// The nodes of the program that one rule reads; literals are known anyway.
    private static Set<Integer> read(Walkthrough w, Flow flow) {
        Set<Integer> found = new HashSet<>();
        Set<Integer> seen = new HashSet<>(Set.of(flow.upstream()));
        Deque<Integer> open = new ArrayDeque<>(List.of(flow.downstream()));
        while (!open.isEmpty()) {
            int id = open.pop();
            if (!seen.add(id)) {
                continue;
            }
            Node node = w.adjoint().graph().node(id);
            if (id >= w.graph().size() || node.isStretch()) {
                node.inputs().forEach(open::push);
            } else if (!(node.op() instanceof Op.Constant) && !w.labels().isSpelledOut(id)) {
                found.add(id);
            }
        }
        return found;
    }

    /// The numbers kept of what is computed forward.
    public long kept() {
        return rows.stream().filter(r -> !r.source()).mapToLong(Row::numbers).sum();
    }

    /// The numbers of leaves that are read: there anyway.
    public long sources() {
        return rows.stream().filter(Row::source).mapToLong(Row::numbers).sum();
    }
}
