package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Batch;
import dev.backstep.train.Dataset;
import dev.backstep.train.Optimiser;
import dev.backstep.train.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `data`, `train` and `mlp` mean, and what is said where they are wrong.
class DataContractTest {

    private static final String NET =
            "param W = ones(1, 2)|yhat = sigmoid(W @ X)|loss L = mean(bce(yhat, y))|";
    private static final String SGD = "train sgd(rate=0.1)";
    private static final String XOR = "data xor(samples=40)|";

    private static Model model(String program) {
        return ProgramTextTest.read(program.replace('|', '\n'));
    }

    private static String told(String program, Path folder) {
        return switch (Language.read(program.replace('|', '\n'), folder)) {
            case Reading.Ok _ -> "";
            case Reading.Problems(var problems) ->
                    problems.stream()
                            .map(p -> p.at("f", program.replace('|', '\n')).substring(2))
                            .collect(Collectors.joining("\n"));
        };
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
        Batch first = Training.of(m.recipe().orElseThrow()).upcoming();
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
        assertTrue(model("data gauss()|L = sum(X)").recipe().isEmpty());
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
        Training training = Training.of(m.recipe().orElseThrow());
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
        assertTrue(Training.of(m.recipe().orElseThrow()).epoch());
    }

    @Test
    void a_file_of_samples_is_found_beside_the_program(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("a.csv"),
                "len,width,kind\n1,2,\"setosa\"\n3,4,virginica\n5,6,setosa\n7,8,setosa\n");
        String program = "data csv(\"a.csv\", label=kind, test=0)|L = sum(X) + sum(y)";
        Model m =
                assertInstanceOf(
                                Reading.Ok.class, Language.read(program.replace('|', '\n'), folder))
                        .model();
        assertEquals(new Shape(2, 4), m.leaf(0).shape());
        assertEquals(new Shape(2, 4), m.leaf(1).shape());
        assertEquals(
                List.of("setosa", "virginica"), m.learning().orElseThrow().data().train().labels());
        for (String label : List.of("\"kind\"", "3")) {
            assertEquals("", told(program.replace("kind", label), folder));
        }
        String wrong = told(program.replace("kind", "colour"), folder);
        assertTrue(wrong.contains("there is no column colour"), wrong);
    }

    @Test
    void a_changed_file_is_read_again(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "1,0\n2,1\n");
        String program = "data csv(\"a.csv\", label=2, test=0)|L = sum(X)";
        assertEquals("", told(program, folder));
        Files.writeString(file, "1,0\n2,x,1\n3,\n");
        assertEquals(
                "1:1: a.csv, line 2: 3 fields where the first row has 2\n"
                        + "1:1: a.csv, line 3: column 2 is missing",
                told(program, folder));
    }

    @Test
    void what_is_no_file_is_refused_without_waiting(@TempDir Path folder) {
        String program = "data csv(\"%s\", label=1)|L = 1";
        assertTrue(told(program.formatted("none.csv"), folder).contains("there is no file"));
        assertTrue(told(program.formatted("."), folder).contains("is not a file of samples"));
        assertTrue(
                !Files.exists(Path.of("/dev/zero"))
                        || told(program.formatted("/dev/zero"), folder)
                                .contains("is not a file of samples"));
    }

    /// The folder has the size and the time of the file that comes after it, as a file has that may
    /// not be read at first.
    @Test
    void a_file_that_can_be_read_at_last_is_read(@TempDir Path folder) throws Exception {
        Path file = Files.createDirectory(folder.resolve("a.csv"));
        int size = (int) Files.size(file);
        FileTime time = Files.getLastModifiedTime(file);
        Assumptions.assumeTrue(size >= 4, "folders have no size here");
        String program = "data csv(\"a.csv\", label=2, test=0)|L = sum(X)";
        assertTrue(told(program, folder).contains("is not a file of samples"));
        Files.delete(file);
        Files.writeString(file, "1,0\n".repeat(size / 4) + "\n".repeat(size % 4));
        Files.setLastModifiedTime(file, time);
        assertEquals("", told(program, folder));
    }

    static Stream<Arguments> problems() {
        String usesX = "|L = sum(X)";
        return Stream.of(
                says("data spirl()" + usesX, "1:6: unknown data set spirl (did you mean spiral?)"),
                says(
                        "data spirl()|yhat = mlp(X, [1], tanh, sigmoid)|L = mean(bce(yhat + Q, y)) + sum(W1)",
                        "1:6: unknown data set spirl (did you mean spiral?)",
                        "3:21: unknown name Q"),
                says(
                        "data mnist()|L = 1",
                        "1:6: unknown data set mnist (known: circle, xor, gauss, spiral, moons, blobs, plane, wave, csv)"),
                says(
                        "data xor(sampels=4)|L = 1",
                        "1:10: xor takes no key sampels (did you mean samples?)"),
                says(
                        "data xor(classes=4)|L = 1",
                        "1:10: xor takes no key classes (known: samples, noise, seed, test)"),
                says(
                        "data xor(400)|L = 1",
                        "1:10: xor takes its values by name (as in samples=400)"),
                says(
                        "data xor(samples=4, samples=5)|L = 1",
                        "1:21: samples is given twice (take out one of the two)"),
                says(
                        "data xor(samples=0)|L = 1",
                        "1:10: samples is a whole number from 1 to 1000000, not 0"),
                says(
                        "data xor(samples=1e7)|L = 1",
                        "1:10: samples is a whole number from 1 to 1000000, not 1e7"),
                says("data xor(samples=n)|L = 1", "1:18: samples takes a number, not n"),
                says("data xor(noise=-1)|L = 1", "1:10: noise goes from 0 to 10, not -1"),
                says("data xor(test=1)|L = 1", "1:10: test goes from 0 to less than 1, not 1"),
                says("data xor(seed=0.5)|L = 1", "1:10: seed is a whole number, not 0.5"),
                says(
                        "data blobs(classes=1)|L = 1",
                        "1:12: classes is a whole number from 2 to 1000, not 1"),
                says(
                        "data blobs(classes=1000, samples=1000000)|L = 1",
                        "1:1: too large: 1000000 samples of 1000 classes (samples times classes is at most 16 million)"),
                says(
                        "data csv(label=3)|L = 1",
                        "1:1: csv takes a file and its label, the column to be learnt (as in csv(\"file.csv\", label=3))"),
                says(
                        "data csv(\"a.csv\", noise=3)|L = 1",
                        "1:19: csv takes no key noise (known: label, seed, test)"),
                says(
                        "data xor()|data xor()|L = 1",
                        "2:1: there is a data line already (take out one of the two)"),
                says(
                        "X = 1|data xor()|L = X",
                        "2:1: data provides X, and X is assigned already (choose another name for that one)"),
                says(
                        "data xor()|y = 1|L = 1",
                        "2:1: y comes from the data, see its line (choose another name)"),
                says(
                        "L = sum(X)|data xor()",
                        "1:9: X is used before it is assigned (move its line up)"),
                says(
                        "data xor()",
                        "1:1: nothing is computed from this data (add a line such as loss L = mean(bce(yhat, y)))"),
                says(
                        "data xor()|L = X",
                        "2:1: the output is 2×32; only a 1×1 can be differentiated (take its sum or mean)"));
    }

    static Stream<Arguments> trainProblems() {
        return Stream.of(
                says(
                        "x = 1|train sgd(rate=0.03, batch=32)",
                        "2:1: there is no data to train on (add a line such as data spiral(samples=400))"),
                says(
                        XOR + NET + "train sdg(rate=1)",
                        "5:7: unknown optimiser sdg (did you mean sgd?)"),
                says(
                        XOR + NET + "train rmsprop(rate=1)",
                        "5:7: unknown optimiser rmsprop (known: sgd, adam)"),
                says(
                        XOR + NET + "train sgd(batch=8)",
                        "5:1: sgd needs its learning rate (as in rate=0.1)"),
                says(XOR + NET + "train sgd(rate=-1)", "5:11: rate is not negative, not -1"),
                says(
                        XOR + NET + "train sgd(rate=1, beta1=0.5)",
                        "5:19: sgd takes no key beta1 (known: rate, batch, momentum, l2, epochs, seed)"),
                says(
                        XOR + NET + "train sgd(rate=1, momentum=1)",
                        "5:19: momentum goes from 0 to less than 1, not 1"),
                says(
                        XOR + NET + "train sgd(rate=1, batch=0)",
                        "5:19: batch is a whole number from 1 to 1000000, not 0"),
                says(
                        XOR + NET + "train sgd(rate=1, epochs=1e9)",
                        "5:19: epochs is a whole number from 1 to 1000000, not 1e9"),
                says(
                        XOR + NET + SGD + "|" + SGD,
                        "6:1: there is a train line already (take out one of the two)"),
                says(
                        XOR + "param W = 1|loss L = W * mean(y)|" + SGD,
                        "1:1: the output does not depend on X of this data (as in W @ X + b)"),
                says(
                        XOR + "param W = 1|loss L = W * mean(X)|" + SGD,
                        "1:1: the output does not depend on y of this data (as in mean(bce(yhat, y)))"),
                says(
                        XOR + "W = [1, 1]|loss L = mean(se(W @ X, y))|" + SGD,
                        "4:1: there is nothing to train: the program has no param (write param before what is to be learnt)"),
                says(
                        XOR + "param W = [1, 1]|loss L = sum(se(W @ X, y))|" + SGD,
                        "3:1: the loss is not a mean over the samples (as mean(bce(yhat, y)) is)"),
                says(
                        XOR
                                + "param W = [1, 1]|c = ones(1, 32)|loss L = mean(se(W @ X + c, y))|"
                                + SGD,
                        "4:1: this cannot be trained: for 2 samples: W @ X is 1×2 and c is 1×32: they do not fit element by element (batches have different sizes)"),
                says(
                        XOR + "param W = [1, 1; 2, 2]|loss L = mean(se(W @ X, y))|" + SGD,
                        "3:1: this cannot be trained: y is 1×32 and is compared with 2×32 (a prediction has the shape of y)"),
                says(
                        "data blobs(classes=3)|param W = [1, 1]|loss L = mean(bce(sigmoid(W @ X), y))|"
                                + SGD,
                        "3:1: this cannot be trained: the prediction is 1×32 and y is 3×32 (a prediction has the shape of y)"),
                says(
                        "data xor(samples=40)|param W = [1, 1, 1]|loss L = mean(se(W @ X, y))",
                        "3:18: W is 1×3 and X is 2×32: the inner sizes 3 and 2 differ (transpose one?)"),
                says(
                        "data blobs(samples=40)|L = mean(ce(mlp(X, [4, 3], tanh, softmax), y))",
                        "2:10: ce: 3×32 and 5×32 differ"));
    }

    static Stream<Arguments> mlpProblems() {
        String example = " (as in mlp(X, [6, 6, 1], tanh, sigmoid))";
        return Stream.of(
                says(
                        "X = 1|L = mlp(X, [6, 1], tanh)",
                        "2:5: mlp takes its input, the sizes of its layers and two activations"
                                + example),
                says(
                        "X = 1|L = mlp(X, [6; 1], tanh, sigmoid)",
                        "2:12: the sizes of the layers are one row of numbers" + example),
                says(
                        "X = 1|L = mlp(X, X, tanh, sigmoid)",
                        "2:12: the sizes of the layers are one row of numbers" + example),
                says(
                        "X = 1|L = mlp(X, [0, 1], tanh, sigmoid)",
                        "2:12: the sizes of the layers are whole numbers from 1" + example),
                says(
                        "X = 1|L = mlp(X, [1e9, 1], tanh, sigmoid)",
                        "2:12: too large: over 4 million elements (take smaller layers)"),
                says(
                        "X = 1|L = mlp(X, [3000, 3000, 1], tanh, sigmoid)",
                        "2:5: too large: over 4 million elements in all (take smaller matrices)"),
                says(
                        "X = 1|L = mlp(X, [2, 1], tahn, sigmoid)",
                        "2:20: tahn is no activation for mlp (did you mean tanh?)"),
                says(
                        "X = 1|L = mlp(X, [2, 1], softmax, sigmoid)",
                        "2:20: softmax is for the output of mlp, not for hidden layers"),
                says(
                        "X = 1|b1 = 2|L = mlp(X, [2, 1], tanh, sigmoid)",
                        "3:5: mlp adds b1, and b1 is assigned already (choose another name for that one)"),
                says(
                        "X = 1|a2 = mlp(X, [2, 1], tanh, sigmoid)",
                        "2:6: mlp adds a2 itself (choose another name for this line)"),
                says(
                        "X = 1|L = mlp(X, [1], tanh, sigmoid)|W1 = 2",
                        "3:1: W1 is assigned twice (choose another name)"),
                says(
                        "X = 1|L = mlp(Q, [1], tanh, sigmoid) + sum(W1)",
                        "2:9: unknown name Q (did you mean X?)",
                        "2:38: W1 has no value, see its own line"),
                says(
                        "X = 1|L = mpl(X, [1], tanh, sigmoid)",
                        "2:5: unknown function mpl (did you mean mlp?)",
                        "2:17: unknown name tanh",
                        "2:23: unknown name sigmoid"));
    }

    @ParameterizedTest
    @MethodSource({"problems", "trainProblems", "mlpProblems"})
    void a_wrong_program_is_told(String program, String said) {
        assertEquals(said, told(program, Path.of("")));
    }

    private static Arguments says(String program, String... said) {
        return Arguments.of(program, String.join("\n", said));
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
