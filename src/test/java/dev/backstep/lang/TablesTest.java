package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.backstep.data.CsvFiles;
import dev.backstep.data.Dataset;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables as pandas, R, Excel and people write them, and what `csv(…)` says about them.
class TablesTest {

    @TempDir Path folder;

    /// The training part of a table, none of it held back, in the order of the file or not.
    private Dataset data(String table, String arguments) throws Exception {
        return model(table, arguments).learning().orElseThrow().data().train();
    }

    private Model model(String table, String arguments) throws Exception {
        Files.writeString(folder.resolve("t.csv"), table);
        String program = "data csv(\"t.csv\", " + arguments + ", test=0)\nL = sum(X) + sum(y)";
        return assertInstanceOf(
                        ReadResult.Ok.class,
                        Language.read(program, CsvFiles.in(folder)),
                        () -> Language.read(program, CsvFiles.in(folder)).toString())
                .model();
    }

    private String told(String table, String arguments) throws Exception {
        Files.writeString(folder.resolve("t.csv"), table);
        return told(arguments);
    }

    private String told(String arguments) {
        String program = "data csv(\"t.csv\", " + arguments + ", test=0)\nL = sum(X) + sum(y)";
        return DataProblemsTest.told(program, folder);
    }

    /// `X` without regard to the order of its samples.
    private static double sum(Dataset data) {
        return Arrays.stream(data.x().toArray()).sum();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Sepal.Length,b|Sepal.Length",
                "petal length,b|petal length",
                "класс,b|класс",
                "标签,b|标签",
                "Price (USD),b|Price (USD)",
                "a-b/c,b|a-b/c",
                "2nd,b|2nd",
                "9.5,b|\"9.5\"",
                "b,\"x, y\"|\"x, y\"",
                "caf\u0065\u0301,b|caf\u00e9",
                "a,b|1"
            })
    void a_column_is_named_in_any_characters(String header, String label) throws Exception {
        Dataset data = data(header + "\n2,3\n4,7\n", "label=" + label);
        assertEquals(Dataset.Task.REGRESSION, data.task());
        assertEquals(1, data.features());
    }

    private static List<String> notes(Model model) {
        return model.learning().orElseThrow().notes().stream().map(Bundle.ENGLISH::say).toList();
    }

    @Test
    void a_column_that_counts_and_has_no_name_is_left_out_and_said() throws Exception {
        for (String table :
                List.of(
                        ",x,y\n0,5,1\n1,6,0\n2,7,1\n",
                        "\"\",\"x\",\"y\"\n\"1\",5,1\n\"2\",6,0\n",
                        "Unnamed: 0,x,y\n0,5,1\n1,6,0\n",
                        "x,y\n1,5,1\n2,6,0\n")) {
            Model model = model(table, "label=y");
            assertEquals(new Shape(1, model.leaf(0).cols()), model.leaf(0).shape(), table);
            assertEquals(
                    List.of("t.csv: column 1 has no name and counts the rows: it is left out"),
                    notes(model));
        }
        assertEquals(2, data(",x,y\n3,5,1\n1,6,0\n", "label=y").features());
        assertEquals(1, data(",x,y\n0,5,1\n1,6,0\n", "label=y, features=1").features());
        assertEquals(2, data("id,x,y\n0,5,1\n1,6,0\n", "label=y").features());
    }

    @Test
    void decimal_commas_are_read_where_the_separator_is_none() throws Exception {
        assertEquals(
                -0.917 + 0.709 + 1234.5 - 2e6,
                sum(data("a;b;c\n-0,917;0,709;1\n1.234,5;-2.000.000;0\n", "label=c")),
                1e-9);
        assertEquals(1.5 + 2, sum(data("a\tb\n1,5\t1\n2\t0\n", "label=b")));
        assertEquals(1234 + 0.5, sum(data("a;b\n1.234;1\n0,5;0\n", "label=b")));
        assertEquals(1.234 + 0.5, sum(data("a;b\n1.234;1\n0.5;0\n", "label=b")));
        assertEquals(0.5 + 2, sum(data("sep=;\na;b\n0,5;1\n2;0\n", "label=b")));
        assertEquals(0.5 + 2, sum(data("0,5;1\n2;0\n", "label=2")));
    }

    @Test
    void trailing_separators_blank_rows_comments_and_line_breaks_are_understood() throws Exception {
        for (String table :
                List.of(
                        "x\ty\t\n1\t0\t\n2\t1\t\n",
                        "x,y,\n1,0,\n2,1,\n",
                        "x,y\n1,0,\n2,1,\n",
                        "1,0,\n2,1,\n",
                        "# made by hand, in a hurry\nx,y\n1,0\n\n# \"the rest\n2,1\n,\n",
                        "# x,y\n1,0\n2,1\n",
                        "x,y\r1,0\r2,1\r",
                        "\"x\",\"y\"\r\n\"1\",\"0\"\r\n\"2\",\"1\"")) {
            String label = table.startsWith("1") ? "label=2" : "label=y";
            Dataset data = data(table, label);
            assertEquals(1, data.features(), table);
            assertEquals(Dataset.Task.BINARY, data.task(), table);
            assertEquals(3, sum(data), table);
        }
        Dataset broken = data("x,n,y\n1,\"two\nlines\",0\n2,one,1\n", "label=y");
        assertEquals(3, broken.features());
    }

    @Test
    void texts_become_columns_of_0_and_1() throws Exception {
        Dataset data = data("x,colour,y\n1,red,0\n2,blue,1\n3,red,1\n", "label=y");
        assertEquals(3, data.features());
        assertEquals(1 + 2 + 3 + 3, sum(data));
        StringBuilder names = new StringBuilder("x,name,y\n");
        for (int k = 0; k < 51; k++) {
            names.append(k).append(",n").append(k).append(",1\n");
        }
        assertEquals(
                "1:10: t.csv, line 52: column 2 (name) has over 50 different texts, too many to be"
                        + " columns of 0 and 1 (leave=name leaves it out)",
                told(names.toString(), "label=y"));
        assertEquals(1, data(names.toString(), "label=y, leave=name").features());
    }

    @Test
    void features_are_taken_in_the_order_that_is_asked_for() throws Exception {
        Dataset data = data("a,b,c,y\n1,2,3,0\n", "label=y, features=[c, a]");
        assertEquals(Tensor.of(2, 1, 3, 1), data.x());
        assertEquals(
                "1:40: features says which columns to take, leave which not to (take out one of the"
                        + " two)",
                told("a,b,c,y\n1,2,3,0\n", "label=y, features=a, leave=b"));
    }

    @Test
    void several_labels_are_learnt_together() throws Exception {
        Dataset numbers = data("x,a,b\n1,2,3\n", "label=[b, a]");
        assertEquals(Dataset.Task.REGRESSION, numbers.task());
        assertEquals(Tensor.of(2, 1, 3, 2), numbers.y());
        Dataset oneHot = data("x,a,b\n1,0,1\n2,1,0\n", "label=[a, b]");
        assertEquals(Dataset.Task.CLASSES, oneHot.task());
        assertEquals(List.of("a", "b"), oneHot.labels());
        assertEquals(
                "1:10: t.csv, line 3: column 3 (b) is 'no', not a number (several labels are"
                        + " numbers; a label of classes stands alone)",
                told("x,a,b\n1,0,1\n2,1,no\n", "label=[a, b]"));
    }

    @ParameterizedTest
    @CsvSource({
        "2 0 1 0, 0 1 2",
        "10 9 10 9, 9 10",
        "-1 1 1 -1, -1 1",
        "yes no no yes, no yes",
        "TRUE FALSE TRUE FALSE, FALSE TRUE",
        "1.0 1 2 2.0, 1.0 2",
        "0 1 1 0, 0 1"
    })
    void any_labels_are_classes_if_asked_for(String labels, String classes) throws Exception {
        Dataset data = data("5," + labels.replace(" ", "\n5,") + "\n", "label=2, classes=true");
        assertEquals(Dataset.Task.CLASSES, data.task());
        assertEquals(List.of(classes.split(" ")), data.labels());
    }

    @Test
    void a_gap_is_refused_with_the_way_out_or_its_row_is_left_out() throws Exception {
        String table = "a,b,y\n1,?,0\n2,3,1\n,5,1\nNA,6,0\n7,NaN,1\n8,9,null\n";
        assertEquals(
                "1:10: t.csv, line 2: column 2 (b) is missing, and a value in 4 more rows"
                        + " (missing=drop leaves such rows out)",
                told(table, "label=y"));
        Model dropped = model(table, "label=y, missing=drop");
        assertEquals(Tensor.of(2, 1, 2, 3), dropped.learning().orElseThrow().data().train().x());
        assertEquals(List.of("t.csv: 5 rows with missing values are left out"), notes(dropped));
        assertEquals("", told(table, "label=2, features=1, missing=drop"));
    }

    /// Of 1, 2, 3 the mean is 2 and the deviation √(2/3); the second column is the same everywhere.
    @Test
    void features_are_scaled_by_the_training_part() throws Exception {
        Dataset data =
                data("a,b,w,y\n1,0.1,p,0\n2,0.1,q,1\n3,0.1,p,1\n", "label=y, scale=standard");
        assertEquals(4, data.features());
        for (int row = 0; row < 4; row++) {
            double sum = 0;
            double squares = 0;
            for (int k = 0; k < 3; k++) {
                double x = data.x().at(3 * row + k);
                sum += x;
                squares += x * x;
            }
            assertEquals(new double[] {0, 0, 2, 1}[row], sum, 1e-12);
            assertEquals(new double[] {3, 0, 2, 1}[row], squares, 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,y/12%,1|line 2: column 1 (a) is '12%', not a number (write a share instead: 12% is 0.12)",
                "a,y/\"1,234\",1|line 2: column 1 (a) is '1,234', not a number (write it with a decimal point, and without commas between thousands)",
                "a,y/$5,1|line 2: column 1 (a) is '$5', not a number (write the number without its currency)",
                "a;y/0,5;1/0.5;0|line 3: column 1 (a) is '0.5', not a number (other numbers have a decimal comma: write them all one way)",
                "a,y/1,cat/2,cat|t.csv: column 2 (y) is 'cat' in every row: there are no classes to tell apart (choose another label)",
                "a,b/1,2/3,4|line 1: there is no column y; the columns are a, b",
                "1,2/3,4|line 1: there is no column y; the columns are 1, 2 (without a header columns are given by place, as in label=1)",
                "y/1|line 1: there is only one column: nothing to learn from (fields are separated by commas, semicolons or tabs)",
                "a,y/1,2/1,2,3|line 3: 3 fields where the first row has 2 (a text with a separator in it stands in quotes)",
                "a,y/,1/,0|t.csv: every row has a missing value"
            })
    void every_refusal_says_where_and_the_way_out(String table, String message) throws Exception {
        String arguments =
                message.endsWith("a missing value") ? "label=y, missing=drop" : "label=y";
        String told = told(table.replace('/', '\n'), arguments);
        String file = message.startsWith("line") ? "t.csv, " : "";
        assertEquals(
                "1:10: " + file + message,
                told.replaceAll(" \\(leave the columns out that have\\)", ""));
    }

    @Test
    void files_that_are_no_utf_8_are_to_be_saved_as_such() throws Exception {
        Path file = folder.resolve("t.csv");
        Files.write(file, "x,y\n1,0\n".getBytes(StandardCharsets.UTF_16));
        assertEquals(told("label=y").replaceAll(".* is not", "is not"), told(16));
        Files.write(file, "x,y\n1,0\n".getBytes(StandardCharsets.UTF_16LE));
        assertEquals(told("label=y").replaceAll(".* is not", "is not"), told(16));
        Files.write(file, "é,y\n1,0\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(told("label=y").replaceAll(".* is not", "is not"), told(1));
    }

    private static String told(int encoding) {
        String perhaps =
                encoding == 16 ? "it looks like UTF-16" : "perhaps Latin-1 or Windows-1252";
        return "is not UTF-8 text: " + perhaps + " (save it as UTF-8; in Excel: CSV UTF-8)";
    }
}
