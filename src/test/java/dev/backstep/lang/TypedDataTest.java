package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.Dataset;
import dev.backstep.train.Training;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Samples that the program itself holds: by a rule, or typed in.
class TypedDataTest {

    private static Model model(String program) {
        return assertInstanceOf(
                        ReadResult.Ok.class,
                        Language.read(program),
                        () -> Language.read(program).toString())
                .model();
    }

    private static Dataset data(String data) {
        return model("data " + data + "\nL = sum(X) + sum(y)")
                .learning()
                .orElseThrow()
                .data()
                .train();
    }

    @Test
    void a_rule_gives_label_1_where_it_is_above_0() {
        Dataset data = data("rule(x1^2 + x2^2 - 0.5, samples=500, test=0)");
        assertEquals(Dataset.Task.BINARY, data.task());
        assertEquals(500, data.samples());
        int ones = 0;
        for (int k = 0; k < 500; k++) {
            double x1 = data.x().at(k);
            double x2 = data.x().at(500 + k);
            assertTrue(Math.abs(x1) <= 1 && Math.abs(x2) <= 1);
            assertEquals(x1 * x1 + x2 * x2 > 0.5 ? 1 : 0, data.y().at(k));
            ones += (int) data.y().at(k);
        }
        assertTrue(ones > 250 && ones < 360, ones + " of 500; the share is 1 − π/8");
        assertEquals(data("rule(x1, seed=3)").x(), data("rule(-x1, seed=3)").x());
        assertEquals(320, data("rule(x1*x2)").samples());
    }

    @Test
    void points_are_typed_samples_a_row_each() {
        Dataset xor = data("points([0, 0, 0; 0, 1, 1; 1, 0, 1; 1, 1, 0])");
        assertEquals(Dataset.Task.BINARY, xor.task());
        assertEquals(4, xor.samples());
        for (int k = 0; k < 4; k++) {
            assertEquals(xor.x().at(k) != xor.x().at(4 + k) ? 1 : 0, xor.y().at(k));
        }
        assertEquals(Dataset.Task.REGRESSION, data("points([1, 0.5; 2, 1])").task());
        Dataset classes = data("points([5, 0, 1; 6, 1, 0], labels=2)");
        assertEquals(Dataset.Task.CLASSES, classes.task());
        assertEquals(1, classes.features());
        assertEquals(2, data("points([5, 0.5, 1; 6, 1, 0], labels=2)").outputs());
        assertEquals(1, data("points([1, 0; 2, 1], test=0.5)").samples());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule(samples=3)|1:1: rule takes an expression of x1 and x2, with label 1 where it is above 0 (as in rule(x1*x2, samples=400))",
                "rule(x3)|1:11: unknown name x3 (did you mean x1?)",
                "rule(2)|1:11: the rule is the same for all points (use x1 and x2 in it)",
                "rule([x1, x2])|1:11: a rule gives one number for each point, this gives 1×2 (x1 and x2 are numbers)",
                "rule([1, 2]*x1)|1:11: a rule gives one number for each point, this gives 1×2 (x1 and x2 are numbers)",
                "rule(x1, size=3)|1:15: rule takes no key size (known: samples, noise, seed, test)",
                "rule(x1, x2)|1:15: rule takes its values by name (as in samples=x2)",
                "points()|1:1: points takes a matrix with a sample in each row, the label last (as in points([0, 0, 0; 0, 1, 1; 1, 0, 1; 1, 1, 0]))",
                "points(3)|1:1: points takes a matrix with a sample in each row, the label last (as in points([0, 0, 0; 0, 1, 1; 1, 0, 1; 1, 1, 0]))",
                "points([1; 2])|1:13: a row needs a feature and a label (as in [x1, x2, label; …])",
                "points([1, 2; 3])|1:20: this row has 1, the first has 2 (rows are separated by ;)",
                "points([1, 2], labels=2)|1:21: labels is a whole number from 1 to 1, not 2"
            })
    void a_wrong_line_is_told(String data, String told) {
        assertEquals(
                told, DataProblemsTest.told("data " + data + "\nL = sum(X) + sum(y)", Path.of("")));
    }

    @Test
    void typed_samples_are_learnt() {
        for (String text :
                List.of(
                        "data points([0, 0, 0; 0, 1, 1; 1, 0, 1; 1, 1, 0])\n",
                        "const X = [0, 0, 1, 1; 0, 1, 0, 1]\nconst y = [0, 1, 1, 0]\n")) {
            Model model =
                    model(
                            text
                                    + "yhat = mlp(X, [6, 1], tanh, sigmoid)\n"
                                    + "loss L = mean(bce(yhat, y))\n"
                                    + "train adamw(rate=0.05, epochs=800, clip=5)");
            Training training = Training.of(model.setup().orElseThrow());
            for (int k = 0; k < 800; k++) {
                training.epoch();
            }
            assertEquals(800, training.steps());
            assertTrue(training.epochLoss() < 0.05, text + training.epochLoss());
        }
    }

    @Test
    void without_data_something_has_to_depend_on_a_param() {
        assertEquals(
                "2:1: there is nothing to train: the program has no param"
                        + " (write param before what is to be learnt)",
                DataProblemsTest.told("x = 1\ntrain sgd(rate=1)", Path.of("")));
        assertEquals(
                "4:1: there is nothing to train: the output depends on no param"
                        + " (write loss before the name of what is to be made small)",
                DataProblemsTest.told(
                        "param x = 1\nz = 3\nw = z*z\ntrain sgd(rate=1)", Path.of("")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule(x1*x2-0.5, samples=40)",
                "points([0, 0, 0; 0, 1, 1], labels=1)",
            })
    void a_printed_program_is_the_same(String data) {
        Model model = model("data " + data + "\nL = sum(X) + sum(y)");
        Model again = model(ProgramText.of(model));
        assertEquals(model.leaf(0), again.leaf(0));
        assertEquals(model.leaf(1), again.leaf(1));
    }
}
