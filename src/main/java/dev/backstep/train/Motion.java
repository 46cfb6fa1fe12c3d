package dev.backstep.train;

/// An optimiser at work: the parameters it moves and what it remembers of the steps before.
final class Motion {

    private final Parameters parameters;
    private final double[] first;
    private final double[] second;
    private Optimiser optimiser;
    private long steps;
    private double firstCorrection = 1;
    private double secondCorrection = 1;

    /// Before the first step: nothing is remembered.
    Motion(Parameters parameters, Optimiser optimiser) {
        this(parameters, optimiser, new double[0], new double[0], 0);
    }

    private Motion(
            Parameters parameters,
            Optimiser optimiser,
            double[] first,
            double[] second,
            long steps) {
        this.parameters = parameters;
        this.optimiser = optimiser;
        int length = parameters.values().length;
        this.first = room(first, optimiser.states() > 0 ? length : 0);
        this.second = room(second, optimiser.states() > 1 ? length : 0);
        this.steps = steps;
    }

    private static double[] room(double[] kept, int length) {
        return kept.length == length ? kept.clone() : new double[length];
    }

    /// Moves every parameter once along its gradient.
    void step(Kernels kernels) {
        steps++;
        int end = parameters.size();
        int weights = optimiser.l2() == 0 ? 0 : parameters.weights();
        switch (optimiser) {
            case Optimiser.Sgd sgd -> {
                if (weights > 0) {
                    kernels.sgd(sgd, this, 0, weights, sgd.l2());
                }
                kernels.sgd(sgd, this, weights, end, 0);
            }
            case Optimiser.Adam adam -> {
                firstCorrection = 1 - Math.pow(adam.beta1(), steps);
                secondCorrection = 1 - Math.pow(adam.beta2(), steps);
                if (weights > 0) {
                    kernels.adam(adam, this, 0, weights, adam.l2());
                }
                kernels.adam(adam, this, weights, end, 0);
            }
        }
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

    /// The same for another set of parameters of the same layout.
    Motion copy(Parameters moved) {
        return new Motion(moved, optimiser, first, second, steps);
    }

    /// Remembers what `other`, of the same optimiser, remembers.
    void set(Motion other) {
        System.arraycopy(other.first, 0, first, 0, first.length);
        System.arraycopy(other.second, 0, second, 0, second.length);
        steps = other.steps;
    }

    double[] parameters() {
        return parameters.values();
    }

    double[] gradients() {
        return parameters.gradients();
    }

    double[] first() {
        return first;
    }

    double[] second() {
        return second;
    }

    long steps() {
        return steps;
    }

    double firstCorrection() {
        return firstCorrection;
    }

    double secondCorrection() {
        return secondCorrection;
    }
}
