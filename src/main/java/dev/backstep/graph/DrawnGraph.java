package dev.backstep.graph;

import java.util.List;
import java.util.Set;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DirectedMultigraph;
import org.jspecify.annotations.Nullable;

/// A graph as it is drawn, for every algorithm of JGraphT: read-only, vertices in evaluation order,
/// edges by node and slot.
///
/// A stretch is no vertex: it is folded into the edge it lies on. A literal that the formula of its
/// user writes out is none either, and has no edge. What is shown speaks of drawn vertices and
/// edges only; this class knows what is computed for them.
@SuppressWarnings("serial") // JGraphT's graphs are Serializable; this one is never serialised
public final class DrawnGraph extends AsUnmodifiableGraph<Integer, Edge> {

    private final Graph graph;

    private DrawnGraph(Graph graph, org.jgrapht.Graph<Integer, Edge> drawn) {
        super(drawn);
        this.graph = graph;
    }

    /// With a card for every literal.
    public static DrawnGraph of(Graph graph) {
        return of(graph, Set.of());
    }

    /// Without a card for these literals. Cost: linear in the graph.
    ///
    /// @param written the constants that the formulas of their users write out
    public static DrawnGraph of(Graph graph, Set<Integer> written) {
        var drawn = new DirectedMultigraph<Integer, Edge>(null, null, false);
        for (Node node : graph.nodes()) {
            if (!node.isStretch() && !written.contains(node.id())) {
                drawn.addVertex(node.id());
                for (Edge edge : graph.edges(node.id())) {
                    int source = graph.unstretched(edge).id();
                    if (!written.contains(source)) {
                        drawn.addEdge(source, node.id(), edge);
                    }
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

    /// The node whose value an edge brings: behind the stretches that are folded into the edge. Of
    /// an edge that is not drawn, the literal.
    public Node source(Edge edge) {
        return graph.unstretched(edge);
    }

    /// The operands of a node as its formula names them, in order.
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
        Edge last = edge;
        for (Node source = graph.source(last); source.isStretch(); source = graph.source(last)) {
            last = new Edge(source.id(), 0);
        }
        return adjoint.flow(last).orElseThrow().downstream();
    }

    /// Whether both draw the same of the same graph.
    @Override
    @SuppressWarnings("ReferenceEquality") // most often it is the very same graph
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof DrawnGraph that
                        && (graph == that.graph || graph.equals(that.graph))
                        && vertexSet().equals(that.vertexSet());
    }

    @Override
    public int hashCode() {
        return graph.hashCode();
    }
}
