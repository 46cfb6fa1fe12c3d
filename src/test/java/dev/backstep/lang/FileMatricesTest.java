package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvFiles;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Matrices that stand in files beside the program: `param W1 = file("W1.npy")`.
class FileMatricesTest {

    private static final Tensor W = Tensor.of(2, 3, 1, 2, 3, 4, 5, 6);

    @TempDir Path folder;

    private Model model(String program) {
        ReadResult read = Language.read(program.replace('|', '\n'), CsvFiles.in(folder));
        return assertInstanceOf(ReadResult.Ok.class, read, read::toString).model();
    }

    private Tensor leaf(String name, byte[] file) throws Exception {
        Files.write(folder.resolve(name), file);
        return model("param W = file(\"" + name + "\")|L = sum(W)").leaf(0);
    }

    private String told(byte[] file) throws Exception {
        Files.write(folder.resolve("W.npy"), file);
        return DataProblemsTest.told("param W = file(\"W.npy\")|L = sum(W)", folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<f8", ">f8", "<f4", ">f4", "<f2", ">f2", "<i8", ">i8", "<i4", ">i4", "<i2", ">i2",
                "|i1", "<u8", ">u8", "<u4", "<u2", "|u1", "=f8"
            })
    void every_type_of_real_numbers_is_read(String type) throws Exception {
        assertEquals(W, leaf("W.npy", NpyBytes.of(type, false, "(2, 3)", 1, 2, 3, 4, 5, 6)));
    }

    @Test
    void numbers_of_fewer_bits_keep_their_value() throws Exception {
        assertEquals(
                Tensor.of(1, 2, 0.1f, -1e-38f),
                leaf("W.npy", NpyBytes.of("<f4", false, "(1, 2)", 0.1f, -1e-38f)));
        assertEquals(
                Tensor.of(1, 2, -1, 255),
                leaf("a.npy", NpyBytes.of("<i2", false, "(1, 2)", -1, 255)));
        assertEquals(
                Tensor.of(1, 2, 255, 0),
                leaf("b.npy", NpyBytes.of("|u1", false, "(1, 2)", 255, 0)));
        assertEquals(
                Tensor.of(1, 2, 1, 0), leaf("c.npy", NpyBytes.of("|b1", false, "(1, 2)", 1, 0)));
        assertEquals(
                Tensor.scalar(4294967295.0),
                leaf("d.npy", NpyBytes.of("<u4", false, "()", 4294967295.0)));
    }

    /// Column by column the file holds 1, 4, 2, 5, 3, 6.
    @Test
    void columns_first_as_fortran_has_them() throws Exception {
        assertEquals(W, leaf("W.npy", NpyBytes.of("<f8", true, "(2, 3)", 1, 4, 2, 5, 3, 6)));
    }

    @Test
    void a_row_of_numbers_is_a_column_and_a_number_alone_is_one_by_one() throws Exception {
        assertEquals(
                Tensor.of(3, 1, 1, 2, 3),
                leaf("b.npy", NpyBytes.of("<f8", false, "(3,)", 1, 2, 3)));
        assertEquals(Tensor.scalar(7), leaf("c.npy", NpyBytes.of("<f8", false, "()", 7)));
    }

    @Test
    void later_versions_of_the_format_are_read() throws Exception {
        byte[] whole = NpyBytes.of("<f8", false, "(2, 3)", 1, 2, 3, 4, 5, 6);
        byte[] body = Arrays.copyOfRange(whole, whole.length - 48, whole.length);
        for (int version = 2; version <= 3; version++) {
            String header = "{\"shape\": (2L, 3L), 'fortran_order': False, 'descr': '<f8'}";
            assertEquals(W, leaf("v" + version + ".npy", NpyBytes.file(version, header, body)));
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> refused() {
        byte[] six = NpyBytes.of("<f8", false, "(2, 3)", 1, 2, 3, 4, 5, 6);
        return Stream.of(
                says(new byte[0], "W.npy is not a .npy file"),
                says("1,2,3".getBytes(), "W.npy is not a .npy file"),
                says(new byte[] {'P', 'K', 3, 4, 20, 0}, "W.npy is an archive of arrays (.npz)"),
                says(Arrays.copyOf(six, 9), "W.npy has a header that cannot be read"),
                says(Arrays.copyOf(six, 60), "W.npy has a header that cannot be read"),
                says(Arrays.copyOf(six, six.length - 9), "W.npy ends after 4 of its 6 numbers"),
                says(Arrays.copyOf(six, six.length + 1), "W.npy goes on behind its 6 numbers"),
                says(
                        NpyBytes.file(4, "{}", new byte[0]),
                        "W.npy is of version 4 of its format, which is not known here"),
                says(
                        NpyBytes.of("<f8", false, "(1, 2, 3)", 1, 2, 3, 4, 5, 6),
                        "W.npy has 3 dimensions; a matrix has two"),
                says(NpyBytes.of("<f8", false, "(0, 3)"), "W.npy holds no numbers"),
                says(NpyBytes.of("<f8", false, "(0,)"), "W.npy holds no numbers"),
                says(
                        NpyBytes.of("<f8", false, "(4000, 1001)"),
                        "W.npy is 4000×1001: a program has at most 4 million elements in all"),
                says(
                        NpyBytes.of("<f8", false, "(999999999999, 999999999999)"),
                        "W.npy is 999999999999×999999999999: a program has at most"),
                says(
                        NpyBytes.file(
                                1,
                                "{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }",
                                new byte[8]),
                        "W.npy holds elements of type <c8, not real numbers of at most 64 bits"),
                says(
                        NpyBytes.file(
                                1,
                                "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
                                new byte[8]),
                        "W.npy holds elements of type |O"),
                says(
                        NpyBytes.file(
                                1,
                                "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }",
                                new byte[8]),
                        "W.npy holds elements of type struct"),
                says(
                        NpyBytes.of("<f8", false, "(2, 2)", 1, 2, Double.NaN, 4),
                        "W.npy: element [1, 0] is NaN"),
                says(
                        NpyBytes.of("<f4", true, "(2, 2)", 1, 2, Double.NEGATIVE_INFINITY, 4),
                        "W.npy: element [0, 1] is -Infinity"),
                says(
                        NpyBytes.of("<i8", false, "(1, 1)", 9.1e18),
                        "W.npy: element [0, 0] is 9100000000000000000, more than a double holds exactly"));
    }

    private static org.junit.jupiter.params.provider.Arguments says(byte[] file, String sentence) {
        return org.junit.jupiter.params.provider.Arguments.of(file, sentence);
    }

    @ParameterizedTest
    @MethodSource
    void refused(byte[] file, String sentence) throws Exception {
        String told = told(file);
        assertTrue(told.startsWith("1:16: " + sentence), told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,2,3/4,5,6",
                "1;2;3/4;5;6",
                "1.0, 2.0, 3.0/4.0, 5.0, 6.0//",
                "# written by numpy.savetxt/1.000000e+00,2,3/4,5,6/",
                "sep=;/1,0;2,0;3,0/4,0;5,0;6,0",
            })
    void a_table_is_a_row_a_line(String text) throws Exception {
        assertEquals(W, leaf("W.csv", text.replace('/', '\n').getBytes()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,2/3,4,5 | W.csv, line 2: 3 fields where the first row has 2",
                "1,2/3,x | W.csv, line 2: column 2 is 'x', not a number",
                "1,2/3, | W.csv, line 2: column 2 is '', not a number",
                "1,2/3,nan | W.csv, line 2: column 2 is 'nan', not a number",
                "a,b/3,4 | W.csv, line 1: column 1 is 'a', not a number (a matrix has no header: take its line out)",
                "1 2/3 4 | W.csv, line 1: column 1 is '1 2', not a number (fields are separated by commas, semicolons or tabs)",
                "# nothing/ | W.csv holds no numbers",
            })
    void what_is_wrong_in_a_table_is_told_with_its_line(String text, String told) throws Exception {
        Files.writeString(folder.resolve("W.csv"), text.replace('/', '\n'));
        String all = DataProblemsTest.told("param W = file(\"W.csv\")|L = sum(W)", folder);
        assertTrue(all.startsWith("1:16: " + told), all);
    }

    @Test
    void a_long_line_or_header_is_refused_like_a_short_one() throws Exception {
        Files.writeString(folder.resolve("W.csv"), "1.5 ".repeat(100_000));
        String line = DataProblemsTest.told("param W = file(\"W.csv\")|L = sum(W)", folder);
        assertTrue(line.endsWith("(fields are separated by commas, semicolons or tabs)"), line);
        String header = told(NpyBytes.of("<f8", false, "(" + "1, ".repeat(3_000) + ")", 1));
        assertTrue(header.startsWith("1:16: W.npy has 3000 dimensions"), header);
        String tuple = told(NpyBytes.of("<f8", false, "(" + "1,, ".repeat(2_000) + ")", 1));
        assertTrue(tuple.startsWith("1:16: W.npy has a header that cannot be read"), tuple);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "W = file(\"none.npy\")/L = sum(W) | 1:10: there is no file ",
                "W = file(\"W.txt\")/L = sum(W) | 1:10: W.txt is neither a .npy nor a .csv file",
                "W = file(\".\")/L = sum(W) | 1:10: . is neither a .npy nor a .csv file",
                "W = file()/L = sum(W) | 1:5: file takes the name of one file, in quotes (as in file(\"W1.npy\"))",
                "W = file(W)/L = sum(W) | 1:5: file takes the name of one file, in quotes",
                "W = file(\"a.npy\", 2)/L = sum(W) | 1:5: file takes the name of one file, in quotes",
                "W = file(name=\"a.npy\")/L = sum(W) | 1:5: file takes the name of one file, in quotes",
                "W = file(W1.npy)/L = sum(W) | 1:10: a text stands in double quotes (write \"W1.npy\")",
                "W = np.load(\"b.npy\")/L = sum(W) | 1:5: functions stand without np. (write file(\"b.npy\"))",
                "W = loadtxt(\"b.csv\")/L = sum(W) | 1:5: unknown function loadtxt (write file(\"b.csv\"))",
                "f(x) = x*file(2)/L = sum(f(2)) | 1:10: file takes the name of one file, in quotes",
                "L = sum(\"W.npy\") | 1:9: sum takes no text",
                "W = 2*file(\"none.npy\")/L = sum(W + Q) | 1:12: there is no file ",
            })
    void what_is_wrong_with_a_name_is_marked_where_it_stands(String program, String told) {
        String all = DataProblemsTest.told(program.replace('/', '|'), folder);
        assertTrue(all.startsWith(told), all);
    }

    @Test
    void a_shape_that_does_not_fit_is_told_where_it_is_used() throws Exception {
        Files.write(folder.resolve("W.npy"), NpyBytes.of("<f8", false, "(2, 3)", 1, 2, 3, 4, 5, 6));
        assertEquals(
                "3:9: W is 2×3 and x is 2×1: the inner sizes 3 and 2 differ; transpose one?",
                DataProblemsTest.told("param W = file(\"W.npy\")|x = [1; 2]|L = sum(W @ x)", folder)
                        .replace(" (transpose one?)", "; transpose one?"));
    }

    @Test
    void no_file_is_read_where_none_may_be() {
        ReadResult read = Language.read("W = file(\"W.npy\")\nL = sum(W)");
        assertTrue(read.toString().contains("csv.none.here"), read.toString());
    }

    /// Inside of an expression and of a function the matrix is a constant.
    @Test
    void a_file_can_stand_wherever_an_initialiser_can() throws Exception {
        Files.write(folder.resolve("W.npy"), NpyBytes.of("<f8", false, "(2, 3)", 1, 2, 3, 4, 5, 6));
        String f = "f(x) = {|  V = file(\"W.npy\")|  sum(V)*x|}|";
        assertEquals(21 * 3, value("x = 3|L = x*sum(file(\"W.npy\"))"));
        assertEquals(21 * 3, value(f + "x = 3|L = f(x)"));
        assertEquals(42, value("const A = (file(\"W.npy\"))|L = sum([A; file(\"W.npy\")])"));
    }

    private double value(String program) {
        Model m = model(program);
        return dev.backstep.graph.Trace.of(m.graph(), m.leaves()).value(m.output()).item();
    }

    @Test
    void a_changed_file_is_read_again() throws Exception {
        assertEquals(W, leaf("W.npy", NpyBytes.of("<f8", false, "(2, 3)", 1, 2, 3, 4, 5, 6)));
        assertEquals(
                Tensor.of(2, 2, 1, 2, 3, 4),
                leaf("W.npy", NpyBytes.of("<f8", false, "(2, 2)", 1, 2, 3, 4)));
    }

    /// Training reads the program for other numbers of samples, and finds the same weights.
    @Test
    void a_network_of_files_trains() throws Exception {
        Files.write(folder.resolve("W.npy"), NpyBytes.of("<f8", false, "(1, 2)", 0.5, -0.5));
        Files.write(folder.resolve("b.npy"), NpyBytes.of("<f4", false, "(1,)", 0.25));
        Model m =
                model(
                        "data xor(samples=40)|param W = file(\"W.npy\")|param b = file(\"b.npy\")|"
                                + "yhat = sigmoid(W @ X + b)|loss L = mean(bce(yhat, y))|"
                                + "train sgd(rate=0.1, batch=4, epochs=2)");
        var network = m.setup().orElseThrow().network().apply(7);
        assertTrue(network.leaves().containsValue(Tensor.of(1, 2, 0.5, -0.5)));
        assertEquals(new Shape(2, 7), network.graph().node(network.x()).shape());
        TrainedText written = TrainedText.of(m, Map.of("W", Tensor.of(1, 2, 3, 4)));
        assertTrue(
                assertInstanceOf(TrainedText.Text.class, written)
                        .text()
                        .contains("param W = [3, 4]\nparam b = file(\"b.npy\")"));
    }

    /// A program is at most 4 million elements, of whatever files: no more are read.
    @Test
    void many_large_files_are_refused_before_memory_runs_out() throws Exception {
        byte[] large = NpyBytes.of("|u1", false, "(1500, 1000)", new double[1_500_000]);
        StringBuilder program = new StringBuilder();
        for (int k = 0; k < 40; k++) {
            Files.write(folder.resolve("W" + k + ".npy"), large);
            program.append("const W").append(k).append(" = file(\"W").append(k).append(".npy\")|");
        }
        String told = DataProblemsTest.told(program + "L = 1", folder);
        assertTrue(told.contains("4 million elements"), told);
    }
}
