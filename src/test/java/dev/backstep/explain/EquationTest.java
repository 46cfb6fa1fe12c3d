package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tables of a backward step, read as the equation that they show.
class EquationTest {

    static Stream<Walkthrough> walkthroughs() {
        return Stream.concat(
                Stream.concat(Case.all().stream().map(Case::w), Case.samples().map(Case::program)),
                new Random(17).ints(40).mapToObj(EquationTest::matrices));
    }

    /// A random program of matrices: products, sums and means along rows and columns, broadcasts,
    /// transposes, softmax.
    private static Walkthrough matrices(int seed) {
        Random random = new Random(seed);
        int m = 1 + random.nextInt(4);
        int k = 1 + random.nextInt(4);
        int n = 1 + random.nextInt(4);
        String text =
                String.format(
                        Locale.ROOT,
                        """
                        A = normal(%1$d, %2$d, seed=1)
                        B = normal(%2$d, %3$d, seed=2)
                        b = normal(%1$d, 1, seed=3)
                        r = normal(1, %3$d, seed=4)
                        s = 0.5
                        Z = A @ B + b
                        C = tanh(Z) * r - s * Z
                        D = softmax(C) + reshape(transpose(Z), %1$d, %3$d)
                        L = mean(%4$s(D, rows)^2) + sum(%4$s(C, cols)) + norm(A) + mean(D / (r^2 + s^2))
                        """,
                        m,
                        k,
                        n,
                        random.nextBoolean() ? "sum" : "mean");
        return Case.program(text);
    }

    private static List<Explanation.Handed> all(Walkthrough w) {
        return Stream.iterate(0, i -> i < w.size(), i -> i + 1)
                .flatMap(i -> Explanation.of(w, i, Numbers.DEFAULT).flows().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("walkthroughs")
    void the_tables_multiplied_as_they_stand_give_the_downstream_gradient(Walkthrough w) {
        for (Explanation.Handed handed : all(w)) {
            Equation equation = handed.equation();
            assertEquals(handed.downstream(), equation.downstream());
            if (equation.before() != Equation.Before.JACOBIAN
                    && equation.after() != Equation.After.MOVED) {
                close(equation.downstream(), left(equation));
            }
        }
    }

    /// The sign in the formula is the sign between the tables, and upstream stands where it stands.
    @ParameterizedTest
    @MethodSource("walkthroughs")
    void the_tables_stand_in_the_order_of_the_formula(Walkthrough w) {
        for (Explanation.Handed handed : all(w)) {
            List<Equation.Factor> factors = handed.equation().factors();
            String tex = handed.productTex();
            if (handed.equation().sign() == Equation.Sign.ELEMENTWISE) {
                assertTrue(tex.contains("\\odot"), tex);
            }
            if (factors.size() == 2) {
                String sum = "\\\\sum(_\\{\\\\mathrm\\{(rows|cols)\\}\\})? ?\\(?";
                boolean first = tex.replaceFirst(sum, "").startsWith(handed.upstreamTex());
                assertEquals(first, !factors.getFirst().local(), tex);
            }
        }
    }

    /// z = w·x: ∂L/∂x = wᵀ·∂L/∂z has the local gradient first, ∂L/∂w = ∂L/∂z·xᵀ upstream.
    @Test
    void for_the_right_factor_of_a_matrix_product_the_local_gradient_comes_first() {
        Walkthrough w = Case.program("w = [1, 2, 3; 4, 5, 6]\nx = [1; 2; 3]\nL = sum(w @ x)");
        List<Explanation.Handed> flows =
                all(w).stream().filter(h -> h.productTex().contains("\\top")).toList();
        assertEquals(
                List.of(false, true),
                flows.getFirst().equation().factors().stream()
                        .map(Equation.Factor::local)
                        .toList());
        assertEquals(
                List.of(true, false),
                flows.getLast().equation().factors().stream().map(Equation.Factor::local).toList());
    }

    /// Of [4, 6] · 0.5 nobody sees how it becomes 2×2; [0.5; 0.5] · [4, 6] is 2×2.
    @Test
    void a_mean_along_rows_shows_the_repetition() {
        Walkthrough w = Case.program("A = [1, 2; 3, 4]\nL = sum(mean(A, rows)^2)");
        Equation equation = all(w).getLast().equation();
        assertEquals(Tensor.of(2, 1, 0.5, 0.5), equation.factors().getFirst().tensor());
        assertEquals(Tensor.of(1, 2, 4, 6), equation.factors().getLast().tensor());
    }

    private static Tensor left(Equation e) {
        Tensor last = e.factors().getLast().tensor();
        Tensor product =
                switch (e.after()) {
                    case NOTHING -> e.factors().size() == 2 ? product(e) : last;
                    case TRANSPOSED -> last.transposed();
                    case MOVED -> throw new IllegalArgumentException("in another place");
                    case RESHAPED -> last.reshaped(e.downstream().shape());
                };
        return switch (e.before()) {
            case NOTHING, JACOBIAN -> product;
            case SUM -> product.summedTo(Shape.SCALAR);
            case SUM_ROWS -> product.summedTo(new Shape(1, product.cols()));
            case SUM_COLS -> product.summedTo(new Shape(product.rows(), 1));
        };
    }

    private static Tensor product(Equation e) {
        Tensor a = e.factors().getFirst().tensor();
        Tensor b = e.factors().getLast().tensor();
        return switch (e.sign()) {
            case TIMES ->
                    a.shape().isScalar()
                            ? b.map(x -> a.item() * x)
                            : b.shape().isScalar() ? a.map(x -> x * b.item()) : a.matmul(b);
            case ELEMENTWISE -> {
                Shape all = new Shape(Math.max(a.rows(), b.rows()), Math.max(a.cols(), b.cols()));
                yield a.stretchedTo(all).zip(b.stretchedTo(all), (x, y) -> x * y);
            }
            case TRANSPOSED_TIMES ->
                    a.transposed()
                            .matmul(b.reshaped(new Shape(b.size(), 1)))
                            .reshaped(e.downstream().shape());
        };
    }

    private static void close(Tensor expected, Tensor actual) {
        assertEquals(expected.shape(), actual.shape());
        for (int k = 0; k < expected.size(); k++) {
            assertEquals(
                    expected.at(k), actual.at(k), 1e-12 * Math.max(1, Math.abs(expected.at(k))));
        }
    }
}
