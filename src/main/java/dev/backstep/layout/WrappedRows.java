package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedMultigraph;

/// Places parts in rows, one below the other, with the wires from row to row drawn whole: out at
/// the right, back between the rows, and in at the left.
///
/// ELK's own wrapping was rejected: it leaves the rows half empty.
final class WrappedRows {

    /// Places the parts of a row from left to right.
    interface Row {
        PartGraph.Places places(PartGraph parts);
    }

    private final PartGraph parts;
    private final List<Edge> wires;
    private final Gaps gaps;
    private final Row row;
    private final Map<Integer, Integer> rows = new HashMap<>();
    private final Map<Edge, List<Point>> outs = new HashMap<>();
    private final Map<Edge, List<Point>> ins = new HashMap<>();
    private final Map<Integer, Point> corners = new HashMap<>();
    private final Map<Edge, List<Point>> bends = new HashMap<>();
    private final List<Box> boxes = new ArrayList<>();
    private int phantoms;

    /// @param cut whether a wire is tagged, and leads nowhere
    /// @param rank which of the best divisions to take, from 0
    WrappedRows(
            PartGraph parts,
            Predicate<Edge> cut,
            Gaps gaps,
            Size room,
            int rank,
            double between,
            Row row) {
        this.parts = parts;
        this.wires = parts.graph().edgeSet().stream().filter(cut.negate()).toList();
        this.gaps = gaps;
        this.row = row;
        List<Integer> breaks = division(parts, wires, gaps, room, between).best(rank);
        List<Integer> layers = layers(parts);
        for (int id : parts.graph().vertexSet()) {
            int column = layers.indexOf(layer(id));
            rows.put(id, (int) breaks.stream().filter(b -> b <= column).count());
        }
    }

    /// How parts can be divided into rows.
    ///
    /// @param wires those that lead from row to row
    static Division division(
            PartGraph parts, Collection<Edge> wires, Gaps gaps, Size room, double between) {
        TreeMap<Integer, Size> columns = new TreeMap<>();
        parts.sizes()
                .forEach(
                        (id, size) ->
                                columns.merge(
                                        Objects.requireNonNull(parts.layers().get(id)),
                                        new Size(
                                                size.width() + between,
                                                size.height() + gaps.cards()),
                                        (a, b) ->
                                                new Size(
                                                        Math.max(a.width(), b.width()),
                                                        a.height() + b.height())));
        List<Integer> layers = List.copyOf(columns.keySet());
        Graph<Integer, Edge> graph = parts.graph();
        List<Division.Wire> ways =
                wires.stream()
                        .map(
                                e ->
                                        new Division.Wire(
                                                layers.indexOf(
                                                        parts.layers().get(graph.getEdgeSource(e))),
                                                layers.indexOf(
                                                        parts.layers()
                                                                .get(graph.getEdgeTarget(e)))))
                        .toList();
        return new Division(List.copyOf(columns.values()), ways, gaps, room);
    }

    private static List<Integer> layers(PartGraph parts) {
        return parts.sizes().keySet().stream()
                .map(id -> Objects.requireNonNull(parts.layers().get(id)))
                .distinct()
                .sorted()
                .toList();
    }

    private int layer(int id) {
        return Objects.requireNonNull(parts.layers().get(id));
    }

    private int row(int id) {
        return Objects.requireNonNull(rows.get(id));
    }

    PartGraph.Places places() {
        int last = rows.values().stream().mapToInt(r -> r).max().orElse(0);
        double y = 0;
        for (int i = 0; i <= last; i++) {
            Box box = place(i, y);
            boxes.add(box);
            y = box.bottom() + gaps.rows() + Math.max(0, lanes(i) - 1) * Division.LANE;
        }
        for (int i = 0; i < last; i++) {
            turn(i);
        }
        return new PartGraph.Places(corners, bends);
    }

    private boolean leaves(Edge edge, int row) {
        return row(source(edge)) == row && row(target(edge)) > row;
    }

    private long lanes(int row) {
        return wires.stream().filter(e -> leaves(e, row)).count();
    }

    private int source(Edge edge) {
        return parts.graph().getEdgeSource(edge);
    }

    private int target(Edge edge) {
        return parts.graph().getEdgeTarget(edge);
    }

    /// Places a row, and at its ends, as if they were cards, the wires that leave or enter it.
    private Box place(int index, double y) {
        DirectedMultigraph<Integer, Edge> graph = new DirectedMultigraph<>(null, null, false);
        Map<Integer, Size> sizes = new HashMap<>();
        Map<Integer, Integer> layers = new HashMap<>();
        for (int id : parts.graph().vertexSet()) {
            if (row(id) == index) {
                graph.addVertex(id);
                sizes.put(id, Objects.requireNonNull(parts.sizes().get(id)));
                layers.put(id, layer(id));
            }
        }
        int first = layers.values().stream().mapToInt(l -> l).min().orElse(0) - 1;
        int last = layers.values().stream().mapToInt(l -> l).max().orElse(0) + 1;
        Map<Edge, Integer> ends = new HashMap<>();
        for (Edge edge : wires) {
            boolean from = row(source(edge)) == index;
            boolean to = row(target(edge)) == index;
            if (!from && !to) {
                continue;
            }
            if (!from || !to) {
                int phantom = --phantoms;
                graph.addVertex(phantom);
                sizes.put(phantom, new Size(1, 1));
                layers.put(phantom, from ? last : first);
                ends.put(edge, phantom);
            }
            int start = from ? source(edge) : Objects.requireNonNull(ends.get(edge));
            int end = to ? target(edge) : Objects.requireNonNull(ends.get(edge));
            graph.addEdge(start, end, edge);
        }
        return keep(row.places(new PartGraph(graph, sizes, layers)), sizes, ends, y);
    }

    private Box keep(
            PartGraph.Places places, Map<Integer, Size> sizes, Map<Edge, Integer> ends, double y) {
        double left =
                places.corners().entrySet().stream()
                        .filter(e -> e.getKey() >= 0)
                        .mapToDouble(e -> e.getValue().x())
                        .min()
                        .orElse(0);
        Box all = new Box(0, y, 0, 0);
        for (var at : places.corners().entrySet()) {
            Point corner = at.getValue().plus(-left, y);
            if (at.getKey() >= 0) {
                corners.put(at.getKey(), corner);
                Size size = Objects.requireNonNull(sizes.get(at.getKey()));
                all = all.union(Box.at(corner, size));
            }
        }
        for (var way : places.bends().entrySet()) {
            Edge edge = way.getKey();
            List<Point> moved =
                    new ArrayList<>(way.getValue().stream().map(p -> p.plus(-left, y)).toList());
            Integer phantom = ends.get(edge);
            if (phantom == null) {
                bends.put(edge, moved);
                continue;
            }
            Point end =
                    Objects.requireNonNull(places.corners().get(phantom)).plus(0.5 - left, 0.5 + y);
            if (row(source(edge)) < row(target(edge)) && corners.containsKey(target(edge))) {
                moved.addFirst(end);
                ins.put(edge, moved);
            } else {
                moved.addLast(end);
                outs.put(edge, moved);
            }
        }
        return all;
    }

    /// Leads the wires out of a row to where they enter another, so that no two cross where that
    /// can be.
    private void turn(int index) {
        List<Edge> edges = new ArrayList<>(wires.stream().filter(e -> leaves(e, index)).toList());
        edges.sort(
                Comparator.comparingDouble((Edge e) -> out(e).getLast().y())
                        .reversed()
                        .thenComparing(Edge::node)
                        .thenComparing(Edge::slot));
        Box box = boxes.get(index);
        double channel = box.bottom() + gaps.rows() / 2;
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            double right = box.right() + gaps.wires() + i * Division.LANE;
            double left = -gaps.wires() - (edges.size() - 1 - i) * Division.LANE;
            double y = channel + i * Division.LANE;
            List<Point> in = Objects.requireNonNull(ins.get(edge));
            List<Point> way = new ArrayList<>(out(edge));
            way.removeLast();
            way.add(new Point(right, out(edge).getLast().y()));
            way.add(new Point(right, y));
            way.add(new Point(left, y));
            way.add(new Point(left, in.getFirst().y()));
            way.addAll(in.subList(1, in.size()));
            bends.put(edge, way);
        }
    }

    private List<Point> out(Edge edge) {
        return Objects.requireNonNull(outs.get(edge));
    }
}
