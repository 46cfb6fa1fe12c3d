package dev.backstep.graph;

import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// The values of all nodes of a graph.
public record Trace(Graph graph, List<Tensor> values) {

    public Trace {
        values = List.copyOf(values);
    }

    /// Evaluates a graph, in order.
    ///
    /// @param leaves the value of each leaf, by node id
    /// @throws IllegalArgumentException where a leaf has no value or one of another shape
    public static Trace of(Graph graph, Map<Integer, Tensor> leaves) {
        return of(graph, leaves, _ -> Optional.empty());
    }

    /// The same with the values of some nodes at hand: what has been computed by other loops stays
    /// as they rounded it.
    ///
    /// @param computed the value of a node that is no leaf, if it is known
    public static Trace of(
            Graph graph, Map<Integer, Tensor> leaves, IntFunction<Optional<Tensor>> computed) {
        List<Tensor> values = new ArrayList<>(graph.size());
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Leaf) {
                Tensor value = leaves.get(node.id());
                if (value == null || !value.shape().equals(node.shape())) {
                    throw new IllegalArgumentException(
                            "leaf "
                                    + node.name().orElse("?")
                                    + " needs a value of shape "
                                    + node.shape());
                }
                values.add(value);
            } else {
                Optional<Tensor> known = computed.apply(node.id());
                values.add(
                        known.isPresent()
                                ? known.get()
                                : Rules.value(node.op(), operands(node.inputs(), values)));
            }
        }
        return new Trace(graph, values);
    }

    /// Written out, since this runs once a node: a stream costs more than most ops.
    private static List<Tensor> operands(List<Integer> inputs, List<Tensor> values) {
        return switch (inputs.size()) {
            case 0 -> List.of();
            case 1 -> List.of(values.get(inputs.getFirst()));
            case 2 -> List.of(values.get(inputs.getFirst()), values.get(inputs.get(1)));
            default -> inputs.stream().map(values::get).toList();
        };
    }

    public Tensor value(int node) {
        return values.get(node);
    }
}
