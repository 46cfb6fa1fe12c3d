package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Trace;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The samples about blocks, indices, reductions and gradients as nodes give the numbers of
/// calculus.
class MatrixSamplesTest {

    private record Run(Model model, Adjoint adjoint, Trace trace) {

        static Run of(String file) throws IOException {
            String program = Files.readString(Path.of("samples", file));
            Model m = ((ReadResult.Ok) Language.read(program)).model();
            Adjoint a = Adjoint.of(m.graph(), m.output());
            return new Run(m, a, Trace.of(a.graph(), m.leaves()));
        }

        Tensor value(String name) {
            return trace.value(model.names().get(name));
        }

        Tensor gradient(String name) {
            return trace.value(adjoint.gradient(model.names().get(name)).orElseThrow());
        }
    }

    private static void close(Tensor expected, Tensor actual) {
        assertEquals(expected.shape(), actual.shape());
        assertArrayEquals(expected.toArray(), actual.toArray(), 1e-15);
    }

    /// O = V·A, so ∂L/∂V = ∂L/∂O·Aᵀ; a column of a softmax adds up to 1.
    @Test
    void attention_mixes_values_by_columns_that_add_up_to_1() throws IOException {
        Run r = Run.of("27-attention.bs");
        Tensor sums = r.value("A").summedTo(new Shape(1, 3));
        assertArrayEquals(new double[] {1, 1, 1}, sums.toArray(), 1e-15);
        close(r.gradient("O").matmul(r.value("A").transposed()), r.gradient("V"));
    }

    /// Adding a number to a column of X changes nothing, so its gradient adds up to 0 there.
    @Test
    void layer_norm_hands_back_columns_that_add_up_to_0() throws IOException {
        Run r = Run.of("28-layer-norm.bs");
        Tensor sums = r.gradient("X").summedTo(new Shape(1, 2));
        assertArrayEquals(new double[] {0, 0}, sums.toArray(), 1e-15);
        Tensor means = r.value("N").summedTo(new Shape(1, 2));
        assertArrayEquals(new double[] {0, 0}, means.toArray(), 1e-15);
    }

    /// The backward pass written by hand, the one written out by `grad`, and the program's own.
    @Test
    void batch_norm_by_hand_is_what_grad_finds() throws IOException {
        Run r = Run.of("29-batch-norm.bs");
        assertEquals(0, r.value("difference").item(), 1e-15);
        close(r.gradient("X"), r.value("dX"));
        close(r.gradient("gamma"), r.value("dgamma"));
        close(r.gradient("beta"), r.value("dbeta"));
        close(r.gradient("Y"), r.value("G"));
    }

    /// m = f ⊙ c + i ⊙ g: what c gets is f times what m gets. Both steps hand b a gradient.
    @Test
    void an_lstm_hands_its_memory_back_through_the_forget_gate() throws IOException {
        Run r = Run.of("30-lstm.bs");
        close(r.gradient("s2.m").zip(r.value("s2.f"), (g, f) -> g * f), r.gradient("s2.c"));
        close(r.gradient("s1.z").zip(r.gradient("s2.z"), Double::sum), r.gradient("b"));
    }

    /// ∂L/∂x = ∂L/∂y + W1ᵀ·(what comes through the layers): the shortcut hands all of it on.
    @Test
    void a_residual_block_hands_all_of_its_upstream_on() throws IOException {
        Run r = Run.of("31-residual.bs");
        Tensor layers = r.gradient("x").zip(r.gradient("y"), (x, y) -> x - y);
        assertTrue(layers.map(Math::abs).toArray()[0] < 0.2 * Math.abs(r.gradient("y").at(0)));
    }

    /// Sums of the right column less the left one of each 3×3 part: 3, 3, 3, and 3 − 1 = 2. ∂L/∂K
    /// is the sum of the four parts, each times its Y: at the upper right 3·1 + 3·1 + 3·1 + 2·1.
    @Test
    void a_convolution_adds_up_what_its_places_hand_the_kernel() throws IOException {
        Run r = Run.of("32-convolution.bs");
        assertEquals(Tensor.of(2, 2, 3, 3, 3, 2), r.value("Y"));
        assertEquals(Tensor.of(3, 3, 0, 5, 11, 0, 5, 11, 2, 8, 11), r.gradient("K"));
        assertEquals(15.5, r.value("L").item());
    }

    /// f = x⁴ − 3x² at 2: f′ = 32 − 12 = 20, f″ = 48 − 6 = 42, f‴ = 24·2 = 48; the next x is 2 −
    /// 20/42, and its derivative f′·f‴/f″² = 960/1764.
    @Test
    void newtons_step_takes_its_curvature_from_grad_of_grad() throws IOException {
        Run r = Run.of("33-newton.bs");
        assertEquals(20, r.value("slope").item());
        assertEquals(42, r.value("curvature").item());
        assertEquals(2 - 20.0 / 42, r.value("next").item(), 1e-15);
        assertEquals(960.0 / 1764, r.gradient("x").item(), 1e-15);
    }

    /// At w = 0 every ŷ is ½ and the penalty has no slope: ∂L/∂w is the mean of (½ − y)·x, which is
    /// −(1 + 2 + 3 + 1 + 2 + 1)/12 and −(2 + 1 + 3 + 1 + 0 + 2)/12. L = log 2.
    @Test
    void logistic_regression_begins_at_log_2() throws IOException {
        Run r = Run.of("34-logistic-penalty.bs");
        assertEquals(Math.log(2), r.value("L").item(), 1e-15);
        assertArrayEquals(new double[] {-10.0 / 12, -9.0 / 12}, r.gradient("w").toArray(), 1e-15);
    }

    /// Published: the error 0.298371109, and w5⁺ = 0.4 − 0.5·0.082167041 = 0.35891648.
    @Test
    void mazurs_example_has_its_published_numbers() throws IOException {
        Run r = Run.of("35-mazur.bs");
        assertEquals(0.298371109, r.value("E").item(), 5e-10);
        assertEquals(0.082167041, r.gradient("W2").at(0), 5e-10);
        assertEquals(0.35891648, 0.4 - 0.5 * r.gradient("W2").at(0), 5e-9);
    }
}
