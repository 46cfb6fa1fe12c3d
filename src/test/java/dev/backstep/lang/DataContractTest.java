package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.Dataset;
import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.optim.Optimiser;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Batch;
import dev.backstep.train.Training;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `data`, `train` and `mlp` mean.
class DataContractTest {

    private static final String NET =
            "param W = ones(1, 2)|yhat = sigmoid(W @ X)|loss L = mean(bce(yhat, y))|";
    private static final String SGD = "train sgd(rate=0.1)";
    private static final String XOR = "data xor(samples=40)|";

    private static Model model(String program) {
        return ProgramTextTest.read(program.replace('|', '\n'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data spiral(samples=100, seed=3)|" + NET + "train sgd(rate=0.1, batch=16, seed=9)",
                "data spiral(samples=100, test=0.5)|" + NET + SGD,
                "data spiral(samples=10)|" + NET + "train adam(rate=0.1, batch=32)",
            })
    void the_graph_is_that_of_the_first_mini_batch(String program) {
        Model m = model(program);
        Batch first = Training.of(m.setup().orElseThrow()).upcoming();
        assertEquals(first.network().graph(), m.graph());
        assertEquals(first.leaves(), m.leaves());
        assertEquals(first.network().output(), m.output());
    }

    @Test
    void x_and_y_are_data_and_ask_for_no_gradient() {
        Model m = model(XOR + NET + SGD);
        Adjoint a = Adjoint.of(m.graph(), m.output());
        for (String name : List.of("X", "y")) {
            int id = m.names().get(name);
            assertEquals(new Op.Leaf(Op.Role.DATA), m.graph().node(id).op());
            assertTrue(a.gradient(id).isEmpty(), name);
        }
        assertEquals(new Shape(2, 32), m.leaf(m.names().get("X")).shape());
        assertEquals(new Shape(1, 32), m.leaf(m.names().get("y")).shape());
    }

    @Test
    void without_a_train_line_the_batch_is_all_samples_up_to_32() {
        assertEquals(32, model("data gauss()|L = sum(X)").leaf(0).cols());
        assertEquals(8, model("data gauss(samples=10)|L = sum(X)").leaf(0).cols());
        assertTrue(model("data gauss()|L = sum(X)").setup().isEmpty());
    }

    @Test
    void keys_that_are_left_out_have_their_usual_values() {
        Learning l = model("data blobs()|L = sum(X) + sum(y)").learning().orElseThrow();
        assertEquals(5, l.data().train().outputs());
        assertEquals(320, l.data().train().samples());
        assertEquals(80, l.data().test().samples());
        Schedule s = model(XOR + NET + SGD).learning().orElseThrow().schedule().orElseThrow();
        assertEquals(new Schedule(new Optimiser.Sgd(0.1, 0, 0), 32, 100, 0), s);
        Schedule adam =
                model(XOR + NET + "train adam(rate=1e-3, beta1=0.8, l2=1/8, epochs=7, batch=3)")
                        .learning()
                        .orElseThrow()
                        .schedule()
                        .orElseThrow();
        assertEquals(
                new Schedule(new Optimiser.Adam(1e-3, 0.8, 0.999, 1e-8, 0.125), 3, 7, 0), adam);
    }

    @Test
    void a_train_line_holds_wherever_it_stands() {
        assertEquals(4, model("train sgd(rate=1, batch=4)|" + XOR + NET).leaf(0).cols());
    }

    /// The layers as the lecture writes them, with the same numbers.
    @ParameterizedTest
    @ValueSource(strings = {"tanh sigmoid xavier", "relu sigmoid he", "sigmoid softmax xavier"})
    void mlp_is_its_layers_written_out(String functions) {
        String[] f = functions.split(" ");
        String written =
                """
                const X = [1, 2, 3; 4, 5, -6]
                param W1 = HIDDEN(3, 2, seed=1)
                param b1 = zeros(3, 1)
                Z1 = W1 @ X + b1
                a1 = F(Z1)
                param W2 = xavier(2, 3, seed=2)
                param b2 = zeros(2, 1)
                Z2 = W2 @ a1 + b2
                a2 = G(Z2)
                L = mean(a2)
                """
                        .replace("HIDDEN", f[2])
                        .replace("F(", f[0] + "(")
                        .replace("G(", f[1] + "(");
        Model net =
                model(
                        "const X = [1, 2, 3; 4, 5, -6]|L = mean(mlp(X, [3, 2], %s, %s))"
                                .formatted(f[0], f[1]));
        Model layers = model(written);
        assertEquals(layers.graph(), net.graph());
        assertEquals(layers.leaves(), net.leaves());
        assertEquals(layers.names(), net.names());
    }

    @Test
    void mlp_takes_a_seed_and_a_linear_output() {
        String net = "X = [1; 2]|L = sum(mlp(X, [3, 1], tanh, linear%s))";
        Model one = model(net.formatted(""));
        Model other = model(net.formatted(", seed=2"));
        assertEquals("Z2", one.graph().node(one.names().get("Z2")).name().orElseThrow());
        assertEquals(List.of("X", "W1", "b1", "Z1", "a1", "W2", "b2", "Z2", "a2", "L"), names(one));
        assertEquals(one.names().get("Z2"), one.names().get("a2"));
        assertEquals(one.graph(), other.graph());
        assertEquals(
                model("param W1 = xavier(3, 2, seed=2)|L = sum(W1)").leaf(0),
                other.leaf(other.names().get("W1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "neg",
                "exp",
                "log",
                "sqrt",
                "square",
                "abs",
                "sin",
                "cos",
                "tan",
                "tanh",
                "sigmoid",
                "relu",
                "softplus",
                "gelu",
                "silu",
                "step",
                "leaky_relu",
                "elu",
                "σ"
            })
    void every_element_wise_function_of_one_operand_is_an_activation(String f) {
        Model net = model("const X = [1; 2]|L = sum(mlp(X, [3, 1], %s, %s))".formatted(f, f));
        Model layer = model("x = 1|L = %s(x)".formatted(f));
        int a1 = net.names().get("a1");
        assertEquals(layer.graph().node(layer.output()).op(), net.graph().node(a1).op());
    }

    private static List<String> names(Model m) {
        return List.copyOf(m.names().keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                XOR + NET + SGD,
                "data blobs(classes=3, samples=30)|L = mean(ce(mlp(X, [4, 3], relu, softmax), y))",
                "X = [1; 2]|a = mlp(X, [3, 1], tanh, linear)|loss L = sum(a)",
            })
    void what_is_printed_reads_back_as_the_same_program(String program) {
        Model before = model(program);
        Model after = model(ProgramText.of(before));
        assertEquals(before.graph(), after.graph());
        assertEquals(before.leaves(), after.leaves());
        Map<String, Integer> names = new HashMap<>(before.names());
        names.entrySet()
                .removeIf(
                        n ->
                                !before.graph()
                                        .node(n.getValue())
                                        .name()
                                        .equals(Optional.of(n.getKey())));
        assertEquals(names, after.names());
        assertEquals(before.learning(), after.learning());
    }

    @Test
    void values_that_do_not_stand_in_the_text_are_not_changed_in_it() {
        Model m = model("X = [1; 2]|L = sum(mlp(X, [3, 1], tanh, linear))");
        int w = m.names().get("W1");
        assertThrows(IllegalArgumentException.class, () -> m.withElement(w, 0, 1));
        Tensor changed = Tensor.full(new Shape(3, 2), 7);
        assertEquals(changed, m.with("W1", changed).leaf(w));
    }

    @Test
    void a_changed_parameter_is_what_training_starts_from() {
        Model m = model(XOR + NET + SGD).with("W", Tensor.of(1, 2, 5, 6));
        Training training = Training.of(m.setup().orElseThrow());
        assertArrayEquals(new double[] {5, 6}, training.parameters().get("W").toArray());
    }

    @Test
    void samples_are_drawn_once_for_all_reads() {
        Dataset.Split first = model(XOR + NET + SGD).learning().orElseThrow().data();
        assertSame(first, model(XOR + NET + "#|" + SGD).learning().orElseThrow().data());
    }

    @Test
    void a_loss_written_by_hand_trains_where_the_prediction_is_called_yhat() {
        Model m =
                model(
                        XOR
                                + "param W = ones(1, 2)|yhat = sigmoid(W @ X)|"
                                + "loss L = mean(-(y * log(yhat) + (1 - y) * log(1 - yhat)))|"
                                + SGD);
        assertTrue(Training.of(m.setup().orElseThrow()).epoch());
    }

    @Test
    void every_node_has_its_characters() {
        Model m = model(XOR + "L = mean(bce(mlp(X, [3, 1], tanh, sigmoid), y))|" + SGD);
        for (Node node : m.graph().nodes()) {
            assertTrue(m.span(node.id()).end() > 0, node.toString());
        }
        assertTrue(m.assignment("X").isPresent() && m.assignment("W1").isPresent());
    }
}
