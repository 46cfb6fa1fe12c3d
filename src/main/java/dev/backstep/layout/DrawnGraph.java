package dev.backstep.layout;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.story.Story;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DirectedMultigraph;

/// A graph as it is drawn: every node but the stretches, each of which is folded into the edge it
/// lies on.
final class DrawnGraph {

    private DrawnGraph() {}

    /// A read-only view for JGraphT. Vertices come in evaluation order, edges by node and slot.
    static org.jgrapht.Graph<Integer, Edge> of(Graph graph) {
        var drawn = new DirectedMultigraph<Integer, Edge>(null, null, false);
        for (Node node : graph.nodes()) {
            if (!node.isStretch()) {
                drawn.addVertex(node.id());
                for (int slot = 0; slot < node.inputs().size(); slot++) {
                    Edge edge = new Edge(node.id(), slot);
                    drawn.addEdge(Story.drawnSource(graph, edge).id(), node.id(), edge);
                }
            }
        }
        return new AsUnmodifiableGraph<>(drawn);
    }
}
