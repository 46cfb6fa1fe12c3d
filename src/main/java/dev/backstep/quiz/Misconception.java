package dev.backstep.quiz;

import java.util.Locale;
import java.util.Optional;

/// What learners get wrong, likelier ones first.
public enum Misconception {
    /// of the gradients that arrive one takes the place of the others
    REPLACED("overwrite"),
    /// what one or several edges hand on is missing in the sum
    EDGE_FORGOTTEN(""),
    /// what one or several paths carry is missing in the sum
    PATH_FORGOTTEN(""),
    /// the local gradient alone
    UPSTREAM_LEFT_OUT(""),
    /// the upstream gradient alone
    LOCAL_LEFT_OUT(""),
    /// the derivative of an activation left out somewhere on the way
    SLOPE_LEFT_OUT("no_slope"),
    /// divided by the local gradient
    LOCAL_INVERTED(""),
    /// an operand in the place of the other
    OPERANDS_SWAPPED(""),
    /// the derivative at the output of an op in the place of that at its operand
    SLOPE_AT_OUTPUT(""),
    /// another slope at a corner, as that of ReLU at 0
    OTHER_CORNER(""),
    /// the other sign, of all or of what one edge hands on
    SIGN("sign"),
    /// w in the place of wᵀ, or the whole transposed
    TRANSPOSED("no_transpose"),
    /// 1/B left out
    MEAN_LOST("no_mean"),
    /// 1/B taken twice
    MEAN_DOUBLED(""),
    /// a sum over a repeated operand left out: what one of its copies gets
    COPIES_NOT_SUMMED(""),
    /// what the batches before have left added
    LEFT_OVER("no_zero"),
    /// evaluated, forward and backward, with the parameters as the update leaves them
    NEW_VALUE(""),
    /// each parameter moved as soon as its own gradient is known
    MOVED_EARLY("early_update"),
    /// the value in the place of the gradient
    VALUE_FOR_GRADIENT(""),
    /// the gradient in the place of the value
    GRADIENT_FOR_VALUE(""),
    /// the value of an operand: the op itself left out
    OP_LEFT_OUT(""),
    /// another operation on the same operands, as a sum for a product
    OTHER_OPERATION(""),
    /// the shape of what the node hands on to, or of its operand
    OTHER_SHAPE(""),
    /// something that takes no gradient was chosen
    NO_GRADIENT_NEEDED(""),
    /// an edge forward in the place of those backward
    WRONG_DIRECTION(""),
    /// a product whose inner sizes differ
    SHAPES_MISFIT(""),
    /// a product that fits, but has other numbers
    FITS_BUT_WRONG("");

    private final String mistake;

    Misconception(String mistake) {
        this.mistake = mistake;
    }

    /// Whether both leave something out of a sum, so that naming one names the other.
    boolean isLike(Misconception other) {
        return this == other || isOfSums() && other.isOfSums();
    }

    private boolean isOfSums() {
        return this == REPLACED || this == EDGE_FORGOTTEN || this == PATH_FORGOTTEN;
    }

    /// What its texts are called by: `local_inverted`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What `set mistake` calls it, if it can be switched on.
    public Optional<String> mistake() {
        return mistake.isEmpty() ? Optional.empty() : Optional.of(mistake);
    }
}
