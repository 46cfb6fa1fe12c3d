package dev.backstep.explain;

/// The rule by which training moves parameters, as the lecture writes it.
public sealed interface Descent {

    /// The learning rate α.
    double rate();

    /// What a program calls it.
    String word();

    /// W ← W − α ∂L/∂W
    record Plain(double rate) implements Descent {
        @Override
        public String word() {
            return "sgd";
        }
    }

    /// v ← μv + ∂L/∂W; W ← W − αv
    record Momentum(double rate, double momentum) implements Descent {
        @Override
        public String word() {
            return "sgd";
        }
    }

    /// m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; W ← W − α·m̂/(√v̂ + ε) with m̂ = m/(1 − β₁ᵗ), v̂
    /// = v/(1 − β₂ᵗ)
    record Adam(double rate, double beta1, double beta2, double eps) implements Descent {
        @Override
        public String word() {
            return "adam";
        }
    }
}
