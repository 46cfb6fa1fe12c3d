package dev.backstep.train;

/// How parameters move along their gradients: settings only; the state lies beside the parameters,
/// in [Motion].
///
/// The penalty λ/2·‖W‖² adds λW to the gradient of a weight and is never part of the loss that is
/// shown. Biases are not penalised (Goodfellow, Bengio, Courville, *Deep Learning*, 2016, section
/// 7.1).
public sealed interface Optimiser {

    /// The learning rate α.
    double rate();

    /// The weight λ of the penalty.
    double l2();

    /// How many numbers of state each parameter needs.
    int states();

    Optimiser withRate(double rate);

    /// Stochastic gradient descent with momentum: v ← μv + g; W ← W − αv (Polyak, *Some methods of
    /// speeding up the convergence of iteration methods*, 1964; in this form Sutskever et al., *On
    /// the importance of initialization and momentum in deep learning*, 2013, eq. 1–2, with α taken
    /// out of v). Without momentum the lecture's W ← W − α ∂L/∂W.
    record Sgd(double rate, double momentum, double l2) implements Optimiser {
        public Sgd {
            requireRange("rate", rate, 0, Double.MAX_VALUE);
            requireRange("momentum", momentum, 0, Math.nextDown(1.0));
            requireRange("l2", l2, 0, Double.MAX_VALUE);
        }

        @Override
        public int states() {
            return momentum == 0 ? 0 : 1;
        }

        @Override
        public Sgd withRate(double newRate) {
            return new Sgd(newRate, momentum, l2);
        }
    }

    /// Adam: m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; W ← W − α·m̂/(√v̂ + ε) with m̂ = m/(1 −
    /// β₁ᵗ), v̂ = v/(1 − β₂ᵗ) (Kingma and Ba, *Adam: A Method for Stochastic Optimization*, 2015,
    /// algorithm 1). The penalty goes through the moments with the gradient, as there; it is not
    /// the decoupled decay of AdamW.
    record Adam(double rate, double beta1, double beta2, double eps, double l2)
            implements Optimiser {
        public Adam {
            requireRange("rate", rate, 0, Double.MAX_VALUE);
            requireRange("beta1", beta1, 0, Math.nextDown(1.0));
            requireRange("beta2", beta2, 0, Math.nextDown(1.0));
            requireRange("eps", eps, 0, Double.MAX_VALUE);
            requireRange("l2", l2, 0, Double.MAX_VALUE);
        }

        /// With the constants the paper recommends.
        public static Adam of(double rate) {
            return new Adam(rate, 0.9, 0.999, 1e-8, 0);
        }

        @Override
        public int states() {
            return 2;
        }

        @Override
        public Adam withRate(double newRate) {
            return new Adam(newRate, beta1, beta2, eps, l2);
        }
    }

    private static void requireRange(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            String range =
                    high == Double.MAX_VALUE
                            ? "not negative"
                            : "at least " + low + " and less than 1";
            throw new IllegalArgumentException(name + " is " + value + "; it must be " + range);
        }
    }
}
