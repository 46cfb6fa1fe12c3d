package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvFiles;
import dev.backstep.tensor.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Samples that stand in a file beside the program.
class DataFilesTest {

    @Test
    void a_file_of_samples_is_found_beside_the_program(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("a.csv"),
                "len,width,kind\n1,2,\"setosa\"\n3,4,virginica\n5,6,setosa\n7,8,setosa\n");
        String program = "data csv(\"a.csv\", label=kind, test=0)|L = sum(X) + sum(y)";
        Model m =
                assertInstanceOf(
                                ReadResult.Ok.class,
                                Language.read(program.replace('|', '\n'), CsvFiles.in(folder)))
                        .model();
        assertEquals(new Shape(2, 4), m.leaf(0).shape());
        assertEquals(new Shape(2, 4), m.leaf(1).shape());
        assertEquals(
                List.of("setosa", "virginica"), m.learning().orElseThrow().data().train().labels());
        for (String label : List.of("\"kind\"", "3")) {
            assertEquals("", DataProblemsTest.told(program.replace("kind", label), folder));
        }
        String wrong = DataProblemsTest.told(program.replace("kind", "colour"), folder);
        assertTrue(wrong.contains("there is no column colour"), wrong);
    }

    @Test
    void a_changed_file_is_read_again(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "1,0\n2,1\n");
        String program = "data csv(\"a.csv\", label=2, test=0)|L = sum(X)";
        assertEquals("", DataProblemsTest.told(program, folder));
        Files.writeString(file, "1,0\n2,x,1\n3,\n");
        assertEquals(
                "1:10: a.csv, line 2: 3 fields where the first row has 2"
                        + " (a text with a separator in it stands in quotes)\n"
                        + "1:10: a.csv, line 3: column 2 is missing"
                        + " (missing=drop leaves such rows out)",
                DataProblemsTest.told(program, folder));
    }

    @Test
    void what_is_wrong_in_a_file_is_marked_at_its_name(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.csv"), "1,0\n2,x,1\n");
        String program = "x = 1\ndata csv(label=2,\n  \"a.csv\")\nL = sum(X)";
        var problems =
                assertInstanceOf(
                                ReadResult.Problems.class,
                                Language.read(program, CsvFiles.in(folder)))
                        .problems();
        Span at = problems.getFirst().span();
        assertEquals("\"a.csv\"", program.substring(at.start(), at.end()));
    }

    @Test
    void what_is_no_file_is_refused_without_waiting(@TempDir Path folder) {
        String program = "data csv(\"%s\", label=1)|L = 1";
        assertTrue(
                DataProblemsTest.told(program.formatted("none.csv"), folder)
                        .contains("there is no file"));
        assertTrue(
                DataProblemsTest.told(program.formatted("."), folder)
                        .contains("is not a file that can be read"));
        assertTrue(
                !Files.exists(Path.of("/dev/zero"))
                        || DataProblemsTest.told(program.formatted("/dev/zero"), folder)
                                .contains("is not a file that can be read"));
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
        assertTrue(
                DataProblemsTest.told(program, folder).contains("is not a file that can be read"));
        Files.delete(file);
        Files.writeString(file, "1,0\n".repeat(size / 4) + "\n".repeat(size % 4));
        Files.setLastModifiedTime(file, time);
        assertEquals("", DataProblemsTest.told(program, folder));
    }
}
