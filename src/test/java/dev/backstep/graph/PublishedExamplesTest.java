package dev.backstep.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import org.junit.jupiter.api.Test;

/// What others have published, with their numbers; and second derivatives that are known in closed
/// form.
class PublishedExamplesTest {

    /// A program with the gradients of its output.
    private record Run(Model model, Adjoint adjoint, Trace trace) {

        static Run of(String program) {
            Model m = ((ReadResult.Ok) Language.read(program)).model();
            Adjoint a = Adjoint.of(m.graph(), m.output());
            return new Run(m, a, Trace.of(a.graph(), m.leaves()));
        }

        double value(String name) {
            return trace.value(model.names().get(name)).item();
        }

        double gradient(String name) {
            return trace.value(adjoint.gradient(model.names().get(name)).orElseThrow()).item();
        }

        /// ∂²L/∂a∂b: the gradient of the gradient of `a`, at `b`.
        double second(String a, String b) {
            int first = adjoint.gradient(model.names().get(a)).orElseThrow();
            Adjoint twice = Adjoint.of(adjoint.graph(), first);
            Trace again = Trace.of(twice.graph(), model.leaves());
            return twice.gradient(model.names().get(b)).map(g -> again.value(g).item()).orElse(0.0);
        }
    }

    /// Karpathy, micrograd, README: g = 24.7041, dg/da = 138.8338, dg/db = 645.5773.
    @Test
    void micrograd_readme() {
        Run r =
                Run.of(
                        """
                a = -4
                b = 2
                c = a + b
                d = a * b + b^3
                c1 = c + c + 1
                c2 = c1 + 1 + c1 + (-a)
                d1 = d + d * 2 + relu(b + a)
                d2 = d1 + 3 * d1 + relu(b - a)
                e = c2 - d2
                f = e^2
                g0 = f / 2
                g = g0 + 10 / f
                """);
        assertEquals(24.7041, r.value("g"), 5e-5);
        assertEquals(138.8338, r.gradient("a"), 5e-5);
        assertEquals(645.5773, r.gradient("b"), 5e-5);
    }

    /// Karpathy, micrograd, test_sanity_check, which compares with PyTorch. By hand at x = −4: z =
    /// 2x + 2 + x = −10; q = relu(z) + z·x = 40; h = relu(z²) = 100; y = h + q + q·x = 100 + 40 −
    /// 160 = −20. dq/dx = 3x + z = −22 (the relu is dead); dy/dx = 2z·3 + dq/dx·(1 + x) + q = −60 +
    /// 66 + 40 = 46.
    @Test
    void micrograd_sanity_check() {
        Run r =
                Run.of(
                        """
                x = -4
                z = 2 * x + 2 + x
                q = relu(z) + z * x
                h = relu(z * z)
                y = h + q + q * x
                """);
        assertEquals(-20, r.value("y"));
        assertEquals(46, r.gradient("x"));
    }

    /// Karpathy, micrograd, test_more_ops: the README's graph; there it must agree with PyTorch to
    /// 1e-6. In closed form: c = −2, c1 = −3, c2 = −1, d = 0, d1 = 0, d2 = 6, e = −7, f = 49, g =
    /// 24.5 + 10/49; dg/de = e − 20/e³ = −7 + 20/343; de/da = 4 − 1 − (12b − 1) = −20 (the relu of
    /// b + a is dead) and de/db = 4 − (12(a + 3b²) + 1) = −93.
    @Test
    void micrograd_more_ops_in_closed_form() {
        Run r =
                Run.of(
                        """
                a = -4
                b = 2
                c = a + b
                d = a * b + b^3
                c1 = c + c + 1
                c2 = c1 + 1 + c1 + (-a)
                d1 = d + d * 2 + relu(b + a)
                d2 = d1 + 3 * d1 + relu(b - a)
                e = c2 - d2
                f = e^2
                g0 = f / 2
                g = g0 + 10 / f
                """);
        double slope = -7 + 20.0 / 343;
        assertEquals(24.5 + 10.0 / 49, r.value("g"), 1e-12);
        assertEquals(slope * -20, r.gradient("a"), 1e-9);
        assertEquals(slope * -93, r.gradient("b"), 1e-9);
    }

    /// Stanford CS231n, notes on backpropagation: f = (x + y)z at (−2, 5, −4): f = −12, gradients
    /// −4, −4, 3.
    @Test
    void cs231n_product_of_a_sum() {
        Run r = Run.of("x = -2\ny = 5\nz = -4\nq = x + y\nf = q * z\n");
        assertEquals(3, r.value("q"));
        assertEquals(-12, r.value("f"));
        assertEquals(-4, r.gradient("x"));
        assertEquals(-4, r.gradient("y"));
        assertEquals(3, r.gradient("z"));
        assertEquals(-4, r.gradient("q"));
    }

    /// Stanford CS231n, the sigmoid neuron: w = (2, −3, −3), x = (−1, −2): f = 0.73; the notes
    /// round the gradients to −0.20, −0.39, 0.20 for w and 0.39, −0.59 for x, with σ(1)(1 − σ(1)) =
    /// 0.1966 (they write 0.20).
    @Test
    void cs231n_sigmoid_neuron() {
        Run r =
                Run.of(
                        """
                w0 = 2
                x0 = -1
                w1 = -3
                x1 = -2
                w2 = -3
                f = 1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))
                """);
        assertEquals(0.73, r.value("f"), 5e-3);
        double slope = 0.19661193324148185;
        assertEquals(-slope, r.gradient("w0"), 1e-12);
        assertEquals(-2 * slope, r.gradient("w1"), 1e-12);
        assertEquals(slope, r.gradient("w2"), 1e-12);
        assertEquals(2 * slope, r.gradient("x0"), 1e-12);
        assertEquals(-3 * slope, r.gradient("x1"), 1e-12);
    }

    /// Olah, *Calculus on Computational Graphs: Backpropagation*: e = (a + b)(b + 1) at a = 2, b =
    /// 1: e = 6, 2 and 5.
    @Test
    void colah_two_paths() {
        Run r = Run.of("a = 2\nb = 1\nc = a + b\nd = b + 1\ne = c * d\n");
        assertEquals(6, r.value("e"));
        assertEquals(2, r.gradient("a"));
        assertEquals(5, r.gradient("b"));
        assertEquals(2, r.gradient("c"));
        assertEquals(3, r.gradient("d"));
    }

    /// L = x² + 2xy: ∂²L/∂x² = 2, ∂²L/∂x∂y = 2 both ways, ∂²L/∂y² = 0.
    @Test
    void second_derivatives_of_the_sample() {
        Run r = Run.of("x = 1\ny = 4\nL = x^2 + 2*x*y\n");
        assertEquals(2, r.second("x", "x"));
        assertEquals(2, r.second("x", "y"));
        assertEquals(2, r.second("y", "x"));
        assertEquals(0, r.second("y", "y"));
    }

    /// sin″ = −sin; (eˣ)″ = eˣ; (log x)″ = −1/x²; σ″ = σ(1 − σ)(1 − 2σ); tanh″ = −2·tanh·(1 −
    /// tanh²); (x³)″ = 6x.
    @Test
    void second_derivatives_that_are_known() {
        double x = 0.7;
        double s = 1 / (1 + Math.exp(-x));
        double t = Math.tanh(x);
        assertEquals(-Math.sin(x), Run.of("x = 0.7\nL = sin(x)").second("x", "x"), 1e-14);
        assertEquals(Math.exp(x), Run.of("x = 0.7\nL = exp(x)").second("x", "x"), 1e-14);
        assertEquals(-1 / (x * x), Run.of("x = 0.7\nL = log(x)").second("x", "x"), 1e-14);
        assertEquals(
                s * (1 - s) * (1 - 2 * s), Run.of("x = 0.7\nL = σ(x)").second("x", "x"), 1e-14);
        assertEquals(-2 * t * (1 - t * t), Run.of("x = 0.7\nL = tanh(x)").second("x", "x"), 1e-14);
        assertEquals(6 * x, Run.of("x = 0.7\nL = x³").second("x", "x"), 1e-14);
        assertEquals(6 * x, Run.of("x = 0.7\nL = x*x*x").second("x", "x"), 1e-14);
    }

    /// f = xʸ: ∂²f/∂x∂y = xʸ⁻¹(1 + y·log x), the same in both orders.
    @Test
    void mixed_derivatives_commute() {
        Run r = Run.of("x = 2\ny = 3\nL = x^y");
        double mixed = 4 * (1 + 3 * Math.log(2));
        assertEquals(mixed, r.second("x", "y"), 1e-12);
        assertEquals(mixed, r.second("y", "x"), 1e-12);
    }

    /// The rule of Rosenbrock's valley at (1, 1): H = [802, −400; −400, 200].
    @Test
    void the_hessian_of_rosenbrock_is_the_published_one() {
        Run r = Run.of("x = 1\ny = 1\nL = (1 - x)^2 + 100*(y - x^2)^2");
        assertEquals(0, r.gradient("x"), 1e-15);
        assertEquals(0, r.gradient("y"), 1e-15);
        assertEquals(802, r.second("x", "x"), 1e-10);
        assertEquals(-400, r.second("x", "y"), 1e-10);
        assertEquals(200, r.second("y", "y"), 1e-10);
    }
}
