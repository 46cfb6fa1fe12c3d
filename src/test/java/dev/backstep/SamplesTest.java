package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.FiniteDifferences;
import dev.backstep.graph.Group;
import dev.backstep.graph.Node;
import dev.backstep.graph.Trace;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ProgramText;
import dev.backstep.lang.ReadResult;
import dev.backstep.story.Differences;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file in `samples/` runs, and those of the lecture give the numbers of the lecture.
class SamplesTest {

    private record Run(Model model, Adjoint adjoint, Trace trace) {

        static Run of(String file) throws IOException {
            return of(Path.of("samples", file));
        }

        static Run of(Path file) throws IOException {
            String program = Files.readString(file);
            Model m =
                    switch (Language.read(program)) {
                        case ReadResult.Ok(Model model) -> model;
                        case ReadResult.Problems(var problems) ->
                                throw new AssertionError(
                                        problems.getFirst().at(file.toString(), program));
                    };
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

    static Stream<Path> files() throws IOException {
        return Files.list(Path.of("samples")).filter(f -> f.toString().endsWith(".bs")).sorted();
    }

    /// At a kink a difference sees the mean of both slopes, which is what `relu0 = 0.5` gives. A
    /// whole mini-batch has too many kinks near for that: there the check looks at one number at a
    /// time.
    @ParameterizedTest
    @MethodSource("files")
    void a_sample_is_finite_and_its_gradients_are_what_differences_find(Path file)
            throws IOException {
        Run r = Run.of(file);
        r.model()
                .graph()
                .nodes()
                .forEach(n -> assertTrue(r.trace().value(n.id()).isFinite(), n.toString()));
        List<Integer> leaves =
                r.model().graph().nodes().stream()
                        .filter(Node::isLeafWithGradient)
                        .map(Node::id)
                        .toList();
        assertTrue(
                leaves.stream().allMatch(l -> r.adjoint().gradient(l).isPresent()),
                "every leaf has a gradient");
        boolean kink = Files.readString(file).contains("relu");
        Model m = r.model();
        if (m.learning().isPresent()) {
            Walkthrough w = Walkthrough.of(m.graph(), m.output(), m.leaves(), Story.Grain.NODES);
            leaves.forEach(l -> assertTrue(Differences.of(w, l).ok(), () -> file + ", leaf " + l));
            return;
        }
        FiniteDifferences.law(
                m.graph(),
                m.output(),
                m.leaves(),
                leaves,
                kink ? 1 : 2,
                new Random(5),
                file + ", seed 5");
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_sample_says_in_one_to_three_lines_what_to_look_at(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        long comment = lines.stream().takeWhile(l -> l.startsWith("#")).count();
        assertTrue(comment >= 1 && comment <= 3, file + " has " + comment);
        assertTrue(lines.stream().allMatch(l -> l.length() <= 130), file + " has long lines");
        Model m = Run.of(file).model();
        boolean calls = m.groups().stream().anyMatch(g -> g.kind() == Group.Kind.CALL);
        if (!calls) {
            String printed = ProgramText.of(m);
            assertEquals(m.graph(), ((ReadResult.Ok) Language.read(printed)).model().graph());
        }
    }

    /// −log 0.4 = 0.916291; −log 0.3 = 1.203973; −log 0.7 = 0.356675.
    @Test
    void row_1_cross_entropy() throws IOException {
        Run r = Run.of("01-cross-entropy.bs");
        assertEquals(0.916291, r.value("CE").item(), 5e-7);
        assertEquals(1.203973, r.value("BCE1").item(), 5e-7);
        assertEquals(0.356675, r.value("BCE0").item(), 5e-7);
    }

    /// ∂L/∂w1 = −(y/ŷ − (1 − y)/(1 − ŷ)) · ŷ(1 − ŷ)·w3 · a2(1 − a2)·w2 · a1(1 − a1)·x with y = 1.
    @Test
    void row_2_the_closed_form_is_what_backprop_finds() throws IOException {
        Run r = Run.of("02-expression-swell.bs");
        double x = 0.5;
        double a1 = sigmoid(0.8 * x + 0.1);
        double a2 = sigmoid(-1.5 * a1 + 0.4);
        double prediction = sigmoid(2 * a2 - 0.3);
        double closed =
                -1
                        / prediction
                        * prediction
                        * (1 - prediction)
                        * 2
                        * a2
                        * (1 - a2)
                        * -1.5
                        * a1
                        * (1 - a1)
                        * x;
        assertEquals(closed, r.gradient("w1").item(), 1e-15);
    }

    private static double sigmoid(double t) {
        return 1 / (1 + Math.exp(-t));
    }

    /// z = x·y at (3, −2), upstream 5: 5·y = −10 and 5·x = 15.
    @Test
    void row_3_one_layer() throws IOException {
        Run r = Run.of("03-one-layer.bs");
        assertEquals(5, r.gradient("z").item());
        assertEquals(-10, r.gradient("x").item());
        assertEquals(15, r.gradient("y").item());
    }

    /// L = 1 + 8 = 9; ∂L/∂x = 2x + 2y = 2 + 8; ∂L/∂y = 2x.
    @Test
    void row_4_and_5_two_paths() throws IOException {
        Run r = Run.of("04-x2-plus-2xy.bs");
        assertEquals(9, r.value("L").item());
        assertEquals(10, r.gradient("x").item());
        assertEquals(2, r.gradient("y").item());
    }

    @Test
    void row_6_a_gradient_has_the_shape_of_its_variable() throws IOException {
        Run r = Run.of("06-shapes.bs");
        assertEquals(Shape.SCALAR, r.gradient("s").shape());
        assertEquals(new Shape(3, 1), r.gradient("v").shape());
        assertEquals(new Shape(3, 2), r.gradient("M").shape());
        assertEquals(List.of("s", "v", "M"), List.copyOf(r.model().names().keySet()).subList(0, 3));
    }

    /// J = [x₂, x₁, 1; 1, 0, −2x₃] = [2, 1, 1; 1, 0, −6]; Jᵀ·(1, 10) = (12, 1, −59).
    @Test
    void row_7_jacobian() throws IOException {
        Run r = Run.of("07-jacobian.bs");
        Tensor jacobian = Tensor.of(2, 3, 2, 1, 1, 1, 0, -6);
        assertArrayEquals(new double[] {5, -8}, r.value("z").toArray());
        assertArrayEquals(new double[] {1, 10}, r.gradient("z").toArray());
        assertEquals(jacobian.transposed().matmul(r.gradient("z")), r.gradient("x"));
        assertArrayEquals(new double[] {12, 1, -59}, r.gradient("x").toArray());
    }

    /// z_ij = Σ_k w_ik·x_kj, so ∂z_ij/∂x_kl is w_ik if j = l, else 0: in the 4×6 Jacobian the block
    /// (i, k) is w_ik·I. The short rule wᵀ·g and the long one Jᵀ·g give the same, to 1e-12.
    @Test
    void row_8_jacobian_tensor() throws IOException {
        Run r = Run.of("08-jacobian-tensor.bs");
        Tensor blocks =
                Tensor.of(
                        4, 6, //
                        1, 0, 2, 0, 3, 0, //
                        0, 1, 0, 2, 0, 3, //
                        -1, 0, 0, 0, 2, 0, //
                        0, -1, 0, 0, 0, 2);
        assertArrayEquals(blocks.toArray(), r.value("J").toArray(), 0.0);
        assertEquals(blocks.shape(), r.value("J").shape());
        assertArrayEquals(r.value("short").toArray(), r.value("long").toArray(), 1e-12);
        assertArrayEquals(r.value("short").toArray(), r.gradient("x").toArray(), 1e-12);
        assertEquals(0, r.value("difference").item());
    }

    /// ∂L/∂x = wᵀ·∂L/∂z and ∂L/∂w = ∂L/∂z·xᵀ.
    @Test
    void row_9_matrix_product() throws IOException {
        Run r = Run.of("09-matmul.bs");
        assertEquals(r.value("w").transposed().matmul(r.gradient("z")), r.gradient("x"));
        assertEquals(r.gradient("z").matmul(r.value("x").transposed()), r.gradient("w"));
    }

    /// ∂L/∂x = ∂L/∂z ⊙ cos x.
    @Test
    void row_10_element_wise() throws IOException {
        Run r = Run.of("10-elementwise.bs");
        assertEquals(
                r.gradient("z").zip(r.value("x").map(Math::cos), (g, c) -> g * c), r.gradient("x"));
    }

    /// σ(0) = ½ and σ′(0) = ½·½.
    @Test
    void row_11_sigmoid() throws IOException {
        Run r = Run.of("11-sigmoid.bs");
        assertEquals(0.5, r.value("a").item());
        assertEquals(0.25, r.gradient("t").item());
    }

    /// Upstream 10 everywhere: 0 below, ½·10 at 0, 10 above.
    @Test
    void row_12_relu() throws IOException {
        Run r = Run.of("12-relu.bs");
        assertArrayEquals(new double[] {0, 5, 10}, r.gradient("t").toArray());
        String program = Files.readString(Path.of("samples/12-relu.bs"));
        for (double relu0 : new double[] {0, 1}) {
            Model m =
                    ((ReadResult.Ok)
                                    Language.read(
                                            program.replace("relu0 = 0.5", "relu0 = " + relu0)))
                            .model();
            Adjoint a = Adjoint.of(m.graph(), m.output());
            Tensor t =
                    Trace.of(a.graph(), m.leaves())
                            .value(a.gradient(m.names().get("t")).orElseThrow());
            assertArrayEquals(new double[] {0, relu0 * 10, 10}, t.toArray());
        }
    }

    @Test
    void row_13_six_gradients() throws IOException {
        Run r = Run.of("13-mlp-3-layers.bs");
        for (String name : List.of("W1", "b1", "W2", "b2", "W3", "b3")) {
            assertEquals(r.value(name).shape(), r.gradient(name).shape(), name);
        }
    }

    /// −y/ŷ = −3.3333 for y = 1 and 1/(1 − ŷ) = 1.4286 for y = 0, at ŷ = 0.3, each times 1/B; B = 2
    /// here.
    @Test
    void row_14_bce_over_a_batch() throws IOException {
        Run r = Run.of("14-bce-batch.bs");
        assertArrayEquals(
                new double[] {-3.3333 / 2, 1.4286 / 2}, r.gradient("yhat").toArray(), 5e-5);
    }

    /// Both ways hand z the same, ŷ − y each, so together twice that.
    @Test
    void row_15_softmax_and_cross_entropy() throws IOException {
        Run r = Run.of("15-softmax-ce-5.bs");
        assertEquals(r.value("unfused").item(), r.value("fused").item(), 1e-12);
        Tensor difference = r.value("yhat").zip(r.value("y"), (p, y) -> 2 * (p - y));
        assertArrayEquals(difference.toArray(), r.gradient("z").toArray(), 1e-12);
    }
}
