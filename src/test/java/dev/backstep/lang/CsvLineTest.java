package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvOptions;
import dev.backstep.data.CsvRequest;
import dev.backstep.data.DataFiles;
import dev.backstep.data.Dataset.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLineTest {

    private static final String PROGRAM =
            """
            # flowers
            data moons(samples=300, seed=42, test=0.3)
            yhat = mlp(X, [6, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.1, batch=16)
            """;

    @Test
    void a_line_is_read_as_it_was_meant() {
        List<CsvOptions> all =
                List.of(
                        CsvOptions.of("species"),
                        new CsvOptions(
                                List.of("Sepal.Length"),
                                List.of(),
                                List.of("petal length (cm)", "id", "класс"),
                                true,
                                true),
                        new CsvOptions(
                                List.of("4", "5"), List.of("1", "a, b"), List.of(), false, false));
        for (CsvOptions options : all) {
            for (boolean scaled : new boolean[] {false, true}) {
                CsvLine line = new CsvLine("data/two words.csv", options, scaled);
                String made = TrainingText.of(PROGRAM).withCsv(line, Task.CLASSES, 3);
                assertEquals(
                        List.of(new CsvRequest(line.file(), options, 0.3, 42, scaled)),
                        asked(made),
                        made);
            }
        }
    }

    private static List<CsvRequest> asked(String program) {
        List<CsvRequest> asked = new ArrayList<>();
        Language.read(
                program,
                request -> {
                    asked.add(request);
                    return DataFiles.NONE.read(request);
                });
        return asked;
    }

    @Test
    void the_network_follows_the_classes() {
        CsvLine line = new CsvLine("iris.csv", CsvOptions.of("species"), false);
        String made = TrainingText.of(PROGRAM).withCsv(line, Task.CLASSES, 3);
        assertTrue(
                made.startsWith(
                        "# flowers\ndata csv(\"iris.csv\", seed=42, test=0.3, label=species)"),
                made);
        assertTrue(made.contains("[6, 3], tanh, softmax") && made.contains("ce(yhat, y)"), made);
        assertEquals("data csv(\"iris.csv\", label=species)", line.text());
        assertTrue(
                TrainingText.of("x = 1\n")
                        .withCsv(line, Task.CLASSES, 3)
                        .startsWith(line.text() + "\nx = 1\n"));
    }

    @Test
    void names_that_would_be_read_as_something_else_are_not_written() {
        for (String bad : List.of("", " ", "3", " a", "say \"a\"", "a\nb")) {
            assertFalse(CsvLine.canName(bad), bad);
        }
        assertTrue(CsvLine.canName("petal length (cm)"));
    }
}
