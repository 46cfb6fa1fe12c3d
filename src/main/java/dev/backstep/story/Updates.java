package dev.backstep.story;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Mistake;
import dev.backstep.graph.Node;
import dev.backstep.graph.Trace;
import dev.backstep.graph.Unrolled;
import dev.backstep.optim.Biases;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.OptimiserMemory;
import dev.backstep.optim.StepGraph;
import dev.backstep.tensor.Tensor;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the next step of a training makes of the parameters, after the backward pass.
///
/// A network may have millions of them: none is moved before it is asked for or [#prepare], and
/// each is kept. Any thread may ask.
public final class Updates {

    private final Optimiser optimiser;
    private final OptimiserMemory memory;
    private final Adjoint adjoint;
    private final Trace trace;
    private final List<Integer> parameters;
    private final IntPredicate bias;
    private final Map<Integer, Moved> moved = new HashMap<>();
    private @Nullable Set<Integer> weights;
    private @Nullable Double norm;
    private @Nullable Boolean stopped;

    /// What becomes of a parameter.
    ///
    /// @param states what the optimiser remembers of it then, as many as [Optimiser#states]
    public record Moved(Tensor after, List<Tensor> states) {
        public Moved {
            states = List.copyOf(states);
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
        this(optimiser, memory, adjoint, trace, parameters(adjoint), p -> Biases.isBias(graph, p));
    }

    private Updates(
            Optimiser optimiser,
            OptimiserMemory memory,
            Adjoint adjoint,
            Trace trace,
            List<Integer> parameters,
            IntPredicate bias) {
        this.optimiser = optimiser;
        this.memory = memory;
        this.adjoint = adjoint;
        this.trace = trace;
        this.parameters = parameters;
        this.bias = bias;
    }

    /// The same with other numbers.
    Updates with(Trace changed) {
        return new Updates(optimiser, memory, adjoint, changed, parameters, bias);
    }

    /// The same for each number of the parameters by itself.
    ///
    /// @param opened of the opened graph, with its values
    Updates opened(Unrolled unrolled, Adjoint opened, Trace values) {
        OptimiserMemory numbers =
                new OptimiserMemory(
                        memory.steps(),
                        unrolled.leaves(memory.first()),
                        unrolled.leaves(memory.second()),
                        unrolled.leaves(memory.left()));
        return new Updates(
                optimiser,
                numbers,
                opened,
                values,
                parameters(opened),
                p -> bias.test(unrolled.origin(p)));
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
            List<Tensor> states = of(p).states();
            states.stream().findFirst().ifPresent(m -> first.put(p, m));
            states.stream().skip(1).findFirst().ifPresent(m -> second.put(p, m));
        }
        return new OptimiserMemory(number(), first, second, left());
    }

    /// The gradients, where the step leaves them for the next one.
    private Map<Integer, Tensor> left() {
        return adjoint.makes(Mistake.NO_ZERO)
                ? parameters.stream().collect(Collectors.toMap(p -> p, this::gradient))
                : Map.of();
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
        return moved.computeIfAbsent(
                parameter,
                p -> {
                    if (isStopped()) {
                        return new Moved(trace.value(p), remembered(p));
                    }
                    StepGraph step = step(p);
                    Trace taken = taken(p);
                    return new Moved(
                            taken.value(step.after()),
                            step.states().stream().map(taken::value).toList());
                });
    }

    /// Moves all of them now: for a background thread, so that whoever asks need not wait.
    public synchronized void prepare() {
        parameters.forEach(this::of);
    }

    /// The step that moves a parameter. Cost: nothing is moved.
    public StepGraph step(int parameter) {
        boolean weight = weights().contains(parameter);
        return StepGraph.of(optimiser, trace.value(parameter).shape(), weight);
    }

    /// The values of all nodes of [#step]. Cost: that of the step; nothing is kept.
    public Trace taken(int parameter) {
        return step(parameter)
                .trace(
                        new StepGraph.Before(
                                trace.value(parameter),
                                gradient(parameter),
                                remembered(parameter),
                                number(),
                                norm()));
    }

    /// What the optimiser remembers of a parameter before the step, as many as [Optimiser#states].
    public List<Tensor> remembered(int parameter) {
        return memory.of(parameter, optimiser.states(), trace.value(parameter).shape());
    }

    /// The norm of all gradients together; NaN where nothing is ever clipped.
    public synchronized double norm() {
        if (norm == null) {
            norm = optimiser.clip() == 0 ? Double.NaN : StepGraph.norm(gradients());
        }
        return norm;
    }

    /// In the order of training: of the weights, then of the biases.
    private List<Tensor> gradients() {
        Set<Integer> first = weights();
        return Stream.of(true, false)
                .flatMap(w -> parameters.stream().filter(p -> first.contains(p) == w))
                .map(this::gradient)
                .toList();
    }

    private synchronized Set<Integer> weights() {
        if (weights == null) {
            weights =
                    parameters.stream()
                            .filter(p -> !bias.test(p))
                            .collect(Collectors.toUnmodifiableSet());
        }
        return weights;
    }

    private Tensor gradient(int parameter) {
        return trace.value(adjoint.gradient(parameter).orElseThrow());
    }

    private static List<Integer> parameters(Adjoint adjoint) {
        return adjoint.graph().nodes().stream()
                .filter(n -> n.isParameter() && adjoint.gradient(n.id()).isPresent())
                .map(Node::id)
                .toList();
    }
}
