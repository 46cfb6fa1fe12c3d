package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.data.CsvFiles;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is said where `data`, `train` and `mlp` are wrong.
class DataProblemsTest {

    private static final String NET =
            "param W = ones(1, 2)|yhat = sigmoid(W @ X)|loss L = mean(bce(yhat, y))|";
    private static final String SGD = "train sgd(rate=0.1)";
    private static final String XOR = "data xor(samples=40)|";

    /// What is said of a program whose lines end with `|`, without the name of its file.
    static String told(String program, Path folder) {
        return switch (Language.read(program.replace('|', '\n'), CsvFiles.in(folder))) {
            case ReadResult.Ok _ -> "";
            case ReadResult.Problems(var problems) ->
                    problems.stream()
                            .map(p -> p.at("f", program.replace('|', '\n')).substring(2))
                            .collect(Collectors.joining("\n"));
        };
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
                        "1:6: unknown data set mnist (known: circle, xor, gauss, spiral, moons, blobs, plane, wave, rule, points, csv)"),
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
                        "1:1: csv takes a file in quotes and its label, the column to be learnt (as in csv(\"file.csv\", label=3))"),
                says(
                        "data csv(\"a.csv\", noise=3)|L = 1",
                        "1:19: csv takes no key noise (known: label, features, leave, missing, classes, scale, seed, test)"),
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
                        "2:22: there are no batches without a data line: each step takes the whole loss (leave batch out)"),
                says(
                        XOR + NET + "train sdg(rate=1)",
                        "5:7: unknown optimiser sdg (did you mean sgd?)"),
                says(
                        XOR + NET + "train lion(rate=1)",
                        "5:7: unknown optimiser lion (known: sgd, adam, adamw, rmsprop)"),
                says(
                        XOR + NET + "train sgd(batch=8)",
                        "5:1: sgd needs its learning rate (as in rate=0.1)"),
                says(XOR + NET + "train sgd(rate=-1)", "5:11: rate is not negative, not -1"),
                says(
                        XOR + NET + "train sgd(rate=1, beta1=0.5)",
                        "5:19: sgd takes no key beta1 (known: rate, batch, momentum, l2, clip, epochs, seed)"),
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
                        "3:1: this cannot be trained: the prediction is 1×32 and y is 3×32 (y has a row for each class: end with 3 outputs, softmax, and compare by ce)"),
                says(
                        "data xor(samples=40)|param W = [1, 1, 1]|loss L = mean(se(W @ X, y))",
                        "3:18: W is 1×3 and X is 2×32: the inner sizes 3 and 2 differ (transpose one?)"),
                says(
                        "data blobs(samples=40)|L = mean(ce(mlp(X, [4, 3], tanh, softmax), y))",
                        "2:10: ce: 3×32 and 5×32 differ (y has a row for each of its 5 classes)"));
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
                        "2:9: unknown name Q (did you mean X?)"),
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
}
