package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// What one command did: its exit code and what it printed.
record Ran(int exit, String out, String err) {

    static Ran command(byte[] standardInput, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit =
                Backstep.run(
                        args,
                        new ByteArrayInputStream(standardInput),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Ran on(String program, String... args) {
        return command(program.getBytes(StandardCharsets.UTF_8), args);
    }

    static Ran command(String... args) {
        return on("", args);
    }

    /// Done, without complaint, and with what is kept under that name; `-Dgolden=update` keeps it
    /// anew.
    void assertGolden(String name, UnaryOperator<String> comparable) throws IOException {
        Path kept = Path.of("src/test/resources/dev/backstep/cli", name);
        String printed = comparable.apply(out);
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, printed);
        }
        assertEquals(Files.readString(kept), printed);
        assertEquals("", err);
        assertEquals(0, exit);
    }
}
