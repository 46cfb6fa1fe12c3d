package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What a program means.
///
/// @param output the node to differentiate
/// @param leaves the value of each leaf
/// @param names every name the program assigns, in order, and its node; two names may share a node
/// @param literals for each leaf the characters of its right side
public record Model(
        String text,
        Graph graph,
        int output,
        Map<Integer, Tensor> leaves,
        Map<String, Integer> names,
        Map<Integer, Span> literals) {

    /// The same program with another value for a leaf.
    ///
    /// @throws IllegalArgumentException, in words, where there is no such leaf or it has another shape
    public Model with(String name, Tensor value) {
        Integer id = names.get(name);
        if (id == null || !leaves.containsKey(id)) {
            throw new IllegalArgumentException("there is no input leaf named " + name);
        }
        Node leaf = graph.node(id);
        if (!leaf.shape().equals(value.shape())) {
            throw new IllegalArgumentException(name + " is " + leaf.shape() + ", the value given is " + value.shape());
        }
        Map<Integer, Tensor> changed = new HashMap<>(leaves);
        changed.put(id, value);
        return new Model(text, graph, output, changed, names, literals);
    }

    /// The value of a leaf.
    public Tensor leaf(int node) {
        return Objects.requireNonNull(leaves.get(node));
    }

    /// The text of the program with the right side of a scalar leaf replaced.
    public String withLiteral(int leaf, double value) {
        Span span = Objects.requireNonNull(literals.get(leaf));
        return text.substring(0, span.start()) + value + text.substring(span.end());
    }
}
