package dev.backstep.calculus;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Optional;

/// The two matrices whose Kronecker product a Jacobian is: z = A·x·Bᵀ, element by element
/// ∂z_ij/∂x_kl = A_ik·B_jl.
///
/// @param left A, N×K
/// @param right B, P×M
record Kronecker(Tensor left, Tensor right) {

    private static final double ROUNDING = 1e-12;

    /// Nothing if it is no such product. Cost: linear in the Jacobian.
    static Optional<Kronecker> of(NodeJacobian jacobian) {
        Tensor j = jacobian.matrix();
        Shape z = jacobian.output();
        Shape x = jacobian.input();
        int pivot = pivot(j);
        int i0 = pivot / j.cols() / z.cols();
        int j0 = pivot / j.cols() % z.cols();
        int k0 = pivot % j.cols() / x.cols();
        int l0 = pivot % j.cols() % x.cols();
        double largest = j.at(pivot);
        if (largest == 0) {
            return Optional.empty();
        }
        Tensor a =
                Tensor.generate(
                        new Shape(z.rows(), x.rows()),
                        e -> j.at(e / x.rows() * z.cols() + j0, e % x.rows() * x.cols() + l0));
        Tensor b =
                Tensor.generate(
                        new Shape(z.cols(), x.cols()),
                        e ->
                                j.at(i0 * z.cols() + e / x.cols(), k0 * x.cols() + e % x.cols())
                                        / largest);
        for (int e = 0; e < j.size(); e++) {
            int row = e / j.cols();
            int col = e % j.cols();
            double product =
                    a.at(row / z.cols(), col / x.cols()) * b.at(row % z.cols(), col % x.cols());
            if (Math.abs(j.at(e) - product) > ROUNDING * Math.abs(largest)) {
                return Optional.empty();
            }
        }
        return Optional.of(scaled(a, b, largest));
    }

    private static int pivot(Tensor j) {
        int pivot = 0;
        for (int e = 1; e < j.size(); e++) {
            pivot = Math.abs(j.at(e)) > Math.abs(j.at(pivot)) ? e : pivot;
        }
        return pivot;
    }

    /// The scale goes to the factor that says something: a multiple of the identity or of ones on
    /// the left becomes the identity or ones.
    private static Kronecker scaled(Tensor a, Tensor b, double pivot) {
        Tensor one = a.map(x -> x / pivot);
        boolean plain = isIdentity(one) || one.equals(Tensor.full(one.shape(), 1));
        return plain && !isIdentity(b)
                ? new Kronecker(one, b.map(x -> x * pivot))
                : new Kronecker(a, b);
    }

    static boolean isIdentity(Tensor m) {
        if (m.rows() != m.cols()) {
            return false;
        }
        int n = m.rows();
        return m.equals(Tensor.generate(m.shape(), k -> k / n == k % n ? 1 : 0));
    }
}
