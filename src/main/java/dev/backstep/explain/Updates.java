package dev.backstep.explain;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Trace;
import dev.backstep.optim.Optimiser;
import dev.backstep.tensor.Tensor;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What the first step of a training makes of the parameters, after the backward pass.
///
/// A network may have millions of them: nothing is moved before one is asked for or [#prepare],
/// then all are at once, and each is kept. Any thread may ask.
public final class Updates {

    private final Optimiser optimiser;
    private final Mover mover;
    private final Adjoint adjoint;
    private final Trace trace;
    private final List<Integer> parameters;
    private final Map<Integer, Moved> kept = new HashMap<>();
    private @Nullable IntFunction<Moved> moved;
    private @Nullable Boolean stopped;

    /// Who moves the parameters: training itself.
    public interface Mover {

        /// Takes one step with all parameters at once.
        ///
        /// @param values of all parameters, by node
        /// @param gradients of those that have one
        /// @return what becomes of each
        IntFunction<Moved> move(Map<Integer, Tensor> values, Map<Integer, Tensor> gradients);
    }

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

    /// @param trace the values of the graph of `adjoint`
    Updates(Optimiser optimiser, Mover mover, Adjoint adjoint, Trace trace) {
        this(optimiser, mover, adjoint, trace, parameters(adjoint));
    }

    private Updates(
            Optimiser optimiser, Mover mover, Adjoint adjoint, Trace trace, List<Integer> parameters) {
        this.optimiser = optimiser;
        this.mover = mover;
        this.adjoint = adjoint;
        this.trace = trace;
        this.parameters = parameters;
    }

    /// The same with other numbers.
    Updates with(Trace changed) {
        return new Updates(optimiser, mover, adjoint, changed, parameters);
    }

    public Optimiser optimiser() {
        return optimiser;
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
        return kept.computeIfAbsent(parameter, p -> all().apply(p));
    }

    /// Moves all of them now: for a background thread, so that whoever asks need not wait.
    public synchronized void prepare() {
        parameters.forEach(this::of);
        moved = null;
    }

    private IntFunction<Moved> all() {
        if (moved == null) {
            IntFunction<Moved> step = mover.move(values(), gradients());
            moved = isStopped() ? p -> step.apply(p).staying(trace.value(p)) : step;
        }
        return moved;
    }

    private Map<Integer, Tensor> values() {
        Map<Integer, Tensor> values = new HashMap<>();
        for (Node node : trace.graph().nodes()) {
            if (isParameter(node)) {
                values.put(node.id(), trace.value(node.id()));
            }
        }
        return values;
    }

    private Map<Integer, Tensor> gradients() {
        Map<Integer, Tensor> gradients = new HashMap<>();
        parameters.forEach(p -> gradients.put(p, gradient(p)));
        return gradients;
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
