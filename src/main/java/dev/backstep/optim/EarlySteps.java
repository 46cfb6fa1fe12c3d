package dev.backstep.optim;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.BackwardPass;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Slip.Carried;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a backward pass needs of training for the mistakes that mix the two up: the step of an
/// optimiser inside the pass, and the values of the leaves that carry over from step to step.
public final class EarlySteps {

    private EarlySteps() {}

    /// Moves parameters of `graph` inside its backward pass. With clipping no parameter can move
    /// before all gradients are known.
    public static BackwardPass.Mover of(Optimiser optimiser, Graph graph) {
        return (builder, parameter, gradient, carried) ->
                optimiser.clip() > 0
                        ? Optional.empty()
                        : Optional.of(
                                append(
                                        step(optimiser, graph, parameter),
                                        builder,
                                        parameter,
                                        gradient,
                                        carried));
    }

    private static StepGraph step(Optimiser optimiser, Graph graph, int parameter) {
        Shape shape = graph.node(parameter).shape();
        return StepGraph.of(optimiser, shape, !Biases.isBias(graph, parameter));
    }

    private static int append(
            StepGraph step,
            Graph.Builder builder,
            int parameter,
            int gradient,
            Map<Integer, Carried> carried) {
        int[] ids = new int[step.graph().size()];
        for (Node node : step.graph().nodes()) {
            ids[node.id()] =
                    switch (node.op()) {
                        case Op.Leaf _ -> {
                            Quantity quantity = step.quantity(node.id());
                            yield switch (quantity) {
                                case PARAMETER -> parameter;
                                case GRADIENT -> gradient;
                                default -> leaf(quantity, node, builder, parameter, carried);
                            };
                        }
                        case Op.Constant(Tensor value) -> builder.constant(value);
                        default ->
                                builder.add(
                                        node.op(),
                                        node.inputs().stream().mapToInt(i -> ids[i]).toArray());
                    };
        }
        return ids[step.after()];
    }

    private static int leaf(
            Quantity quantity,
            Node node,
            Graph.Builder builder,
            int parameter,
            Map<Integer, Carried> carried) {
        String name = builder.node(parameter).name().orElse("") + " " + quantity.name();
        int leaf = builder.leaf(name, Op.Role.CONST, node.shape());
        carried.put(leaf, new Carried(parameter, quantity.name()));
        return leaf;
    }

    /// Evaluates a graph and its adjoint before the first step of training.
    ///
    /// @param leaves the value of each leaf of `graph`
    public static Trace trace(
            Graph graph,
            Adjoint adjoint,
            Map<Integer, Tensor> leaves,
            Optional<Optimiser> optimiser) {
        Map<Integer, Tensor> all = new HashMap<>(leaves);
        all.putAll(carried(graph, adjoint, optimiser, OptimiserMemory.EMPTY));
        return Trace.of(adjoint.graph(), all);
    }

    /// The values of all leaves that `adjoint` has beyond those of `graph`, before the step that
    /// comes after those that are remembered.
    public static Map<Integer, Tensor> carried(
            Graph graph, Adjoint adjoint, Optional<Optimiser> optimiser, OptimiserMemory memory) {
        Map<Integer, Tensor> values = new HashMap<>();
        adjoint.slip()
                .ifPresent(
                        slip ->
                                slip.carried()
                                        .forEach(
                                                (leaf, of) ->
                                                        values.put(
                                                                leaf,
                                                                value(
                                                                        graph, of, optimiser,
                                                                        memory))));
        return values;
    }

    private static Tensor value(
            Graph graph, Carried of, Optional<Optimiser> optimiser, OptimiserMemory memory) {
        Shape shape = graph.node(of.parameter()).shape();
        if (of.quantity().equals(Carried.LEFT_OVER)) {
            return memory.left().getOrDefault(of.parameter(), Tensor.full(shape, 0));
        }
        Optimiser by = optimiser.orElseThrow();
        Tensor none = Tensor.full(shape, 0);
        List<Tensor> states = memory.of(of.parameter(), by.states(), shape);
        return StepGraph.given(
                by,
                Quantity.valueOf(of.quantity()),
                new StepGraph.Before(none, none, states, memory.steps() + 1, Double.NaN));
    }
}
