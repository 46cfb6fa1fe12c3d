package dev.backstep.train;

import dev.backstep.compile.Parameters;
import dev.backstep.compile.kernel.Kernels;
import dev.backstep.compile.kernel.StepArrays;
import dev.backstep.optim.Optimiser;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import dev.backstep.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// An optimiser at work: the parameters it moves and what it remembers of the steps before.
final class OptimiserState {

    private final Parameters parameters;
    private final StepArrays arrays;
    private final ParameterHalves halves;
    private final Strided gradients;
    private final Strided gradientSum = Strided.zeros(Shape.SCALAR);
    private Optimiser optimiser;
    private long steps;
    private double[] scaled = new double[0];

    /// The gradients that the last step has left; no room where they are cleared.
    private final double[] left;

    /// Before the first step: nothing is remembered.
    OptimiserState(Parameters parameters, Optimiser optimiser) {
        this(parameters, optimiser, false);
    }

    /// The same.
    ///
    /// @param leaves whether gradients are left over, not cleared
    OptimiserState(Parameters parameters, Optimiser optimiser, boolean leaves) {
        this(
                parameters,
                optimiser,
                new double[0],
                new double[0],
                new double[leaves ? parameters.values().length : 0],
                0);
    }

    private OptimiserState(
            Parameters parameters,
            Optimiser optimiser,
            double[] first,
            double[] second,
            double[] left,
            long steps) {
        this.parameters = parameters;
        this.optimiser = optimiser;
        int length = parameters.values().length;
        this.arrays =
                new StepArrays(
                        parameters.values(),
                        parameters.gradients(),
                        room(first, optimiser.states() > 0 ? length : 0),
                        room(second, optimiser.states() > 1 ? length : 0));
        this.steps = steps;
        this.left = left.clone();
        this.halves = new ParameterHalves(parameters, this);
        Shape all = new Shape(1, Math.max(1, parameters.size()));
        this.gradients = Strided.of(parameters.gradients(), 0, all);
    }

    private static double[] room(double[] kept, int length) {
        return kept.length == length ? kept.clone() : new double[length];
    }

    /// Moves every parameter once along its gradient.
    void step(Kernels kernels) {
        steps++;
        clip();
        if (adam() instanceof Optimiser.Adam adam) {
            arrays.correct(1 - Math.pow(adam.beta1(), steps), 1 - Math.pow(adam.beta2(), steps));
        }
        if (halves.areShared(kernels)) {
            halves.step(kernels);
        } else {
            step(kernels, 0, parameters.size());
        }
        System.arraycopy(parameters.gradients(), 0, left, 0, left.length);
    }

    private Optimiser adam() {
        return optimiser instanceof Optimiser.AdamW w ? w.adam() : optimiser;
    }

    /// Scales all gradients together down to the norm that is asked for: a copy of them, so that
    /// what the backward pass gave can still be read. One thread adds the squares up in one order,
    /// whatever the loops and the cores, so that every run gives the same.
    private void clip() {
        arrays.along(parameters.gradients());
        if (optimiser.clip() > 0) {
            double norm = norm();
            if (norm > optimiser.clip()) {
                double factor = optimiser.clip() / norm;
                if (scaled.length == 0) {
                    scaled = new double[parameters.gradients().length];
                }
                for (int k = 0; k < parameters.size(); k++) {
                    scaled[k] = factor * parameters.gradients()[k];
                }
                arrays.along(scaled);
            }
        }
    }

    /// Of each parameter by itself the sum of squares, then of those the sum.
    private double norm() {
        double all = 0;
        for (Parameters.Place place : parameters.places()) {
            double sum = 0;
            for (int k = place.at(); k < place.end(); k++) {
                sum += parameters.gradients()[k] * parameters.gradients()[k];
            }
            all += sum;
        }
        return Math.sqrt(all);
    }

    /// Moves the parameters from `from` to `to`; the penalty is on weights alone.
    void step(Kernels kernels, int from, int to) {
        boolean same = optimiser.l2() == 0 && !(optimiser instanceof Optimiser.AdamW);
        int weights = same ? 0 : parameters.weights();
        int split = Math.clamp(weights, from, to);
        if (from < split) {
            shrink(from, split);
            step(kernels, from, split, optimiser.l2());
        }
        if (split < to) {
            step(kernels, split, to, 0);
        }
    }

    /// The decay of AdamW.
    private void shrink(int from, int to) {
        if (optimiser instanceof Optimiser.AdamW w) {
            double by = w.shrink();
            double[] p = parameters.values();
            for (int k = from; k < to; k++) {
                p[k] *= by;
            }
        }
    }

    private void step(Kernels kernels, int from, int to, double decay) {
        switch (optimiser) {
            case Optimiser.Sgd sgd -> kernels.sgd(sgd, arrays, from, to, decay);
            case Optimiser.Adam adam -> kernels.adam(adam, arrays, from, to, decay);
            case Optimiser.AdamW w -> kernels.adam(w.adam(), arrays, from, to, decay);
            case Optimiser.RmsProp rms -> kernels.rmsProp(rms, arrays, from, to, decay);
        }
    }

    /// The sum of all gradients, which is finite where they all are.
    double gradientSum(Kernels kernels) {
        if (halves.areShared(kernels)) {
            return halves.gradientSum(kernels);
        }
        kernels.sum(gradients, 1, gradientSum);
        return gradientSum.get(0, 0);
    }

    Optimiser optimiser() {
        return optimiser;
    }

    /// Another learning rate or penalty for the steps to come; what is remembered stays.
    ///
    /// @throws IllegalArgumentException where the new optimiser remembers something else
    void adjust(Optimiser changed) {
        if (changed.getClass() != optimiser.getClass() || changed.states() != optimiser.states()) {
            throw new IllegalArgumentException("another optimiser needs a new run");
        }
        optimiser = changed;
    }

    /// What the optimiser remembers of a parameter.
    List<Tensor> states(Parameters.Place p) {
        return Stream.of(arrays.first(), arrays.second())
                .limit(optimiser.states())
                .map(kept -> Strided.of(kept, p.at(), p.shape()).toTensor())
                .toList();
    }

    /// The gradients that the last step has left, in the layout of the parameters.
    double[] left() {
        return left;
    }

    /// All arrays in which something is remembered.
    private Stream<double[]> kept() {
        Stream<double[]> own = Stream.of(arrays.first(), arrays.second()).limit(optimiser.states());
        return left.length == 0 ? own : Stream.concat(own, Stream.of(left));
    }

    /// What is remembered of each parameter, by name: of the optimiser, then what is left over.
    Map<String, List<Tensor>> remembered() {
        Map<String, List<Tensor>> remembered = new LinkedHashMap<>();
        for (Parameters.Place p : parameters.places()) {
            remembered.put(
                    p.name(),
                    kept().map(kept -> Strided.of(kept, p.at(), p.shape()).toTensor()).toList());
        }
        return remembered;
    }

    /// Remembers what was remembered when a state was taken.
    ///
    /// @throws IllegalArgumentException if that was another optimiser, or other parameters
    void remember(TrainingState state) {
        for (Parameters.Place p : parameters.places()) {
            List<Tensor> kept = state.remembered().getOrDefault(p.name(), List.of());
            List<double[]> arrays = kept().toList();
            if (kept.size() != arrays.size()) {
                throw new IllegalArgumentException("another optimiser needs a new run");
            }
            for (int k = 0; k < kept.size(); k++) {
                parameters.put(kept.get(k), p, arrays.get(k));
            }
        }
        steps = state.steps();
    }

    /// The same for another set of parameters of the same layout.
    OptimiserState copy(Parameters moved) {
        return new OptimiserState(moved, optimiser, arrays.first(), arrays.second(), left, steps);
    }

    /// Remembers what `other`, of the same kind of optimiser, remembers, and steps as it does.
    void set(OptimiserState other) {
        System.arraycopy(other.arrays.first(), 0, arrays.first(), 0, arrays.first().length);
        System.arraycopy(other.arrays.second(), 0, arrays.second(), 0, arrays.second().length);
        System.arraycopy(other.left, 0, left, 0, left.length);
        steps = other.steps;
        optimiser = other.optimiser;
    }

    Parameters parameters() {
        return parameters;
    }

    long steps() {
        return steps;
    }
}
