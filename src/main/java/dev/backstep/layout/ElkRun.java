package dev.backstep.layout;

import dev.backstep.layout.LayeredInput.Care;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
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

/// Layered drawing (Sugiyama, Tagawa, Toda 1981) by ELK Layered.
///
/// Node placement decides how good the picture is: network simplex has by far the shortest wires
/// but takes seconds at 1,000 nodes.
final class ElkRun {

    /// What tells ELK the layer of a card: where it was, at this distance from the layer before.
    private static final double PITCH = 10_000;

    static {
        // Registers how the values of ELK's options are copied, without which no layout runs.
        LayoutMetaDataService.getInstance();
    }

    private final LayeredInput input;
    private final List<ElkNode> nodes = new ArrayList<>();
    private final List<ElkEdge> edges = new ArrayList<>();

    ElkRun(LayeredInput input) {
        this.input = input;
    }

    /// @param unwanted asked now and then: whether to give up
    LayeredInput.Places places(BooleanSupplier unwanted) {
        ElkNode root = root();
        for (int i = 0; i < input.boxes().size(); i++) {
            nodes.add(node(root, input.boxes().get(i), i == input.last()));
        }
        Map<Map.Entry<Integer, Double>, ElkPort> exits = new HashMap<>();
        for (LayeredInput.Link link : input.links()) {
            ElkNode source = nodes.get(link.from());
            ElkPort exit =
                    exits.computeIfAbsent(
                            Map.entry(link.from(), link.out()),
                            _ -> port(source, PortSide.EAST, source.getWidth(), link.out()));
            ElkPort entry = port(nodes.get(link.to()), PortSide.WEST, 0, link.in());
            edges.add(ElkGraphUtil.createSimpleEdge(exit, entry));
        }
        new LayeredLayoutProvider().layout(root, new Patience(unwanted));
        return new LayeredInput.Places(
                nodes.stream().map(n -> rounded(n.getX(), n.getY())).toList(),
                edges.stream().map(ElkRun::bends).toList());
    }

    private ElkNode root() {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.INTERACTIVE);
        root.setProperty(LayeredOptions.UNNECESSARY_BENDPOINTS, true);
        root.setProperty(LayeredOptions.EDGE_ROUTING_POLYLINE_SLOPED_EDGE_ZONE_WIDTH, 0.0);
        root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(
                LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
        root.setProperty(LayeredOptions.THOROUGHNESS, thoroughness(input.care()));
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, placement(input.care()));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, input.between());
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, input.gaps().wires());
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, input.gaps().slope());
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, input.gaps().cards());
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 1.2 * input.gaps().wires());
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, input.gaps().wires());
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        return root;
    }

    private static int thoroughness(Care care) {
        return switch (care) {
            case MOST -> 7;
            case MORE -> 3;
            case LESS, LEAST -> 1;
        };
    }

    private static NodePlacementStrategy placement(Care care) {
        return switch (care) {
            case MOST -> NodePlacementStrategy.NETWORK_SIMPLEX;
            case MORE, LESS -> NodePlacementStrategy.LINEAR_SEGMENTS;
            case LEAST -> NodePlacementStrategy.SIMPLE;
        };
    }

    private static ElkNode node(ElkNode root, LayeredInput.InLayer box, boolean last) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(box.size().width(), box.size().height());
        node.setX(PITCH * box.layer());
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        node.setProperty(LayeredOptions.ALIGNMENT, Alignment.CENTER);
        if (last) {
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
            section.getBendPoints().forEach(p -> points.add(rounded(p.getX(), p.getY())));
        }
        return points;
    }

    private static Point rounded(double x, double y) {
        return new Point(Math.rint(x), Math.rint(y));
    }
}
