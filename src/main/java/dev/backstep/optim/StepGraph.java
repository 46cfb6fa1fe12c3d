package dev.backstep.optim;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One step of an optimiser as nodes of a graph, appended after the gradients: W, ∂L/∂W and what is
/// remembered become W′ and what is remembered then.
///
/// The nodes round as the loops of training do, in the same order, so that both give the same, bit
/// for bit.
public final class StepGraph {

    /// A parameter before the step, by nodes.
    ///
    /// @param isWeight whether penalty and decay work on it: it is no bias
    /// @param states what the optimiser remembers of it, as many as [Optimiser#states]
    public record Parameter(int value, int gradient, boolean isWeight, List<Integer> states) {
        public Parameter {
            states = List.copyOf(states);
        }
    }

    /// A parameter after the step, by nodes.
    ///
    /// @param states what is remembered then, in the same order
    public record Moved(int value, List<Integer> states) {
        public Moved {
            states = List.copyOf(states);
        }
    }

    /// What a step made.
    ///
    /// @param parameters after the step, in the order they were given
    /// @param norm the norm of all gradients together, and
    /// @param factor what each of them is multiplied by; nothing where nothing is ever clipped
    public record Step(List<Moved> parameters, Optional<Integer> norm, Optional<Integer> factor) {
        public Step {
            parameters = List.copyOf(parameters);
        }
    }

    private final Graph.Builder b;
    private final Optimiser optimiser;
    private final long steps;

    private Optional<Integer> norm = Optional.empty();
    private Optional<Integer> factor = Optional.empty();

    private StepGraph(Graph.Builder builder, Optimiser optimiser, long steps) {
        this.b = builder;
        this.optimiser = optimiser;
        this.steps = steps;
    }

    /// Appends a step with all parameters, which clipping measures together, in their order.
    ///
    /// @param steps the number of this step, from 1: the t of Adam
    public static Step append(
            Graph.Builder builder, Optimiser optimiser, long steps, List<Parameter> parameters) {
        StepGraph step = new StepGraph(builder, optimiser, steps);
        List<Integer> gradients = step.clipped(parameters);
        List<Moved> moved = new ArrayList<>();
        for (int k = 0; k < parameters.size(); k++) {
            moved.add(step.move(parameters.get(k), gradients.get(k)));
        }
        return new Step(moved, step.norm, step.factor);
    }

    /// The gradients, scaled by min(1, c/‖g‖) if there is a c.
    private List<Integer> clipped(List<Parameter> parameters) {
        List<Integer> gradients = parameters.stream().map(Parameter::gradient).toList();
        if (optimiser.clip() == 0 || gradients.isEmpty()) {
            return gradients;
        }
        int squares = sumOfSquares(gradients.getFirst());
        for (int gradient : gradients.subList(1, gradients.size())) {
            squares = b.add(Binary.ADD, squares, sumOfSquares(gradient));
        }
        int all = b.add(Unary.SQRT, squares);
        int share = b.add(Binary.DIV, b.constant(optimiser.clip()), all);
        int scale = b.add(Binary.MIN, b.constant(1), share);
        norm = Optional.of(all);
        factor = Optional.of(scale);
        return gradients.stream().map(g -> b.broadcast(Binary.MUL, scale, g)).toList();
    }

    private int sumOfSquares(int gradient) {
        int squares = b.add(Unary.SQUARE, gradient);
        return b.shape(squares).isScalar() ? squares : b.sum(squares, Shape.SCALAR);
    }

    private Moved move(Parameter p, int gradient) {
        int from =
                optimiser instanceof Optimiser.AdamW w && p.isWeight()
                        ? times(w.shrink(), p.value())
                        : p.value();
        boolean penalised = p.isWeight() && optimiser.l2() != 0;
        int g = penalised ? b.add(Binary.ADD, gradient, times(optimiser.l2(), from)) : gradient;
        return switch (optimiser) {
            case Optimiser.Sgd sgd when sgd.momentum() == 0 ->
                    new Moved(minus(from, times(sgd.rate(), g)), List.of());
            case Optimiser.Sgd sgd -> {
                int v = b.add(Binary.ADD, g, times(sgd.momentum(), p.states().getFirst()));
                yield new Moved(minus(from, times(sgd.rate(), v)), List.of(v));
            }
            case Optimiser.Adam adam -> adam(adam, from, g, p.states());
            case Optimiser.AdamW w -> adam(w.adam(), from, g, p.states());
            case Optimiser.RmsProp rms -> {
                int v = mean(rms.rho(), p.states().getFirst(), b.add(Unary.SQUARE, g));
                int root = plus(b.add(Unary.SQRT, v), rms.eps());
                int step = b.add(Binary.DIV, times(rms.rate(), g), root);
                yield new Moved(minus(from, step), List.of(v));
            }
        };
    }

    private Moved adam(Optimiser.Adam adam, int from, int g, List<Integer> states) {
        int m = mean(adam.beta1(), states.getFirst(), g);
        int v = mean(adam.beta2(), states.get(1), b.add(Unary.SQUARE, g));
        double rate = adam.rate() / (1 - Math.pow(adam.beta1(), steps));
        double spread = 1 / (1 - Math.pow(adam.beta2(), steps));
        int root = plus(b.add(Unary.SQRT, times(spread, v)), adam.eps());
        int step = b.add(Binary.DIV, times(rate, m), root);
        return new Moved(minus(from, step), List.of(m, v));
    }

    /// βs + (1 − β)x
    private int mean(double beta, int state, int x) {
        return b.add(Binary.ADD, times(beta, state), times(1 - beta, x));
    }

    private int times(double factor, int x) {
        return b.broadcast(Binary.MUL, b.constant(factor), x);
    }

    private int plus(int x, double summand) {
        return b.broadcast(Binary.ADD, x, b.constant(summand));
    }

    private int minus(int from, int step) {
        return b.add(Binary.SUB, from, step);
    }
}
