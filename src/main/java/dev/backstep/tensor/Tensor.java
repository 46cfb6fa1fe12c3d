package dev.backstep.tensor;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/// A matrix of doubles, row by row; immutable.
public final class Tensor {

    private final Shape shape;
    private final double[] data;

    private Tensor(Shape shape, double[] data) {
        this.shape = shape;
        this.data = data;
    }

    /// The matrix with these elements, row by row.
    ///
    /// @throws IllegalArgumentException where their number is not that of the shape
    public static Tensor of(Shape shape, double... elements) {
        if (elements.length != shape.size()) {
            throw new IllegalArgumentException(
                    shape + " has " + shape.size() + " elements, not " + elements.length);
        }
        return new Tensor(shape, elements.clone());
    }

    public static Tensor of(int rows, int cols, double... elements) {
        return of(new Shape(rows, cols), elements);
    }

    public static Tensor scalar(double value) {
        return new Tensor(Shape.SCALAR, new double[] {value});
    }

    public static Tensor full(Shape shape, double value) {
        return generate(shape, k -> value);
    }

    /// The matrix whose k-th element, counted row by row, is `element(k)`.
    public static Tensor generate(Shape shape, IntToDoubleFunction element) {
        double[] out = new double[Math.toIntExact(shape.size())];
        for (int k = 0; k < out.length; k++) {
            out[k] = element.applyAsDouble(k);
        }
        return new Tensor(shape, out);
    }

    public Shape shape() {
        return shape;
    }

    public int rows() {
        return shape.rows();
    }

    public int cols() {
        return shape.cols();
    }

    public int size() {
        return data.length;
    }

    public double at(int row, int col) {
        return data[row * shape.cols() + col];
    }

    /// The k-th element, counted row by row.
    public double at(int k) {
        return data[k];
    }

    /// The only element of a 1×1.
    ///
    /// @throws IllegalStateException where there are more
    public double item() {
        if (data.length != 1) {
            throw new IllegalStateException(shape + " is not a scalar");
        }
        return data[0];
    }

    /// A copy of the elements, row by row.
    public double[] toArray() {
        return data.clone();
    }

    public Tensor map(DoubleUnaryOperator f) {
        return generate(shape, k -> f.applyAsDouble(data[k]));
    }

    /// Element by element with a matrix of the same shape.
    public Tensor zip(Tensor other, DoubleBinaryOperator f) {
        if (!shape.equals(other.shape)) {
            throw new IllegalArgumentException(shape + " is not " + other.shape);
        }
        return generate(shape, k -> f.applyAsDouble(data[k], other.data[k]));
    }

    /// m×k · k×n → m×n.
    public Tensor matmul(Tensor other) {
        int inner = cols();
        if (inner != other.rows()) {
            throw new IllegalArgumentException(shape + " · " + other.shape);
        }
        int n = other.cols();
        double[] out = new double[rows() * n];
        for (int i = 0; i < rows(); i++) {
            for (int k = 0; k < inner; k++) {
                double factor = data[i * inner + k];
                for (int j = 0; j < n; j++) {
                    out[i * n + j] += factor * other.data[k * n + j];
                }
            }
        }
        return new Tensor(new Shape(rows(), n), out);
    }

    public Tensor transposed() {
        Shape turned = shape.transposed();
        return generate(turned, k -> at(k % turned.cols(), k / turned.cols()));
    }

    /// The same elements, row by row, in another shape of the same size.
    public Tensor reshaped(Shape target) {
        return of(target, data);
    }

    /// This matrix with its dimensions of 1 repeated up to `target`.
    public Tensor stretchedTo(Shape target) {
        return generate(
                target,
                k -> at(rows() == 1 ? 0 : k / target.cols(), cols() == 1 ? 0 : k % target.cols()));
    }

    /// The sums along every dimension in which `target` has 1; the transpose of [#stretchedTo].
    public Tensor summedTo(Shape target) {
        double[] out = new double[Math.toIntExact(target.size())];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < cols(); j++) {
                int row = target.rows() == 1 ? 0 : i;
                int col = target.cols() == 1 ? 0 : j;
                out[row * target.cols() + col] += at(i, j);
            }
        }
        return new Tensor(target, out);
    }

    /// This matrix with one element replaced.
    public Tensor with(int k, double value) {
        double[] out = data.clone();
        out[k] = value;
        return new Tensor(shape, out);
    }

    public boolean isFinite() {
        return Arrays.stream(data).allMatch(Double::isFinite);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that
                && shape.equals(that.shape)
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return shape.isScalar() ? Double.toString(data[0]) : shape + " " + Arrays.toString(data);
    }
}
