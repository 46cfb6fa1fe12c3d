package dev.backstep.optim;

/// How parameters move along their gradients: settings only.
///
/// A penalty λ/2·‖W‖² adds λW to the gradient of a weight and is never part of the loss that is
/// shown. Biases are not penalised (Goodfellow, Bengio, Courville, *Deep Learning*, 2016, section
/// 7.1).
///
/// Clipping scales all gradients together down to a norm before anything else is done with them: g
/// ← g·c/‖g‖ if ‖g‖ > c (Pascanu, Mikolov, Bengio, *On the difficulty of training recurrent neural
/// networks*, 2013, algorithm 1).
public sealed interface Optimiser {

    /// What a program calls it.
    String word();

    /// The learning rate α.
    double rate();

    /// The weight λ of the penalty.
    double l2();

    /// The largest norm of all gradients together; 0 if they are never scaled down.
    double clip();

    /// How many numbers of state each parameter needs.
    int states();

    Optimiser withRate(double rate);

    /// Stochastic gradient descent with momentum: v ← μv + g; W ← W − αv (Polyak, *Some methods of
    /// speeding up the convergence of iteration methods*, 1964; in this form Sutskever et al., *On
    /// the importance of initialization and momentum in deep learning*, 2013, eq. 1–2, with α taken
    /// out of v). Without momentum the lecture's W ← W − α ∂L/∂W.
    record Sgd(double rate, double momentum, double l2, double clip) implements Optimiser {
        public Sgd {
            requireAmount("rate", rate);
            requireShare("momentum", momentum);
            requireAmount("l2", l2);
            requireAmount("clip", clip);
        }

        /// Without clipping.
        public Sgd(double rate, double momentum, double l2) {
            this(rate, momentum, l2, 0);
        }

        @Override
        public String word() {
            return "sgd";
        }

        @Override
        public int states() {
            return momentum == 0 ? 0 : 1;
        }

        @Override
        public Sgd withRate(double newRate) {
            return new Sgd(newRate, momentum, l2, clip);
        }
    }

    /// Adam: m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; W ← W − α·m̂/(√v̂ + ε) with m̂ = m/(1 −
    /// β₁ᵗ), v̂ = v/(1 − β₂ᵗ) (Kingma and Ba, *Adam: A Method for Stochastic Optimization*, 2015,
    /// algorithm 1). The penalty goes through the moments with the gradient, as there; the
    /// decoupled decay is that of [AdamW].
    record Adam(double rate, double beta1, double beta2, double eps, double l2, double clip)
            implements Optimiser {
        public Adam {
            requireAmount("rate", rate);
            requireShare("beta1", beta1);
            requireShare("beta2", beta2);
            requireAmount("eps", eps);
            requireAmount("l2", l2);
            requireAmount("clip", clip);
        }

        /// Without clipping.
        public Adam(double rate, double beta1, double beta2, double eps, double l2) {
            this(rate, beta1, beta2, eps, l2, 0);
        }

        /// With the constants the paper recommends.
        public static Adam of(double rate) {
            return new Adam(rate, 0.9, 0.999, 1e-8, 0);
        }

        @Override
        public String word() {
            return "adam";
        }

        @Override
        public int states() {
            return 2;
        }

        @Override
        public Adam withRate(double newRate) {
            return new Adam(newRate, beta1, beta2, eps, l2, clip);
        }
    }

    /// Adam with decoupled decay: W ← (1 − αδ)·W for every weight, then the step of Adam
    /// (Loshchilov and Hutter, *Decoupled Weight Decay Regularization*, 2019, algorithm 2, with the
    /// rate as the factor of δ). Biases do not decay.
    ///
    /// @param decay δ
    record AdamW(Adam adam, double decay) implements Optimiser {
        public AdamW {
            requireAmount("decay", decay);
        }

        @Override
        public String word() {
            return "adamw";
        }

        @Override
        public double rate() {
            return adam.rate();
        }

        @Override
        public double l2() {
            return adam.l2();
        }

        @Override
        public double clip() {
            return adam.clip();
        }

        /// What a weight is multiplied by before the step of Adam.
        public double shrink() {
            return 1 - rate() * decay;
        }

        @Override
        public int states() {
            return adam.states();
        }

        @Override
        public AdamW withRate(double newRate) {
            return new AdamW(adam.withRate(newRate), decay);
        }
    }

    /// RMSprop: v ← ρv + (1 − ρ)g²; W ← W − α·g/(√v + ε) (Tieleman and Hinton, *Neural Networks for
    /// Machine Learning*, 2012, lecture 6.5).
    record RmsProp(double rate, double rho, double eps, double l2, double clip)
            implements Optimiser {
        public RmsProp {
            requireAmount("rate", rate);
            requireShare("rho", rho);
            requireAmount("eps", eps);
            requireAmount("l2", l2);
            requireAmount("clip", clip);
        }

        @Override
        public String word() {
            return "rmsprop";
        }

        @Override
        public int states() {
            return 1;
        }

        @Override
        public RmsProp withRate(double newRate) {
            return new RmsProp(newRate, rho, eps, l2, clip);
        }
    }

    private static void requireAmount(String name, double value) {
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be not negative");
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    name + " is " + value + "; it must be at least 0.0 and less than 1");
        }
    }
}
