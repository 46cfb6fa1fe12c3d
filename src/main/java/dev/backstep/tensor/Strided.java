package dev.backstep.tensor;

import java.util.Arrays;

/// Where a matrix lies: element (i, j) is `data[at + i·down + j·across]`.
///
/// A transpose swaps the two strides, a stretch sets one to 0: neither moves a number.
public record Strided(double[] data, int at, int rows, int cols, int down, int across) {

    /// Room at the end of every array, so that two vectors may be read from the last element of a
    /// matrix.
    public static final int SLACK = 16;

    /// Where the elements of an array begin that fills whole vectors: after the 16 bytes of its
    /// header, this is the start of a cache line, if Java lays objects at cache lines
    /// (`-XX:ObjectAlignmentInBytes=64`); a vector that lies in two takes twice as long to read.
    public static final int START = 6;

    /// Row by row, without gaps.
    public static Strided of(double[] data, int at, Shape shape) {
        return new Strided(data, at, shape.rows(), shape.cols(), shape.cols(), 1);
    }

    public static Strided of(Tensor value) {
        Strided view = zeros(value.shape());
        System.arraycopy(value.toArray(), 0, view.data, view.at, value.size());
        return view;
    }

    public static Strided zeros(Shape shape) {
        return of(new double[START + Math.toIntExact(shape.size()) + SLACK], START, shape);
    }

    public int size() {
        return rows * cols;
    }

    public Shape shape() {
        return new Shape(rows, cols);
    }

    /// Whether its elements lie row by row without gaps.
    public boolean isFlat() {
        return (cols == 1 || across == 1) && (rows == 1 || down == cols);
    }

    /// Whether each row is either laid out in order or one number repeated.
    public boolean isRowWise() {
        return cols == 1 || across <= 1;
    }

    /// Whether it is one number, repeated or not.
    public boolean isOne() {
        return (cols == 1 || across == 0) && (rows == 1 || down == 0);
    }

    public Strided transposed() {
        return new Strided(data, at, cols, rows, across, down);
    }

    public Strided stretchedTo(Shape to) {
        return new Strided(
                data,
                at,
                to.rows(),
                to.cols(),
                rows == to.rows() ? down : 0,
                cols == to.cols() ? across : 0);
    }

    /// The same elements in another shape.
    ///
    /// @throws IllegalStateException where they do not lie in order
    public Strided reshaped(Shape to) {
        if (!isFlat()) {
            throw new IllegalStateException("not row by row");
        }
        return of(data, at, to);
    }

    /// The part of that shape which begins in row `top` and column `left`.
    public Strided part(int top, int left, Shape shape) {
        int first = at + top * down + left * across;
        return new Strided(data, first, shape.rows(), shape.cols(), down, across);
    }

    /// The diagonal of a square as a column.
    public Strided diagonal() {
        return new Strided(data, at, rows, 1, down + across, across);
    }

    public double get(int row, int col) {
        return data[at + row * down + col * across];
    }

    public void set(int row, int col, double value) {
        data[at + row * down + col * across] = value;
    }

    public void set(Tensor value) {
        for (int k = 0; k < value.size(); k++) {
            set(k / cols, k % cols, value.at(k));
        }
    }

    public Tensor toTensor() {
        return isFlat()
                ? Tensor.of(shape(), Arrays.copyOfRange(data, at, at + size()))
                : Tensor.generate(shape(), k -> get(k / cols, k % cols));
    }
}
