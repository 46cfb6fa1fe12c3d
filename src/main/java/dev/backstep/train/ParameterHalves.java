package dev.backstep.train;

import dev.backstep.compile.Parameters;
import dev.backstep.compile.kernel.CorePair;
import dev.backstep.compile.kernel.Kernels;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The parameters as two cores go through them: each large matrix in two halves of its columns, cut
/// at [CorePair#half], and what lies between such matrices in one piece.
final class ParameterHalves implements CorePair.ParallelLoop {

    /// Matrices of fewer elements are gone through before a thread has looked.
    private static final int LARGE = 1 << 14;

    /// @param gradients of the columns of each half
    /// @param sums of their rows
    private record Matrix(Parameters.Place place, Strided[] gradients, Strided[] sums) {

        static Matrix of(Parameters.Place place, Strided gradient) {
            int half = CorePair.half(gradient.cols());
            Shape sums = new Shape(gradient.rows(), 1);
            return new Matrix(
                    place,
                    new Strided[] {
                        columns(gradient, 0, half), columns(gradient, half, gradient.cols())
                    },
                    new Strided[] {Strided.zeros(sums), Strided.zeros(sums)});
        }

        private static Strided columns(Strided x, int from, int to) {
            return new Strided(x.data(), x.at() + from, x.rows(), to - from, x.down(), 1);
        }
    }

    private record Piece(int from, int to, Strided gradients) {}

    private final OptimiserState motion;
    private final Matrix[] matrices;
    private final Piece[] pieces;
    private final Strided sum = Strided.zeros(Shape.SCALAR);
    private @Nullable Matrix current;
    private @Nullable Kernels kernels;
    private boolean steps;

    ParameterHalves(Parameters parameters, OptimiserState motion) {
        this.motion = motion;
        List<Matrix> large = new ArrayList<>();
        List<Piece> between = new ArrayList<>();
        int end = 0;
        for (Parameters.Place place : parameters.places()) {
            if (place.shape().size() >= LARGE
                    && CorePair.half(place.shape().cols()) < place.shape().cols()) {
                large.add(Matrix.of(place, parameters.gradient(place)));
                between.add(piece(parameters, end, place.at()));
                end = place.end();
            }
        }
        between.add(piece(parameters, end, parameters.size()));
        between.removeIf(p -> p.from() == p.to());
        this.matrices = large.toArray(Matrix[]::new);
        this.pieces = between.toArray(Piece[]::new);
    }

    private static Piece piece(Parameters parameters, int from, int to) {
        Shape shape = new Shape(1, Math.max(1, to - from));
        return new Piece(from, to, Strided.of(parameters.gradients(), from, shape));
    }

    /// Whether there is a second core, and something for it to do.
    boolean areShared(Kernels kernels) {
        return matrices.length > 0 && kernels.cores().isOpen();
    }

    /// Moves every parameter.
    void step(Kernels kernels) {
        share(kernels, true);
        for (Piece piece : pieces) {
            motion.step(kernels, piece.from(), piece.to());
        }
    }

    /// The sum of all gradients.
    double gradientSum(Kernels kernels) {
        share(kernels, false);
        double all = 0;
        for (Piece piece : pieces) {
            kernels.sum(piece.gradients(), 1, sum);
            all += sum.get(0, 0);
        }
        for (Matrix matrix : matrices) {
            for (Strided half : matrix.sums()) {
                kernels.sum(half, 1, sum);
                all += sum.get(0, 0);
            }
        }
        return all;
    }

    private void share(Kernels with, boolean step) {
        kernels = with;
        steps = step;
        for (Matrix matrix : matrices) {
            current = matrix;
            with.cores().share(this, 2);
        }
    }

    /// The second half goes from the last row to the first: both halves of a row share a cache
    /// line, which two cores would pass to and fro.
    @Override
    public void part(int part, int core) {
        Matrix matrix = Objects.requireNonNull(current);
        Kernels with = Objects.requireNonNull(kernels);
        Strided half = matrix.gradients()[part];
        if (!steps) {
            with.sum(half, 1, matrix.sums()[part]);
            return;
        }
        for (int k = 0; k < half.rows(); k++) {
            int from = half.at() + (part == 0 ? k : half.rows() - 1 - k) * half.down();
            motion.step(with, from, from + half.cols());
        }
    }
}
