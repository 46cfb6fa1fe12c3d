package dev.backstep.compile.kernel;

import dev.backstep.optim.Optimiser;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The steps of the optimisers; what lies past the end is left alone.
final class VectorSteps {

    private static final VectorSpecies<Double> S = Lanes.SPECIES;
    private static final int L = S.length();

    private VectorSteps() {}

    static void sgd(double[] p, double[] g, int from, int to, double rate, double decay) {
        int k = from;
        for (; k <= to - L; k += L) {
            DoubleVector w = DoubleVector.fromArray(S, p, k);
            DoubleVector step = w.mul(decay).add(DoubleVector.fromArray(S, g, k));
            w.sub(step.mul(rate)).intoArray(p, k);
        }
        for (; k < to; k++) {
            p[k] -= rate * (g[k] + decay * p[k]);
        }
    }

    static void momentum(Optimiser.Sgd s, StepArrays state, int from, int to, double decay) {
        double[] p = state.parameters();
        double[] g = state.gradients();
        double[] v = state.first();
        for (int k = from; k < to; k += L) {
            VectorMask<Double> inside = S.indexInRange(k, to);
            DoubleVector w = DoubleVector.fromArray(S, p, k);
            DoubleVector step = w.mul(decay).add(DoubleVector.fromArray(S, g, k));
            step = step.add(DoubleVector.fromArray(S, v, k).mul(s.momentum()));
            step.intoArray(v, k, inside);
            w.sub(step.mul(s.rate())).intoArray(p, k, inside);
        }
    }

    static void adam(Optimiser.Adam s, StepArrays state, int from, int to, double decay) {
        double[] p = state.parameters();
        double[] g = state.gradients();
        double[] first = state.first();
        double[] second = state.second();
        double unbiased = 1 / state.firstCorrection();
        double spread = 1 / state.secondCorrection();
        for (int k = from; k < to; k += L) {
            VectorMask<Double> inside = S.indexInRange(k, to);
            DoubleVector w = DoubleVector.fromArray(S, p, k);
            DoubleVector step = w.mul(decay).add(DoubleVector.fromArray(S, g, k));
            DoubleVector m =
                    DoubleVector.fromArray(S, first, k).mul(s.beta1()).add(step.mul(1 - s.beta1()));
            DoubleVector v =
                    DoubleVector.fromArray(S, second, k)
                            .mul(s.beta2())
                            .add(step.mul(step).mul(1 - s.beta2()));
            m.intoArray(first, k, inside);
            v.intoArray(second, k, inside);
            DoubleVector mean = m.mul(unbiased).mul(s.rate());
            w.sub(mean.div(v.mul(spread).sqrt().add(s.eps()))).intoArray(p, k, inside);
        }
    }
}
