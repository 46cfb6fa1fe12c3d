package dev.backstep.optim;

/// The quantities that the step of an optimiser is written in; the settings among them in the order
/// in which they are listed.
public enum Quantity {
    /// W, before and after
    PARAMETER,
    /// ∂L/∂W, as the backward pass gives it
    GRADIENT,
    /// g, the gradient after clipping and with its penalty
    STEP_GRADIENT,
    /// v of momentum
    VELOCITY,
    /// m of Adam
    MEAN,
    /// v of Adam and of RMSprop
    MEAN_SQUARE,
    /// m̂, without the bias of the first steps
    UNBIASED_MEAN,
    /// v̂, without the bias of the first steps
    UNBIASED_MEAN_SQUARE,
    /// α
    RATE,
    /// μ
    MOMENTUM,
    /// β₁
    BETA_1,
    /// β₂
    BETA_2,
    /// ρ
    RHO,
    /// ε
    EPSILON,
    /// t, the number of the step, from 1
    NUMBER,
    /// δ of AdamW
    DECAY,
    /// λ
    PENALTY,
    /// c, the largest norm
    CLIP,
    /// ‖∇L‖, the norm of all gradients together
    NORM;

    /// Whether it is one number for all parameters: a setting, the number of the step, the norm.
    public boolean isSetting() {
        return compareTo(RATE) >= 0;
    }
}
