package dev.backstep.quiz;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Rules;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The forward pass of a program with some nodes or edges bent, differentiated by central
/// differences: what a mistaken backward pass gives, without any backward pass.
///
/// Where a mistake takes 1 for the slope of z = f(a), bent z is z₀ + (a − a₀): it has the value of
/// z, and that slope. No rule of the program's own backward pass is used.
final class Bent {

    private static final double STEP = 1e-5;

    private final Walkthrough w;
    private final Map<Integer, UnaryOperator<List<Tensor>>> nodes = new HashMap<>();
    private final Map<Edge, UnaryOperator<Tensor>> edges = new HashMap<>();

    Bent(Walkthrough w) {
        this.w = w;
    }

    /// A node that is its value plus this function of how far its operands have moved.
    Bent node(int id, UnaryOperator<List<Tensor>> moved) {
        nodes.put(id, moved);
        return this;
    }

    /// An edge that brings its operand's value plus this function of how far that has moved.
    Bent edge(Edge edge, UnaryOperator<Tensor> moved) {
        edges.put(first(edge), moved);
        return this;
    }

    /// The part of a drawn edge next to its source.
    private Edge first(Edge edge) {
        Edge last = edge;
        Graph graph = w.graph();
        for (Node source = graph.source(last); source.isStretch(); source = graph.source(last)) {
            last = new Edge(source.id(), 0);
        }
        return last;
    }

    /// ∂output/∂node.
    Tensor slope(int node) {
        Tensor at = w.value(node);
        return Tensor.generate(
                at.shape(),
                k -> {
                    double up = output(node, at.with(k, at.at(k) + STEP));
                    double down = output(node, at.with(k, at.at(k) - STEP));
                    return (up - down) / (2 * STEP);
                });
    }

    private double output(int moved, Tensor to) {
        List<Tensor> values = new ArrayList<>();
        for (Node node : w.graph().nodes()) {
            values.add(
                    node.id() == moved
                            ? to
                            : node.isSource() ? w.value(node.id()) : value(node, values));
            if (node.id() == w.output()) {
                return values.getLast().item();
            }
        }
        throw new IllegalStateException("no output");
    }

    private Tensor value(Node node, List<Tensor> values) {
        List<Tensor> in = new ArrayList<>();
        for (int slot = 0; slot < node.inputs().size(); slot++) {
            int source = node.inputs().get(slot);
            Tensor now = values.get(source);
            in.add(
                    Optional.ofNullable(edges.get(new Edge(node.id(), slot)))
                            .map(bend -> plus(w.value(source), bend.apply(moved(source, now))))
                            .orElse(now));
        }
        UnaryOperator<List<Tensor>> bend = nodes.get(node.id());
        if (bend == null) {
            return Rules.value(node.op(), in);
        }
        List<Tensor> moved = new ArrayList<>();
        for (int slot = 0; slot < in.size(); slot++) {
            moved.add(moved(node.inputs().get(slot), in.get(slot)));
        }
        return plus(w.value(node.id()), bend.apply(moved).getFirst());
    }

    private Tensor moved(int node, Tensor now) {
        return now.zip(w.value(node), (a, b) -> a - b);
    }

    static Tensor plus(Tensor a, Tensor b) {
        return a.zip(b, Double::sum);
    }

    /// The slope of an element-wise op for one operand, by central differences.
    static Tensor local(Walkthrough w, Node node, int slot) {
        List<Tensor> up = new ArrayList<>();
        List<Tensor> down = new ArrayList<>();
        for (int k = 0; k < node.inputs().size(); k++) {
            Tensor at = w.value(node.inputs().get(k));
            up.add(k == slot ? at.map(x -> x + STEP) : at);
            down.add(k == slot ? at.map(x -> x - STEP) : at);
        }
        return Rules.value(node.op(), up)
                .zip(Rules.value(node.op(), down), (a, b) -> (a - b) / (2 * STEP));
    }
}
