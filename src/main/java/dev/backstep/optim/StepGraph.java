package dev.backstep.optim;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The step of an optimiser on one parameter as a graph: W, ∂L/∂W and what is remembered become W′
/// and what is remembered then. Numbers and formulas are read from its nodes.
///
/// The nodes round as the loops of training do, in the same order, so that both give the same, bit
/// for bit.
///
/// @param quantities what nodes are called: each leaf, and each node that is a line of its own. Two
///   nodes of the same quantity are that quantity before and after
/// @param settings the value of each leaf that is a setting of the optimiser
/// @param gradient the gradient that the step follows: after clipping and with its penalty
/// @param lines the nodes that the rule names, in order; the last is W′
/// @param states what is remembered after the step, as many as [Optimiser#states]
public record StepGraph(
        Graph graph,
        Map<Integer, Quantity> quantities,
        Map<Integer, Double> settings,
        int gradient,
        List<Integer> lines,
        List<Integer> states) {

    /// What a step starts from.
    ///
    /// @param states what the optimiser remembers of the parameter
    /// @param number the number of the step, from 1: the t of Adam
    /// @param norm of all gradients together; any number where nothing is ever clipped
    public record Before(
            Tensor value, Tensor gradient, List<Tensor> states, long number, double norm) {
        public Before {
            states = List.copyOf(states);
        }
    }

    public StepGraph {
        quantities = Map.copyOf(quantities);
        settings = Map.copyOf(settings);
        lines = List.copyOf(lines);
        states = List.copyOf(states);
    }

    /// The step of a parameter of this shape.
    ///
    /// @param isWeight whether penalty and decay work on it: it is no bias
    public static StepGraph of(Optimiser optimiser, Shape shape, boolean isWeight) {
        return StepBuilder.of(optimiser, shape, isWeight);
    }

    /// The parameter after the step.
    public int after() {
        return lines.getLast();
    }

    /// Whether the step depends on this quantity.
    public boolean uses(Quantity quantity) {
        return quantities.containsValue(quantity);
    }

    /// Whether a line replaces a quantity by a new value: `v ← μv + g`.
    public boolean isAssigned(int line) {
        return quantities.entrySet().stream()
                .anyMatch(e -> e.getKey() < line && e.getValue() == quantities.get(line));
    }

    /// Takes the step.
    public Trace trace(Before before) {
        Map<Integer, Tensor> leaves = new HashMap<>();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Leaf) {
                leaves.put(node.id(), leaf(node.id(), before));
            }
        }
        return Trace.of(graph, leaves);
    }

    private Tensor leaf(int id, Before before) {
        return given(quantity(id), before);
    }

    /// What a node is called that has a name.
    Quantity quantity(int id) {
        return Objects.requireNonNull(quantities.get(id));
    }

    /// What a quantity is before the step of an optimiser: one that it remembers, a setting, or the
    /// number of the step.
    public static Tensor given(Optimiser optimiser, Quantity quantity, Before before) {
        return of(optimiser, before.value().shape(), true).given(quantity, before);
    }

    private Tensor given(Quantity quantity, Before before) {
        return switch (quantity) {
            case PARAMETER -> before.value();
            case GRADIENT -> before.gradient();
            case VELOCITY, MEAN -> before.states().getFirst();
            case MEAN_SQUARE -> before.states().getLast();
            case NUMBER -> Tensor.scalar(before.number());
            case NORM -> Tensor.scalar(before.norm());
            case RATE, MOMENTUM, BETA_1, BETA_2, RHO, EPSILON, DECAY, PENALTY, CLIP ->
                    Tensor.scalar(setting(quantity));
            case STEP_GRADIENT, UNBIASED_MEAN, UNBIASED_MEAN_SQUARE ->
                    throw new IllegalStateException("it is computed");
        };
    }

    private double setting(Quantity quantity) {
        return settings.entrySet().stream()
                .filter(s -> quantities.get(s.getKey()) == quantity)
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /// The norm of all gradients together: of each by itself the sum of squares, then of those the
    /// sum.
    ///
    /// @param gradients in the order in which training has them: weights first, then biases
    public static double norm(List<Tensor> gradients) {
        Graph.Builder b = Graph.builder();
        Map<Integer, Tensor> leaves = new HashMap<>();
        int all = b.constant(0);
        for (Tensor gradient : gradients) {
            int leaf = b.leaf("gradient " + b.size(), Op.Role.CONST, gradient.shape());
            leaves.put(leaf, gradient);
            all = b.add(Binary.ADD, all, b.sum(b.add(Unary.SQUARE, leaf), Shape.SCALAR));
        }
        int norm = b.add(Unary.SQRT, all);
        return Trace.of(b.build(), leaves).value(norm).item();
    }
}
