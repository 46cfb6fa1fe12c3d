package dev.backstep.graph;

import java.util.List;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DirectedMultigraph;

/// A graph as it is drawn, for every algorithm of JGraphT: read-only, vertices in evaluation order,
/// edges by node and slot.
///
/// A stretch is no vertex: it is folded into the edge it lies on. What is shown speaks of drawn
/// vertices and edges only; this class knows what is computed for them.
@SuppressWarnings("serial") // JGraphT's graphs are Serializable; this one is never serialised
public final class DrawnGraph extends AsUnmodifiableGraph<Integer, Edge> {

    private final Graph graph;

    private DrawnGraph(Graph graph, org.jgrapht.Graph<Integer, Edge> drawn) {
        super(drawn);
        this.graph = graph;
    }

    /// Cost: linear in the graph.
    public static DrawnGraph of(Graph graph) {
        var drawn = new DirectedMultigraph<Integer, Edge>(null, null, false);
        for (Node node : graph.nodes()) {
            if (!node.isStretch()) {
                drawn.addVertex(node.id());
                for (Edge edge : graph.edges(node.id())) {
                    drawn.addEdge(graph.source(last(graph, edge)).id(), node.id(), edge);
                }
            }
        }
        return new DrawnGraph(graph, drawn);
    }

    /// What is computed.
    public Graph graph() {
        return graph;
    }

    /// Whether a node is drawn and computes something: it has a step of its own.
    public boolean isComputed(int node) {
        return containsVertex(node) && !graph.node(node).isSource();
    }

    /// The node whose value an edge brings: behind the stretches that are folded into the edge.
    public Node source(Edge edge) {
        return graph.source(last(graph, edge));
    }

    /// The operands of a node as they are drawn, in order.
    public List<Integer> operands(int node) {
        return graph.edges(node).stream().map(e -> source(e).id()).toList();
    }

    /// Whether an edge repeats its operand to a larger shape; its gradient is summed back.
    public boolean isStretched(Edge edge) {
        return graph.source(edge).isStretch();
    }

    /// The edges of a node along which a gradient passes, by slot.
    public List<Edge> flows(Adjoint adjoint, int node) {
        return graph.edges(node).stream().filter(e -> adjoint.flow(e).isPresent()).toList();
    }

    /// The node of the longer graph that holds what arrives at the source of an edge: downstream,
    /// summed back if the edge is stretched.
    public int arrives(Adjoint adjoint, Edge edge) {
        return adjoint.flow(last(graph, edge)).orElseThrow().downstream();
    }

    /// The last of the computed edges that are drawn as one.
    private static Edge last(Graph graph, Edge edge) {
        Edge last = edge;
        for (Node source = graph.source(last); source.isStretch(); source = graph.source(last)) {
            last = new Edge(source.id(), 0);
        }
        return last;
    }
}
