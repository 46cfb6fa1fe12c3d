package dev.backstep.onnx;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A tensor of the model, and what the program writes for it.
///
/// The program has its transpose: of a matrix samples × features the matrix features × samples, of
/// a row of numbers a column. A tensor of more dimensions stands flat, a column for each index of
/// its first dimension. The element order of the model, row by row, is column by column there.
final class Operand {

    /// Writes a leaf when it is first used.
    @FunctionalInterface
    interface Leaf {

        /// @param transposed whether as its transpose
        /// @return what an expression calls it
        String write(boolean transposed);
    }

    private final List<Integer> dims;
    private final @Nullable OnnxTensor numbers;
    private @Nullable Leaf leaf;
    private String text;
    private boolean isTransposed = true;

    private Operand(
            List<Integer> dims, String text, @Nullable Leaf leaf, @Nullable OnnxTensor numbers) {
        this.dims = List.copyOf(dims);
        this.text = text;
        this.leaf = leaf;
        this.numbers = numbers;
    }

    /// What an expression calls, already transposed.
    static Operand of(String text, List<Integer> dims) {
        return new Operand(dims, text, null, null);
    }

    /// Numbers that the file holds. A matrix is written as it is first needed, transposed or not.
    static Operand of(OnnxTensor numbers, Leaf leaf) {
        return new Operand(numbers.dims(), "", leaf, numbers);
    }

    List<Integer> dims() {
        return dims;
    }

    int rank() {
        return dims.size();
    }

    boolean isSingle() {
        return Dims.size(dims) == 1;
    }

    /// Rows of the matrix that the program has.
    int rows() {
        return dims.isEmpty() ? 1 : rank() == 1 ? dims.getFirst() : Dims.size(dims, 1, rank());
    }

    /// Columns of the matrix that the program has.
    int cols() {
        return rank() < 2 ? 1 : dims.getFirst();
    }

    /// Its numbers, if the file holds them.
    Optional<OnnxTensor> numbers() {
        return Optional.ofNullable(numbers);
    }

    /// The transpose, an operand of an expression.
    String transposed() {
        return text(true);
    }

    /// The tensor as the model has it, an operand of an expression; of a row of numbers the row.
    String straight() {
        return text(false);
    }

    private String text(boolean asTransposed) {
        if (leaf != null) {
            isTransposed = asTransposed || rank() < 2;
            text = leaf.write(isTransposed);
            leaf = null;
        }
        return asTransposed == isTransposed || isSingle() ? text : text + "'";
    }
}
