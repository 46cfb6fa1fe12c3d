package dev.backstep.onnx;

import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shapes of a model, from the outermost dimension.
final class Dims {

    /// More than any model has, and few enough to be compared with each other.
    private static final int MOST = 32;

    private Dims() {}

    /// How many elements a tensor has.
    ///
    /// @throws Refusal if a program could not hold them, or it has too many dimensions
    static int size(List<Integer> dims) {
        if (dims.size() > MOST) {
            throw new Refusal(Message.of("onnx.dimensions").with("most", MOST));
        }
        long size = 1;
        for (int dim : dims) {
            size *= dim;
            if (dim < 0 || size > Shape.MAX_ELEMENTS) {
                throw new Refusal(Message.of("onnx.elements"));
            }
        }
        return (int) size;
    }

    /// How many elements lie in the dimensions from `from` up to `to`.
    static int size(List<Integer> dims, int from, int to) {
        return size(dims.subList(from, to));
    }

    /// The shape that both are repeated to, as NumPy does; nothing if they do not fit.
    static Optional<List<Integer>> broadcast(List<Integer> a, List<Integer> b) {
        List<Integer> all = new ArrayList<>();
        int rank = Math.max(a.size(), b.size());
        for (int k = 0; k < rank; k++) {
            int left = at(a, k - (rank - a.size()));
            int right = at(b, k - (rank - b.size()));
            if (left != right && left != 1 && right != 1) {
                return Optional.empty();
            }
            all.add(left == 1 ? right : left);
        }
        return Optional.of(all);
    }

    private static int at(List<Integer> dims, int k) {
        return k < 0 ? 1 : dims.get(k);
    }

    /// As people write it: `2×3`, of a single number `()`.
    static String words(List<Integer> dims) {
        return dims.isEmpty()
                ? "()"
                : dims.size() == 1
                        ? "(" + dims.getFirst() + ")"
                        : String.join("×", dims.stream().map(String::valueOf).toList());
    }
}
