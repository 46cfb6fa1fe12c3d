package dev.backstep.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormulaTablesTest {

    private static final String JAVAS = "com.sun.org.apache.xerces.internal.parsers.";

    @TempDir Path folder;

    /// Signs, brackets and space between them: each has a table of its own.
    @Test
    void a_picture_reads_no_table_with_javas_own_reader() throws IOException, InterruptedException {
        Path program = folder.resolve("p.bs");
        Files.writeString(program, "x = 2\nloss L = exp(x + 1) * x - 2*x/3\n");
        ProcessBuilder backstep =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xlog:class+load",
                                "--enable-native-access=ALL-UNNAMED",
                                "--add-modules=jdk.incubator.vector",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.backstep.Main",
                                "render",
                                program.toString(),
                                "-o",
                                folder.resolve("p.png").toString()));
        Process process = backstep.redirectErrorStream(true).start();
        String loaded = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        assertEquals(0, process.exitValue(), loaded);
        assertTrue(loaded.contains(FormulaTables.class.getName()));
        assertEquals(
                List.of(), loaded.lines().filter(line -> line.contains(JAVAS)).limit(3).toList());
    }
}
