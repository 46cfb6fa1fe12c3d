package dev.backstep.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLookTest {

    private static final CsvOptions NONE =
            new CsvOptions(List.of(), List.of(), List.of(), false, false);

    private static CsvReading look(String text) {
        try {
            return CsvLook.at(new BufferedReader(new StringReader(text)), NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvReading.Columns columns(String text) {
        CsvReading found = look(text);
        return found instanceof CsvReading.Columns c ? c : fail(found.toString());
    }

    @Test
    void each_column_tells_what_it_holds() {
        CsvReading.Columns seen = columns("size,kind,note\n1.5,a,x\n-20,b,3\n,a,y\n");
        assertTrue(seen.hasHeader());
        assertEquals(3, seen.rows());
        assertEquals(
                new CsvReading.Column(
                        "size", 2, 2, 0, 1, -20, 1.5, false, false, List.of("1.5", "-20", "")),
                seen.columns().get(0));
        assertEquals(2, seen.columns().get(1).different());
        assertTrue(seen.columns().get(2).isMixed());
    }

    @Test
    void decimal_commas_are_numbers_and_a_separator_at_each_end_is_no_column() {
        CsvReading.Columns seen = columns("a;b;\n1,5;2;\n2,5;3;\n");
        assertEquals(2, seen.columns().size());
        assertEquals(2, seen.columns().getFirst().numbers());
        assertEquals(2.5, seen.columns().getFirst().greatest());
    }

    @Test
    void without_a_header_no_column_has_a_name() {
        CsvReading.Columns seen = columns("1,2,a\n3,4,b\n");
        assertEquals(2, seen.rows());
        assertEquals("", seen.columns().getFirst().name());
    }

    @Test
    void what_is_no_table_is_told() {
        for (String bad : List.of("", "a\n1\n", "a,b\n", "a,b\n\"1,2\n")) {
            assertInstanceOf(CsvReading.Problems.class, look(bad), bad);
        }
        assertInstanceOf(
                CsvReading.Unreadable.class, CsvFiles.look(Path.of("none/there.csv"), NONE));
        assertInstanceOf(CsvReading.Unreadable.class, CsvFiles.look(Path.of("src"), NONE));
    }
}
