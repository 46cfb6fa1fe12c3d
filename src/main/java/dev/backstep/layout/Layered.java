package dev.backstep.layout;

import dev.backstep.graph.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Alignment;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jgrapht.Graph;
import org.jgrapht.alg.drawing.LayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.LayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;

/// Places cards in layers from left to right (Sugiyama, Tagawa, Toda 1981), by ELK Layered.
///
/// Operands keep their order since wires end at fixed places of the left side. Node placement
/// decides how good the picture is: network simplex has by far the shortest wires but takes seconds
/// at 1,000 nodes.
final class Layered implements LayoutAlgorithm2D<Integer, Edge> {

    private static final int SMALL = 60;

    private static final int FEW = 80;

    /// A row is laid out no more carefully than a graph of this share of the picture, so that many
    /// rows together take no longer.
    private static final int ROWS = 4;

    private static final int MEDIUM = 1000;

    /// What tells ELK the layer of a card: where it was, at this distance from the layer before.
    private static final double PITCH = 10_000;

    static {
        // Registers how the values of ELK's options are copied, without which no layout runs.
        LayoutMetaDataService.getInstance();
    }

    private final PartGraph parts;
    private final Predicate<Edge> cut;
    private final Ports ports;
    private final int last;
    private final Gaps gaps;
    private final double between;
    private final int all;
    private final BooleanSupplier unwanted;
    private final Map<Edge, List<Point>> bends = new HashMap<>();

    /// @param cut whether an edge is left out, since it is too long
    /// @param ports where wires begin and end
    /// @param last the node that belongs into the last layer, where nothing uses it
    /// @param between what lies between two columns
    /// @param all how many cards the whole picture has
    /// @param unwanted asked now and then: whether to give up
    Layered(
            PartGraph parts,
            Predicate<Edge> cut,
            Ports ports,
            int last,
            Gaps gaps,
            double between,
            int all,
            BooleanSupplier unwanted) {
        this.parts = parts;
        this.cut = cut;
        this.ports = ports;
        this.last = last;
        this.gaps = gaps;
        this.between = between;
        this.all = all;
        this.unwanted = unwanted;
    }

    /// How far down a box a wire ends at its left side, and begins at its right side.
    record Ports(ToDoubleFunction<Edge> entry, ToDoubleFunction<Edge> exit) {}

    /// Where long wires pass between the cards on their way, after a layout.
    Map<Edge, List<Point>> bends() {
        return bends;
    }

    @Override
    public void layout(Graph<Integer, Edge> graph, LayoutModel2D<Integer> model) {
        ElkNode root = root(Math.max(graph.vertexSet().size(), all / ROWS));
        Map<Integer, ElkNode> nodes = new HashMap<>();
        Map<Map.Entry<Integer, Double>, ElkPort> exits = new HashMap<>();
        for (int id : graph.vertexSet()) {
            ElkNode node = node(root, id, graph.outDegreeOf(id));
            node.setX(PITCH * Objects.requireNonNull(parts.layers().get(id)));
            nodes.put(id, node);
        }
        Map<Edge, ElkEdge> edges = new HashMap<>();
        for (Edge edge : graph.edgeSet()) {
            if (cut.test(edge)) {
                continue;
            }
            ElkNode target = Objects.requireNonNull(nodes.get(graph.getEdgeTarget(edge)));
            double y = ports.entry.applyAsDouble(edge);
            int from = graph.getEdgeSource(edge);
            double out = ports.exit.applyAsDouble(edge);
            ElkNode source = Objects.requireNonNull(nodes.get(from));
            ElkPort exit =
                    exits.computeIfAbsent(
                            Map.entry(from, out),
                            _ -> port(source, PortSide.EAST, source.getWidth(), out));
            edges.put(edge, ElkGraphUtil.createSimpleEdge(exit, port(target, PortSide.WEST, 0, y)));
        }
        new LayeredLayoutProvider().layout(root, new Patience(unwanted));
        nodes.forEach(
                (id, node) ->
                        model.put(id, Point2D.of(Math.rint(node.getX()), Math.rint(node.getY()))));
        edges.forEach((edge, elk) -> bends.put(edge, bends(elk)));
    }

    private ElkNode root(int size) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.INTERACTIVE);
        root.setProperty(LayeredOptions.UNNECESSARY_BENDPOINTS, true);
        root.setProperty(LayeredOptions.EDGE_ROUTING_POLYLINE_SLOPED_EDGE_ZONE_WIDTH, 0.0);
        root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(
                LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
        root.setProperty(LayeredOptions.THOROUGHNESS, size <= SMALL ? 7 : size <= FEW ? 3 : 1);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, placement(size));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, between);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, gaps.wires());
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, gaps.slope());
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, gaps.cards());
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 1.2 * gaps.wires());
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, gaps.wires());
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        return root;
    }

    private static NodePlacementStrategy placement(int size) {
        if (size <= SMALL) {
            return NodePlacementStrategy.NETWORK_SIMPLEX;
        }
        return size <= MEDIUM
                ? NodePlacementStrategy.LINEAR_SEGMENTS
                : NodePlacementStrategy.SIMPLE;
    }

    private ElkNode node(ElkNode root, int id, int uses) {
        ElkNode node = ElkGraphUtil.createNode(root);
        Size size = Objects.requireNonNull(parts.sizes().get(id));
        node.setDimensions(size.width(), size.height());
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        node.setProperty(LayeredOptions.ALIGNMENT, Alignment.CENTER);
        if (id == last && uses == 0) {
            node.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.LAST);
        }
        return node;
    }

    private static ElkPort port(ElkNode node, PortSide side, double x, double y) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        port.setLocation(x, y);
        return port;
    }

    private static List<Point> bends(ElkEdge edge) {
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            section.getBendPoints()
                    .forEach(p -> points.add(new Point(Math.rint(p.getX()), Math.rint(p.getY()))));
        }
        return points;
    }
}
