package dev.backstep.story;

import dev.backstep.tensor.Tensor;
import java.util.Optional;

/// The gradient of a matrix, as far as it has arrived, that a mistake makes another one.
///
/// @param is what it is with the mistake
/// @param right what it should be
public record OffGradient(int node, Tensor is, Tensor right) {

    /// Of a node, if it is a matrix whose gradient is off by now.
    public static Optional<OffGradient> of(Walkthrough w, int step, int node) {
        if (w.mistaken().isEmpty() || w.graph().node(node).shape().isScalar()) {
            return Optional.empty();
        }
        Optional<Tensor> is = Progress.at(w, step).gradient(node);
        Optional<Tensor> right = Progress.at(w.rightly(), step).gradient(node);
        return is.flatMap(i -> right.map(r -> new OffGradient(node, i, r)))
                .filter(o -> Mistaken.differ(o.right, o.is));
    }

    /// What is there less what should be.
    public Tensor by() {
        return is.zip(right, (wrong, rightly) -> wrong == rightly ? 0 : wrong - rightly);
    }
}
