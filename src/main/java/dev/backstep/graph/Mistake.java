package dev.backstep.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A mistake that learners make when they write backpropagation themselves; `set mistake = NAME`
/// computes backward with it.
public enum Mistake {
    /// `=` for `+=`: a node that is used twice keeps only the gradient that arrives last
    OVERWRITE,
    /// the gradients of the batch before are not cleared, so that those of the next one add to them
    NO_ZERO,
    /// the derivative of an activation is left out: upstream passes it as it is
    NO_SLOPE,
    /// a matrix for its transpose, in a product where the shapes still fit
    NO_TRANSPOSE,
    /// the 1/n of a mean is lost: its gradient is that of a sum
    NO_MEAN,
    /// ∂L/∂L is −1, so that every gradient has the wrong sign and training climbs
    SIGN,
    /// a parameter moves as soon as its gradient is known, before the layers below have used it
    EARLY_UPDATE;

    /// The name in a program: `no_slope`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// All names, in order.
    public static List<String> words() {
        return Arrays.stream(values()).map(Mistake::word).toList();
    }

    /// The mistake of that name.
    public static Optional<Mistake> named(String word) {
        return Arrays.stream(values()).filter(m -> m.word().equals(word)).findFirst();
    }

    /// Whether it goes wrong between one step of training and the next: without training it changes
    /// nothing.
    public boolean needsTraining() {
        return this == NO_ZERO || this == EARLY_UPDATE;
    }
}
