package dev.backstep.story;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Trace;
import dev.backstep.optim.Biases;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.OptimiserMemory;
import dev.backstep.optim.StepGraph;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the next step of a training makes of the parameters, after the backward pass.
///
/// A network may have millions of them: nothing is moved before one is asked for or [#prepare],
/// then all are at once, and each is kept. Any thread may ask.
public final class Updates {

    private final Optimiser optimiser;
    private final OptimiserMemory memory;
    private final Graph graph;
    private final Adjoint adjoint;
    private final Trace trace;
    private final List<Integer> parameters;
    private @Nullable Map<Integer, Moved> moved;
    private @Nullable Boolean stopped;

    /// What becomes of a parameter.
    ///
    /// @param weight whether penalty and decay work on it: it is no bias
    /// @param norm of all gradients together; NaN where nothing is ever clipped
    /// @param factor what clipping multiplied its gradient by; 1 if nothing was clipped
    /// @param first what the optimiser remembers after the step: v of momentum and of RMSprop, m of
    ///   Adam
    /// @param second v of Adam
    public record Moved(
            Tensor after,
            boolean weight,
            double norm,
            double factor,
            Optional<Tensor> first,
            Optional<Tensor> second) {

        Moved staying(Tensor before) {
            return new Moved(before, weight, norm, factor, Optional.empty(), Optional.empty());
        }
    }

    /// @param memory of the steps before this one
    /// @param graph the program's own, without the gradients that make it longer
    /// @param trace the values of the graph of `adjoint`
    Updates(
            Optimiser optimiser,
            OptimiserMemory memory,
            Graph graph,
            Adjoint adjoint,
            Trace trace) {
        this(optimiser, memory, graph, adjoint, trace, parameters(adjoint));
    }

    private Updates(
            Optimiser optimiser,
            OptimiserMemory memory,
            Graph graph,
            Adjoint adjoint,
            Trace trace,
            List<Integer> parameters) {
        this.graph = graph;
        this.optimiser = optimiser;
        this.memory = memory;
        this.adjoint = adjoint;
        this.trace = trace;
        this.parameters = parameters;
    }

    /// The same with other numbers.
    Updates with(Trace changed) {
        return new Updates(optimiser, memory, graph, adjoint, changed, parameters);
    }

    public Optimiser optimiser() {
        return optimiser;
    }

    /// What the optimiser remembers before the step.
    public OptimiserMemory memory() {
        return memory;
    }

    /// The number of the step, from 1: the t of Adam.
    public long number() {
        return memory.steps() + 1;
    }

    /// What the optimiser remembers after the step; the same as before where training ends.
    public OptimiserMemory remembered() {
        if (isStopped()) {
            return memory;
        }
        Map<Integer, Tensor> first = new HashMap<>(memory.first());
        Map<Integer, Tensor> second = new HashMap<>(memory.second());
        for (int p : parameters) {
            of(p).first().ifPresent(m -> first.put(p, m));
            of(p).second().ifPresent(m -> second.put(p, m));
        }
        return new OptimiserMemory(number(), first, second);
    }

    /// The parameters that have a gradient, in the order of the graph.
    public List<Integer> parameters() {
        return parameters;
    }

    /// Whether a node is one of them.
    public boolean moves(int node) {
        return Collections.binarySearch(parameters, node) >= 0;
    }

    /// Whether nothing moves since the loss or a gradient is not finite: there training ends.
    public synchronized boolean isStopped() {
        if (stopped == null) {
            stopped =
                    !trace.value(adjoint.output()).isFinite()
                            || !parameters.stream().allMatch(p -> gradient(p).isFinite());
        }
        return stopped;
    }

    /// What becomes of a parameter; where training ends, it stays what it is.
    public synchronized Moved of(int parameter) {
        return Objects.requireNonNull(all().get(parameter));
    }

    /// Moves all of them now: for a background thread, so that whoever asks need not wait.
    public synchronized void prepare() {
        all();
    }

    private Map<Integer, Moved> all() {
        if (moved == null) {
            Map<Integer, Moved> step = step();
            if (isStopped()) {
                step.replaceAll((p, m) -> m.staying(trace.value(p)));
            }
            moved = step;
        }
        return moved;
    }

    /// The step as a graph of its own, over the parameters and their gradients as leaves: weights
    /// first, then biases, as training has them.
    private Map<Integer, Moved> step() {
        Map<Integer, Boolean> weights = new LinkedHashMap<>();
        parameters.stream()
                .filter(p -> !Biases.isBias(graph, p))
                .forEach(p -> weights.put(p, true));
        parameters.forEach(p -> weights.putIfAbsent(p, false));
        Graph.Builder b = Graph.builder();
        Map<Integer, Tensor> leaves = new HashMap<>();
        List<StepGraph.Parameter> before = new ArrayList<>();
        weights.forEach(
                (p, isWeight) -> {
                    List<Integer> states =
                            memory.of(p, optimiser.states(), trace.value(p).shape()).stream()
                                    .map(m -> leaf(b, m, leaves))
                                    .toList();
                    int value = leaf(b, trace.value(p), leaves);
                    int gradient = leaf(b, gradient(p), leaves);
                    before.add(new StepGraph.Parameter(value, gradient, isWeight, states));
                });
        StepGraph.Step step = StepGraph.append(b, optimiser, number(), before);
        return moved(weights, step, Trace.of(b.build(), leaves));
    }

    private static Map<Integer, Moved> moved(
            Map<Integer, Boolean> weights, StepGraph.Step step, Trace after) {
        double norm = step.norm().map(n -> after.value(n).item()).orElse(Double.NaN);
        double factor = step.factor().map(f -> after.value(f).item()).orElse(1.0);
        Map<Integer, Moved> all = new HashMap<>();
        for (int p : weights.keySet()) {
            StepGraph.Moved moved = step.parameters().get(all.size());
            List<Tensor> states = moved.states().stream().map(after::value).toList();
            all.put(
                    p,
                    new Moved(
                            after.value(moved.value()),
                            Boolean.TRUE.equals(weights.get(p)),
                            norm,
                            factor,
                            states.stream().findFirst(),
                            states.stream().skip(1).findFirst()));
        }
        return all;
    }

    private static int leaf(Graph.Builder b, Tensor value, Map<Integer, Tensor> leaves) {
        int id = b.leaf("leaf " + b.size(), Op.Role.CONST, value.shape());
        leaves.put(id, value);
        return id;
    }

    private Tensor gradient(int parameter) {
        return trace.value(adjoint.gradient(parameter).orElseThrow());
    }

    private static List<Integer> parameters(Adjoint adjoint) {
        return adjoint.graph().nodes().stream()
                .filter(n -> isParameter(n) && adjoint.gradient(n.id()).isPresent())
                .map(Node::id)
                .toList();
    }

    private static boolean isParameter(Node node) {
        return node.op() instanceof Op.Leaf(Op.Role role) && role == Op.Role.PARAM;
    }
}
