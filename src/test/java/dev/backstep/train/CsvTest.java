package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.tensor.Tensor;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    private static CsvReading read(String text, String label) {
        try {
            return Csv.read(new StringReader(text), label);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Dataset data(String text, String label) {
        CsvReading reading = read(text, label);
        return reading instanceof CsvReading.Ok(Dataset data) ? data : fail(reading);
    }

    private static Dataset fail(CsvReading reading) {
        throw new AssertionError(reading.toString());
    }

    private static List<String> problems(String text, String label) {
        return read(text, label) instanceof CsvReading.Problems(var problems)
                ? problems.stream().map(Object::toString).toList()
                : List.of();
    }

    @Test
    void texts_in_the_label_column_become_classes_in_alphabetical_order() {
        Dataset data = data("w,h,kind\n1,2,cat\n3,4,ant\n5,6,cat\n", "kind");
        assertEquals(Dataset.Task.CLASSES, data.task());
        assertEquals(List.of("ant", "cat"), data.labels());
        assertEquals(Tensor.of(2, 3, 1, 3, 5, 2, 4, 6), data.x());
        assertEquals(Tensor.of(2, 3, 0, 1, 0, 1, 0, 1), data.y());
    }

    @Test
    void a_label_is_found_by_name_or_by_place_with_a_header_or_without() {
        Tensor y = Tensor.of(1, 2, 0, 1);
        assertEquals(y, data("y,x\n0,5\n1,6", "y").y());
        assertEquals(y, data("y,x\n0,5\n1,6", "1").y());
        assertEquals(y, data("0,5\n1,6", "1").y());
        assertEquals(Dataset.Task.BINARY, data("0,5\n1,6", "1").task());
        assertEquals(Dataset.Task.REGRESSION, data("0,5\n1,6", "2").task());
    }

    @Test
    void quotes_separators_spaces_and_marks_are_understood() {
        Tensor x = Tensor.of(2, 2, 1.5, -2e3, 7, 8);
        assertEquals(x, data("\"1.5\",\"7\",\"a, \"\"b\"\"\"\n -2e3 , 8 ,c\n", "3").x());
        assertEquals(
                List.of("a, \"b\"", "c"),
                data("\"1.5\",\"7\",\"a, \"\"b\"\"\"\n -2e3 , 8 ,c\n", "3").labels());
        assertEquals(x, data("1.5;7;a\r\n-2e3;8;b\r\n", "3").x());
        assertEquals(x, data("1.5\t7\ta\n-2e3\t8\tb", "3").x());
        assertEquals(x, data("\uFEFFp,q,y\n1.5,7,a\n\n-2e3,8,b\n", "y").x());
    }

    @Test
    void every_bad_line_is_named_with_its_number() {
        assertEquals(
                List.of(
                        "line 3: column 2 (h) is missing",
                        "line 4: 2 fields where the first row has 3",
                        "line 6: column 1 (w) is 'tall', not a number",
                        "line 7: column 3 (kind) is missing",
                        "line 9: column 1 (w) is 'NaN', not a number"),
                problems(
                        "w,h,kind\n1,2,a\n1,,a\n1,2\n1,2,b\ntall,2,b\n1,2,\n1,\"2\",c\nNaN,1,c",
                        "kind"));
    }

    @Test
    void lines_are_counted_in_the_file_and_not_in_rows() {
        assertEquals(
                List.of("line 5: column 1 (x) is 'b', not a number"),
                problems("x,y\n1,\"two\nlines\"\n\nb,c\n", "y"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "``|there are no samples in it",
                "x,z|there are no samples in it",
                "x,y\\n1,2|line 1: there is no column z; the columns are x, y",
                "1\\n2|line 1: there is no column z; the columns are 1",
                "x,z\\n1,\"2|line 2: its quotes are not closed or not followed by a separator",
                "x,z\\n1,\"2\"3\\n|line 2: its quotes are not closed or not followed by a separator",
                "x,z\\n1d,2|line 2: column 1 (x) is '1d', not a number",
                "x,z\\n1e999,2|line 2: column 1 (x) is '1e999', not a number",
                "z\\n1|line 1: there is only one column: nothing to learn from"
            })
    void malformed_files_are_refused_in_words(String text, String message) {
        assertEquals(List.of(message), problems(text.replace("\\n", "\n"), "z"));
    }

    @Test
    void a_place_beyond_the_columns_is_refused() {
        assertEquals(
                List.of("line 1: there is no column 3; the columns are 1, 2"),
                problems("1,2\n3,4", "3"));
        assertEquals(
                List.of("line 1: there is no column 0; the columns are 1, 2"),
                problems("1,2\n3,4", "0"));
    }

    @Test
    void a_score_of_problems_is_enough() {
        assertEquals(20, problems("x,y\n" + "a,1\n".repeat(100), "y").size());
    }

    @Test
    void files_that_cannot_be_read_are_refused_in_words(@TempDir Path folder) throws IOException {
        Path none = folder.resolve("none.csv");
        assertEquals(
                "there is no file " + none,
                ((CsvReading.Problems) Csv.read(none, "y")).problems().getFirst().message());
        Path latin =
                Files.write(
                        folder.resolve("latin.csv"),
                        new byte[] {'x', ',', 'y', '\n', (byte) 0xe9, ',', '1'});
        assertTrue(
                Csv.read(latin, "y").toString().contains("is not UTF-8 text"),
                Csv.read(latin, "y").toString());
    }

    @Test
    void a_million_rows_are_read_and_one_more_is_refused() {
        assertEquals(1_000_000, data("1,0\n".repeat(1_000_000), "2").samples());
        assertEquals(
                List.of("line 1000001: there are more than 1000000 rows"),
                problems("1,0\n".repeat(1_000_001), "2"));
    }
}
