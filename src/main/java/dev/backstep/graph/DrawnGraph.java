package dev.backstep.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DirectedMultigraph;
import org.jspecify.annotations.Nullable;

/// A graph as it is drawn, for every algorithm of JGraphT: read-only, vertices in evaluation order,
/// edges by node and slot.
///
/// A stretch is no vertex: it is folded into the edge it lies on. A literal that the formula of its
/// user writes out is none either, and has no edge. A folded group is one vertex, called by one of
/// its nodes; its edges are those by which nodes inside take operands from outside. What is shown
/// speaks of drawn vertices and edges only; this class knows what is computed for them.
@SuppressWarnings("serial") // JGraphT's graphs are Serializable; this one is never serialised
public final class DrawnGraph extends AsUnmodifiableGraph<Integer, Edge> {

    private static final Comparator<Edge> BACKWARD =
            Comparator.comparingInt((Edge e) -> -e.node()).thenComparingInt(Edge::slot);

    private final Graph graph;
    private final int output;
    private final Set<Integer> written;
    private final Folding folding;
    private final FoldedGroup[] folds;

    private DrawnGraph(
            Graph graph,
            int output,
            Set<Integer> written,
            Folding folding,
            FoldedGroup[] folds,
            org.jgrapht.Graph<Integer, Edge> drawn) {
        super(drawn);
        this.graph = graph;
        this.output = output;
        this.written = Set.copyOf(written);
        this.folding = folding;
        this.folds = folds;
    }

    /// With a card for every literal.
    public static DrawnGraph of(Graph graph) {
        return of(graph, Set.of());
    }

    /// Without a card for these literals.
    ///
    /// @param written the constants that the formulas of their users write out
    public static DrawnGraph of(Graph graph, Set<Integer> written) {
        return of(graph, graph.size() - 1, written, Folding.NONE);
    }

    /// The same with some groups folded. Cost: linear in the graph.
    ///
    /// @param output the node that is differentiated
    /// @param folding a group of it that has a single card is not folded
    public static DrawnGraph of(Graph graph, int output, Set<Integer> written, Folding folding) {
        var drawn = new DirectedMultigraph<Integer, Edge>(null, null, false);
        FoldedGroup[] folds = Folds.of(graph, output, written, folding.folded());
        for (Node node : graph.nodes()) {
            FoldedGroup folded = folds[node.id()];
            if (folded == null && !node.isStretch() && !written.contains(node.id())) {
                add(drawn, folds, graph, written, node.id(), graph.edges(node.id()));
            } else if (folded != null && folded.group().to() - 1 == node.id()) {
                add(drawn, folds, graph, written, folded.vertex(), folded.edges());
            }
        }
        return new DrawnGraph(graph, output, written, folding, folds, drawn);
    }

    private static void add(
            org.jgrapht.Graph<Integer, Edge> drawn,
            FoldedGroup[] folds,
            Graph graph,
            Set<Integer> written,
            int vertex,
            List<Edge> edges) {
        drawn.addVertex(vertex);
        for (Edge edge : edges) {
            int source = graph.unstretched(edge).id();
            if (!written.contains(source)) {
                FoldedGroup from = folds[source];
                drawn.addEdge(from == null ? source : from.vertex(), vertex, edge);
            }
        }
    }

    /// The same graph with other groups folded.
    public DrawnGraph with(Folding changed) {
        return changed.equals(folding) ? this : of(graph, output, written, changed);
    }

    /// What is computed.
    public Graph graph() {
        return graph;
    }

    /// What is folded of it.
    public Folding folding() {
        return folding;
    }

    /// The vertex where a node is drawn: its own, or that of the folded group it lies in. A node
    /// that is drawn nowhere, such as a literal that is written out, is its own.
    public int vertex(int node) {
        FoldedGroup folded = folds[node];
        return folded == null ? node : folded.vertex();
    }

    /// The vertex that an edge leads to.
    public int user(Edge edge) {
        return vertex(edge.node());
    }

    /// The group that a vertex stands for, if it stands for one.
    public Optional<FoldedGroup> folded(int vertex) {
        return Optional.ofNullable(folds[vertex]).filter(f -> f.vertex() == vertex);
    }

    /// The nodes that a vertex stands for, in order.
    public List<Node> members(int vertex) {
        return folded(vertex)
                .map(f -> graph.nodes().subList(f.group().from(), f.group().to()))
                .orElseGet(() -> List.of(graph.node(vertex)));
    }

    /// The open groups that lie in no other, in order, with the cards that they frame; no line of
    /// the program that is one card.
    public List<OpenGroup> frames() {
        return frames(folding.groups());
    }

    private List<OpenGroup> frames(List<Group> groups) {
        List<OpenGroup> frames = new ArrayList<>();
        for (Group group : groups) {
            if (!isFolded(group)) {
                List<Integer> vertices =
                        IntStream.range(group.from(), group.to())
                                .filter(this::containsVertex)
                                .boxed()
                                .toList();
                int fewest = group.kind() == Group.Kind.STATEMENT ? 2 : 1;
                if (vertices.size() >= fewest) {
                    frames.add(new OpenGroup(group, vertices, frames(group.groups())));
                }
            }
        }
        return frames;
    }

    private boolean isFolded(Group group) {
        FoldedGroup first = folds[group.from()];
        return first != null
                && first.group().from() <= group.from()
                && group.to() <= first.group().to();
    }

    /// Whether a vertex computes something: it has a step of its own.
    public boolean isComputed(int vertex) {
        return containsVertex(vertex)
                && folded(vertex)
                        .map(FoldedGroup::computes)
                        .orElseGet(() -> !graph.node(vertex).isSource());
    }

    /// The node whose value an edge brings: behind the stretches that are folded into the edge. Of
    /// an edge that is not drawn, the literal. Where a folded group has several values, it may be
    /// one inside.
    public Node source(Edge edge) {
        return graph.unstretched(edge);
    }

    /// The edges of a vertex, by node and slot; of a single node also those that bring a literal
    /// that is written out.
    public List<Edge> edges(int vertex) {
        return folded(vertex).map(FoldedGroup::edges).orElseGet(() -> graph.edges(vertex));
    }

    /// Edges of a vertex in the order in which its formula names the operands.
    public static List<Edge> byOperand(List<Edge> edges) {
        return edges.stream()
                .sorted(Comparator.comparingInt(Edge::node).thenComparingInt(Edge::slot))
                .toList();
    }

    /// The operands of a vertex as its formula names them, in order.
    public List<Integer> operands(int vertex) {
        return edges(vertex).stream().map(e -> source(e).id()).toList();
    }

    /// Whether an edge repeats its operand to a larger shape; its gradient is summed back.
    public boolean isStretched(Edge edge) {
        return graph.source(edge).isStretch();
    }

    /// The edges of a vertex along which a gradient passes, in the order in which it does: by
    /// descending node and by slot.
    public List<Edge> flows(Adjoint adjoint, int vertex) {
        return edges(vertex).stream()
                .filter(e -> adjoint.flow(e).isPresent())
                .sorted(BACKWARD)
                .toList();
    }

    /// The leaves with a gradient inside a folded vertex.
    public List<Integer> leaves(Adjoint adjoint, int vertex) {
        return folded(vertex).isEmpty()
                ? List.of()
                : members(vertex).stream()
                        .filter(n -> n.isLeafWithGradient())
                        .map(Node::id)
                        .filter(id -> adjoint.gradient(id).isPresent())
                        .toList();
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

    /// Whether what an edge hands on is in no gradient in the end, since a mistaken pass overwrites
    /// it.
    public boolean isLost(Adjoint adjoint, Edge edge) {
        Edge last = edge;
        for (Node source = graph.source(last); source.isStretch(); source = graph.source(last)) {
            last = new Edge(source.id(), 0);
        }
        return adjoint.isLost(last);
    }

    /// Whether both draw the same of the same graph.
    @Override
    @SuppressWarnings("ReferenceEquality") // most often it is the very same graph
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof DrawnGraph that
                        && (graph == that.graph || graph.equals(that.graph))
                        && folding.equals(that.folding)
                        && vertexSet().equals(that.vertexSet());
    }

    @Override
    public int hashCode() {
        return graph.hashCode();
    }
}
