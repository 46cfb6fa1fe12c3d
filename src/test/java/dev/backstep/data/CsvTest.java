package dev.backstep.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static CsvReading read(String text, String label) {
        try {
            return Csv.read(new StringReader(text), CsvOptions.of(label));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Dataset data(String text, String label) {
        CsvReading reading = read(text, label);
        return reading instanceof CsvReading.Ok(Dataset data, var _, var _) ? data : fail(reading);
    }

    private static Dataset fail(CsvReading reading) {
        throw new AssertionError(reading.toString());
    }

    private static List<String> problems(String text, String label) {
        return read(text, label) instanceof CsvReading.Problems(var problems)
                ? problems.stream().map(p -> Bundle.ENGLISH.say(p.sentence())).toList()
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
                        "line 3: column 2 (h) is missing, and a value in 2 more rows",
                        "line 4: 2 fields where the first row has 3",
                        "line 6: column 1 (w) is 'tall', not a number",
                        "line 10: column 2 (h) is 'low', not a number"),
                problems(
                        "w,h,kind\n1,2,a\n1,,a\n1,2\n1,2,b\ntall,2,b\n1,2,\n1,\"2\",c\nNaN,1,c\n1,low,c",
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
                "x,z\\n1%,2|line 2: column 1 (x) is '1%', not a number",
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
        assertEquals(20, problems("x,y\n5,1\n" + "a,1\n".repeat(100), "y").size());
    }

    @Test
    void files_that_cannot_be_read_are_refused_in_words(@TempDir Path folder) throws IOException {
        Path none = folder.resolve("none.csv");
        assertEquals(
                "there is no file " + none,
                Bundle.ENGLISH.say(
                        ((CsvReading.Unreadable) CsvFiles.read(none, CsvOptions.of("y")))
                                .problem()
                                .message()));
        Path latin =
                Files.write(
                        folder.resolve("latin.csv"),
                        new byte[] {'x', ',', 'y', '\n', (byte) 0xe9, ',', '1'});
        assertTrue(
                CsvFiles.read(latin, CsvOptions.of("y")).toString().contains("csv.latin"),
                CsvFiles.read(latin, CsvOptions.of("y")).toString());
    }

    @Test
    void a_million_rows_are_read_and_one_more_is_refused() {
        assertEquals(1_000_000, data("1,0\n".repeat(1_000_000), "2").samples());
        assertEquals(
                List.of("line 1000001: there are more than 1000000 rows"),
                problems("1,0\n".repeat(1_000_001), "2"));
    }

    @ParameterizedTest
    @CsvSource({"65536, 0", "65536, 60000", "65536, 65535", "30000, 0"})
    void one_text_among_a_thousand_numbers_is_refused_and_does_not_make_them_classes(
            int rows, int place) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < rows; k++) {
            text.append("1,").append(k == place ? "red" : String.valueOf(k + 0.5)).append('\n');
        }
        assertEquals(
                List.of(
                        ("line %d: column 2 has over 1000 different values, and that of line %d is"
                                        + " a text, 'red': take out its row, or choose another label")
                                .formatted(Math.max(1001, place + 1), place + 1)),
                problems(text.toString(), "2"));
    }

    @Test
    void samples_times_classes_are_limited_as_those_of_blobs_are() {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < 16_001; k++) {
            text.append("1,c").append(k % 1000).append('\n');
        }
        assertEquals(
                List.of(
                        "too large: 16001 samples of 1000 classes; samples times classes is at"
                                + " most 16 million"),
                problems(text.toString(), "2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc,1,0\\n2,3,1|3|line 1: column 1 is 'abc', not a number",
                "1;2,5;0\\n1;2.5;1|3|line 2: column 2 is '2.5', not a number",
            })
    void a_first_sample_with_a_slip_is_no_header(String text, String label, String message) {
        assertEquals(List.of(message), problems(text.replace("\\n", "\n"), label));
    }

    @Test
    void a_class_is_not_taken_for_a_column_called_by_its_number() {
        assertEquals(List.of("abc", "xyz"), data("abc,1,0\nxyz,1,2", "1").labels());
        assertEquals(Tensor.of(1, 1, 7), data("a,1\n7,3", "1").x());
    }

    @ParameterizedTest
    @CsvSource({"0 1 0.0, BINARY", "1 1.0 1e0, BINARY", "0 -0, BINARY", "1 2, REGRESSION"})
    void it_is_the_numbers_that_make_a_label_binary_and_not_their_digits(
            String labels, Dataset.Task task) {
        assertEquals(task, data("5," + labels.replace(" ", "\n5,"), "2").task());
    }

    @Test
    void of_many_columns_the_first_ones_are_listed() {
        String names =
                IntStream.range(0, 300).mapToObj(k -> "c" + k).collect(Collectors.joining(","));
        assertEquals(
                List.of(
                        "line 1: there is no column zz; the columns are c0, c1, c2, c3, c4, c5, c6,"
                                + " c7, c8, c9, … (300 in all)"),
                problems(names + "\n", "zz"));
        assertEquals(
                List.of(
                        "line 1: there is no column zz; the columns are x, "
                                + "n".repeat(20)
                                + "…"),
                problems("x," + "n".repeat(1000) + "\n", "zz"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,", "\"1\n"})
    void a_row_that_does_not_end_is_refused_before_it_is_split(String part) {
        assertEquals(
                List.of("line 2: the row has over 2 million characters: are its quotes closed?"),
                problems("1,2\n" + part.repeat(1_010_000).replace("\n\"", "\n"), "1"));
    }

    @Test
    void what_is_no_character_is_escaped_in_messages() {
        assertEquals(
                List.of("line 3: column 1 (x\\u0007) is '\\u001b[2J\\u202e', not a number"),
                problems("x\u0007,y\n1,1\n\u001b[2J\u202e,1\n", "y"));
        assertTrue(
                CsvFiles.read(Path.of("no\u001bne.csv"), CsvOptions.of("y"))
                        .toString()
                        .contains("no\\u001bne"));
    }

    @Test
    void a_name_of_two_columns_is_no_label() {
        assertEquals(
                List.of(
                        "line 1: more than one column is called y: give the label by its place,"
                                + " from 1"),
                problems("y,x,y\n1,2,3\n", "y"));
        assertEquals(Tensor.of(1, 1, 3), data("y,x,y\n1,2,3\n", "3").y());
    }
}
