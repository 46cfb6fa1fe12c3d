package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Losses that compare classes, where the data give numbers or two classes in one row.
class ClassLossesTest {

    private static final String SGD = "|train sgd(rate=0.1)";
    private static final Path HERE = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "plane, bce, sigmoid",
        "wave, bce, sigmoid",
        "plane, bce_logits, linear",
        "wave, ce, softmax",
        "wave, ce_logits, linear",
    })
    void numbers_are_not_compared_as_classes(String data, String loss, String last) {
        String program =
                "data %s()|yhat = mlp(X, [4, 1], tanh, %s)|loss L = mean(%s(yhat, y))"
                        .formatted(data, last, loss);
        String said =
                "3:15: %s gives numbers, and %s compares classes (compare numbers by se, as in mean(se(yhat, y)))"
                        .formatted(data, loss);
        assertEquals(said, DataProblemsTest.told(program + SGD, HERE));
        assertEquals(said, DataProblemsTest.told(program, HERE));
    }

    @ParameterizedTest
    @CsvSource({"xor, ce, softmax", "spiral, ce, sigmoid", "moons, ce_logits, linear"})
    void one_row_of_labels_is_not_compared_as_several_classes(
            String data, String loss, String last) {
        String program =
                "data %s()|yhat = mlp(X, [4, 1], tanh, %s)|loss L = mean(%s(yhat, y))"
                        .formatted(data, last, loss);
        assertEquals(
                "3:15: %s gives one row of 0 and 1, and %s compares a row for each class (compare one row by bce, as in mean(bce(yhat, y)) after a sigmoid)"
                        .formatted(data, loss),
                DataProblemsTest.told(program + SGD, HERE));
    }

    @Test
    void numbers_of_another_name_or_shape_are_numbers_still() {
        String said = " plane gives numbers, and bce compares classes";
        String hint = " (compare numbers by se, as in mean(se(yhat, y)))";
        String program =
                "data plane()|t = y|p = sigmoid([1, 1; 1, 1] @ X)"
                        + "|loss L = mean(bce(p, y)) + mean(bce(sum(p, rows), t))";
        assertEquals(
                "4:15:" + said + hint + "\n4:33:" + said + hint,
                DataProblemsTest.told(program, HERE));
    }

    @Test
    void numbers_turned_to_a_column_are_numbers_still() {
        assertEquals(
                "3:15: plane gives numbers, and bce compares classes"
                        + " (compare numbers by se, as in mean(se(yhat, y)))",
                DataProblemsTest.told(
                        "data plane()|p = sigmoid([1, 1] @ X)|loss L = mean(bce(p', y'))", HERE));
    }

    @Test
    void a_column_of_numbers_is_told_with_how_classes_are_written(@TempDir Path folder)
            throws Exception {
        Files.writeString(folder.resolve("a.csv"), "1,2,1\n3,4,2\n5,6,3\n7,8,1\n");
        assertEquals(
                "2:15: csv gives numbers, and bce compares classes (compare numbers by se, as in"
                        + " mean(se(yhat, y)); for classes add classes=true to the data line and compare by ce)",
                DataProblemsTest.told(
                        "data csv(\"a.csv\", label=3)|loss L = mean(bce(mlp(X, [1], tanh, sigmoid), y))"
                                + SGD,
                        folder));
    }

    @Test
    void shares_from_0_to_1_may_be_learnt_by_bce(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.csv"), "1,2,0.25\n3,4,1\n5,6,0\n7,8,0.5\n");
        assertEquals(
                "",
                DataProblemsTest.told(
                        "data csv(\"a.csv\", label=3)|loss L = mean(bce(mlp(X, [1], tanh, sigmoid), y))"
                                + SGD,
                        folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data plane()|loss L = mean(se(mlp(X, [1], tanh, sigmoid), y))" + SGD,
                "data plane()|loss L = mean(bce(mlp(X, [1], tanh, sigmoid), step(y)))",
                "data plane()|q = bce(sigmoid(sum(X, rows)), y)|loss L = mean(se(sum(X, rows), y))",
                "data xor()|loss L = mean(se(mlp(X, [1], tanh, sigmoid), y))" + SGD,
                "data blobs()|loss L = mean(se(mlp(X, [5], tanh, softmax), y))" + SGD,
                "data xor()|loss L = mean(bce(mlp(X, [1], tanh, sigmoid), y))" + SGD,
                "p = 0.5|t = 3|L = bce(p, t)",
            })
    void what_has_a_meaning_is_left_alone(String program) {
        assertEquals("", DataProblemsTest.told(program, HERE));
    }
}
