package dev.backstep.compile.kernel;

import dev.backstep.optim.Optimiser;

/// The steps of the optimisers in plain Java.
final class PlainSteps {

    private PlainSteps() {}

    static void sgd(Optimiser.Sgd s, StepArrays state, int from, int to, double decay) {
        double[] p = state.parameters();
        double[] g = state.gradients();
        double[] v = state.first();
        boolean momentum = s.momentum() != 0;
        for (int k = from; k < to; k++) {
            double step = g[k] + decay * p[k];
            if (momentum) {
                step += s.momentum() * v[k];
                v[k] = step;
            }
            p[k] -= s.rate() * step;
        }
    }

    static void adam(Optimiser.Adam s, StepArrays state, int from, int to, double decay) {
        double[] p = state.parameters();
        double[] g = state.gradients();
        double[] m = state.first();
        double[] v = state.second();
        double unbiased = 1 / state.firstCorrection();
        double spread = 1 / state.secondCorrection();
        for (int k = from; k < to; k++) {
            double step = g[k] + decay * p[k];
            m[k] = s.beta1() * m[k] + (1 - s.beta1()) * step;
            v[k] = s.beta2() * v[k] + (1 - s.beta2()) * (step * step);
            p[k] -= s.rate() * (unbiased * m[k]) / (Math.sqrt(spread * v[k]) + s.eps());
        }
    }

    static void rmsProp(Optimiser.RmsProp s, StepArrays state, int from, int to, double decay) {
        double[] p = state.parameters();
        double[] g = state.gradients();
        double[] v = state.first();
        for (int k = from; k < to; k++) {
            double step = g[k] + decay * p[k];
            v[k] = s.rho() * v[k] + (1 - s.rho()) * (step * step);
            p[k] -= s.rate() * step / (Math.sqrt(v[k]) + s.eps());
        }
    }
}
